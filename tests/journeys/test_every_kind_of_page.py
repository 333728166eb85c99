"""Every kind of page once in each language, seen by whom it is for: what `make crawl` does at length, in two minutes.

Each opens, has no accessibility finding and no red line in its console, leads to no place on itself that is not there,
has every tag closed and every id once; and in Chinese it is Chinese.
"""

import re

import pytest

from harness.browsers import open_context, session_cookie, watch
from harness.crawling import Walk
from harness.html_reading import html_findings
from harness.language import latin_names
from harness.tour import seen_by

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
NO_PAGE = re.compile(r"\.(ics|xml|atom|txt|json|pdf|png)$|^/files/")


def addresses(demo_site, language):
    """{address: role} of every kind of page in that language: whose first page it is, or whose eyes it is for."""
    starts = {person["start"]: person["role"] for person in demo_site["people"]}
    seen = {path: seen_by(path) for path in demo_site["pages"].values()} | starts
    return {
        re.sub(r"^/(en|zh-hans)/", f"/{language}/", path): role
        for path, role in seen.items()
        if not NO_PAGE.search(path)
    }


@pytest.mark.parametrize("language", ["en", "zh-hans"])
def test_every_kind_of_page(language, demo_site, live_server, browser):
    from portal.people.models import User

    people = {person["role"]: User.objects.get(email=person["email"]) for person in demo_site["people"]}
    User.objects.update(language=language)
    paths = addresses(demo_site, language)
    names, found = tuple(latin_names()), []
    for role in dict.fromkeys(paths.values()):
        context = open_context(browser, live_server.url, language=language)
        if role:
            context.add_cookies([session_cookie(people[role], live_server.url)])

        walk = Walk(context, live_server.url, language, names)
        walk.keep = lambda path, html, walk=walk: [walk.note(path, finding) for finding in html_findings(html)]
        page = context.new_page()
        watch(page, red := [])
        for path in (path for path, whose in paths.items() if whose == role):
            answer = page.goto(path)
            if answer.status == 200:
                walk.judge(page, path, answer.text())
            else:
                walk.note(path, f"answers {answer.status} to {role or 'everybody'}")
        walk.findings += [f"console: {text}" for text in red]
        found += walk.findings
        context.close()
    print(f"\n{language}: {len(paths)} kinds of page, {len(found)} findings")
    assert not found, "\n" + "\n".join(sorted(set(found)))
