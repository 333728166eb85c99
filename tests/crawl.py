"""`make crawl`: every page as every role in both languages. Long; not part of `make test`."""

import hashlib

import pytest

from harness import nu
from harness.browsers import open_context, session_cookie
from harness.crawling import Walk
from harness.databases import lacking
from harness.language import english_in, latin_names, quoted_in_the_office, typed_reasons

pytestmark = [pytest.mark.crawl, pytest.mark.django_db(transaction=True)]

ROLES = (
    "public",
    "applicant",
    "writing",
    "offered",
    "expert",
    "reviewer",
    "host",
    "doctor",
    "office",
    "director",
    "editor",
    "publisher",
    "administrator",
)
judged = set()


@pytest.fixture(scope="session")
def kept(tmp_path_factory):
    """Pages for the HTML checker: a folder, and which file is which address."""
    folder = tmp_path_factory.mktemp("pages")
    addresses = {}

    def keep(path, html):
        name = hashlib.sha256(path.encode()).hexdigest()[:16] + ".html"
        addresses.setdefault(name, path)
        (folder / name).write_text(html, encoding="utf-8")

    keep.folder, keep.addresses = folder, addresses
    return keep


def test_the_demo_has_somebody_of_every_role(demo_site):
    assert {person["role"] for person in demo_site["people"]} >= set(ROLES) - {"public"}


@pytest.mark.parametrize("language", ["en", "zh-hans"])
@pytest.mark.parametrize("role", ROLES)
def test_every_page_as(role, language, demo_site, live_server, browser, kept):
    from portal.clock.system import system_now
    from portal.people.actions import change_own_data
    from portal.people.models import User

    who = next((person for person in demo_site["people"] if person["role"] == role), None)
    context = open_context(browser, live_server.url, language=language)
    starts = ["/", *demo_site["pages"].values()]
    if who:
        person = User.objects.get(email=who["email"])
        person.language = language
        change_own_data(person=person, fields=["language"], now=system_now)
        context.add_cookies([session_cookie(person, live_server.url)])
        starts.insert(0, who["start"])
    names, quoted = tuple(latin_names()), (*quoted_in_the_office(), *typed_reasons())
    walk = Walk(context, live_server.url, language, names, quoted, kept, judged)
    walk.run(starts)
    context.close()
    print(f"{role}, {language}: {len(walk.visited)} addresses, {len(walk.findings)} findings", flush=True)
    assert not walk.findings, "\n" + "\n".join(sorted(set(walk.findings)))


def test_pages_are_valid_html(kept):
    """Last, over what the walks kept."""
    if missing := nu.advice():
        lacking(missing)
    found = [f"{kept.addresses.get(name, name)}:{line}: {words}" for name, line, words in nu.errors(kept.folder)]
    assert not found, "\n" + "\n".join(sorted(set(found)))


def test_chinese_mails_are_chinese(demo_site):
    from portal.mail.models import OutboxMessage

    names = (*latin_names(), *typed_reasons())
    found = [
        f"{mail.kind}: {words}"
        for mail in OutboxMessage.objects.filter(language="zh-hans")
        for words in english_in(f"{mail.subject}\n{mail.text}", names)
    ]
    assert not found, "\n" + "\n".join(sorted(set(found)))
