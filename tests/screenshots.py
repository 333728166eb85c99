"""`make screenshots`: every kind of page, 1280 and 375 wide, in both languages, light and dark, into screenshots/."""

import re

import pytest

from harness.browsers import open_context, session_cookie
from harness.rundir import ROOT
from harness.tour import seen_by

pytestmark = [pytest.mark.crawl, pytest.mark.django_db(transaction=True)]
FOLDER = ROOT / "screenshots"


def pages_of(demo_site, language):
    """Name → address in that language; starts of the people among them. Feeds and files are no pictures."""
    found = {f"start_{person['role']}": person["start"] for person in demo_site["people"]} | demo_site["pages"]
    turned = {}
    for name, path in found.items():
        path = re.sub(r"^/(en|zh-hans)/", f"/{language}/", path)
        if not re.search(r"\.(ics|xml|atom|txt|json|pdf)$|^/files/", path) and path not in turned.values():
            turned[name] = path
    return turned


@pytest.mark.parametrize("colour", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 375])
@pytest.mark.parametrize("language", ["en", "zh-hans"])
def test_pictures(language, width, colour, demo_site, live_server, browser):
    from portal.clock.system import system_now
    from portal.people.actions import change_own_data
    from portal.people.models import User

    people = {person["role"]: User.objects.get(email=person["email"]) for person in demo_site["people"]}
    folder = FOLDER / language / f"{width}-{colour}"
    folder.mkdir(parents=True, exist_ok=True)
    pages = pages_of(demo_site, language)
    for role in {seen_by(path) for path in pages.values()}:
        context = open_context(browser, live_server.url, language=language, width=width, colour=colour)
        if role:
            # The office's pages have no language in their address: they follow the person's.
            people[role].language = language
            change_own_data(person=people[role], fields=["language"], now=system_now)
            context.add_cookies([session_cookie(people[role], live_server.url)])
        page = context.new_page()
        for name, path in pages.items():
            if seen_by(path) == role:
                page.goto(path)
                page.screenshot(path=folder / f"{name}.png", full_page=True)
        context.close()
    print(f"{folder.relative_to(ROOT)}: {len(list(folder.glob('*.png')))} pictures", flush=True)
