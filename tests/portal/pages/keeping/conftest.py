"""The demo's public pages, all of them kept."""

import pytest
from django.core.cache import cache
from kept_pages import content, made_anew, story

from portal.pages.models import HomePage, NewsIndexPage, StoryPage, Topic


@pytest.fixture(autouse=True)
def writes_are_told_at_once():
    """Here they are told as on a site that runs: once they are committed."""


@pytest.fixture(autouse=True)
def pages_are_kept(settings):
    settings.PAGES_KEPT_FOR = 3600


@pytest.fixture
def pages(demo_site):
    """{name: address} of public pages of every kind, in both languages; all of them are kept."""
    from events.schedule.models import EditionPage
    from exchange.cycles.models import CallPage, ProgrammePage

    topics = list(Topic.objects.values_list("slug", flat=True))
    found = {}
    for code in ("en", "zh-hans"):
        short = code[:2]
        here = {"locale__language_code": code}
        found |= {
            f"home {short}": HomePage.objects.get(**here).url,
            f"news {short}": NewsIndexPage.objects.get(**here).url,
            f"privacy {short}": content("privacy", code).url,
            f"accessibility {short}": content("accessibility", code).url,
            f"programme {short}": ProgrammePage.objects.live().filter(**here).first().url,
            f"call {short}": CallPage.objects.live().filter(**here).order_by("-cycle__year").first().url,
            f"edition {short}": EditionPage.objects.live().filter(**here).order_by("-edition__starts_on").first().url,
        }
        for topic in topics:
            if StoryPage.objects.live().filter(topic__slug=topic, **here).exists():
                found[f"{topic} {short}"] = story(code, topic).url
    cache.clear()
    for _twice in range(2):
        for address in found.values():
            made_anew(address)
    assert {name for name, address in found.items() if made_anew(address)} == set()
    return found
