"""Every kind of page once in each language, seen by whom it is for: what `make crawl` does at length, in short.

Each opens. Each that shows a template of ours which no page before it showed is judged in the browser: it has no
accessibility finding and no red line in its console, leads to no place on itself that is not there, has every tag closed
and every id once; and in Chinese it is Chinese.
"""

import os
import re

import pytest
from django.test.signals import template_rendered

from harness import rundir
from harness.browsers import open_context, session_cookie, watch
from harness.crawling import Walk
from harness.html_reading import html_findings
from harness.language import latin_names
from harness.tour import seen_by

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
NO_PAGE = re.compile(r"^/$|\.(ics|xml|atom|txt|json|pdf|png)$|^/files/")


def addresses(demo_site, language):
    """{address: role} of every kind of page in that language: whose first page it is, or whose eyes it is for."""
    starts = {person["start"]: person["role"] for person in demo_site["people"]}
    seen = {path: seen_by(path) for path in demo_site["pages"].values()} | starts
    return {
        re.sub(r"^/(en|zh-hans)/", f"/{language}/", path): role
        for path, role in seen.items()
        if not NO_PAGE.search(path)
    }


@pytest.fixture
def templates_of():
    """function(context, address) → (answer, names of the templates of ours with which the site made it)."""
    names = set()

    def note(template, **_more):
        if template.name and os.path.isfile(os.path.join(rundir.ROOT, "templates", template.name)):
            names.add(template.name)

    template_rendered.connect(note)

    def ask(context, address):
        names.clear()
        return context.request.get(address), frozenset(names)

    yield ask
    template_rendered.disconnect(note)


@pytest.mark.parametrize("language", ["en", "zh-hans"])
def test_every_kind_of_page(language, demo_site, live_server, browser, templates_of):
    from portal.clock.system import system_now
    from portal.people.actions import change_own_data
    from portal.people.models import User

    people = {person["role"]: User.objects.get(email=person["email"]) for person in demo_site["people"]}
    for person in people.values():
        person.language = language
        change_own_data(person=person, fields=["language"], now=system_now)
    paths = addresses(demo_site, language)
    names, found, judged, shown = tuple(latin_names()), [], 0, set()
    for role in dict.fromkeys(paths.values()):
        context = open_context(browser, live_server.url, language=language)
        if role:
            context.add_cookies([session_cookie(people[role], live_server.url)])

        walk = Walk(context, live_server.url, language, names)
        walk.keep = lambda path, html, walk=walk: [walk.note(path, finding) for finding in html_findings(html)]
        page = context.new_page()
        watch(page, red := [])
        for path in (path for path, whose in paths.items() if whose == role):
            answer, made_with = templates_of(context, live_server.url + path)
            if answer.status != 200:
                walk.note(path, f"answers {answer.status} to {role or 'everybody'}")
            elif made_with - shown:
                shown |= made_with
                judged += 1
                walk.judge(page, path, page.goto(path).text())
        walk.findings += [f"console: {text}" for text in red]
        found += walk.findings
        context.close()
    print(f"\n{language}: {len(paths)} kinds of page, {judged} judged, {len(found)} findings")
    assert not found, "\n" + "\n".join(sorted(set(found)))
