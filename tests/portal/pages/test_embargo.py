"""A story that waits for its instant: nowhere before it, everywhere after it, and gone when its time is over.

Wagtail reads the system's clock, so the test waits for it: the instants are seconds away.
"""

import time
from datetime import timedelta

import pytest
from django.utils import timezone
from wagtail.models import Revision

from portal.clock.system import system_now
from portal.operations.ticking import tick_once
from portal.pages import tick
from portal.pages.models import NewsIndexPage, StoryPage

TITLE = "Held back until noon"


def schedule(write_story, go_live_at, expire_at=None, **fields):
    """A story as a publisher leaves it who has chosen a time."""
    page = write_story(title=TITLE, live=False, **fields)
    page.go_live_at, page.expire_at = go_live_at, expire_at
    page.save_revision().publish()
    return page


@pytest.fixture
def places(site, write_story):
    """places(page) are the addresses at which a story may be met, by what they are."""
    neighbour = write_story(title="Neighbour")
    index = NewsIndexPage.objects.get(locale__language_code="en")

    def of(page):
        return {
            "itself": page.url,
            "in the other language's frame": page.url.replace("/en/", "/zh-hans/"),
            "index": index.url,
            "topic": f"{index.url}?topic={page.topic.slug}",
            "home": "/en/",
            "feed": "/en/feeds/news.atom",
            "sitemap": "/sitemap.xml",
            "a story beside it": neighbour.url,
        }

    return of


def met_at(client, page, places):
    """Where somebody who is not signed in meets the story."""
    met = set()
    for name, address in places(page).items():
        response = client.get(address)
        words = (TITLE, f"/{page.slug}/") if name == "sitemap" else (TITLE,)
        if response.status_code == 200 and any(word in response.content.decode() for word in words):
            met.add(name)
    return met


def wait_until(instant):
    time.sleep(max(0, (instant - timezone.now()).total_seconds()) + 0.05)


def test_a_story_appears_at_its_instant_and_goes_at_its_end(client, write_story, places):
    start = timezone.now() + timedelta(seconds=4)
    page = schedule(write_story, start, start + timedelta(seconds=4))
    done = tick_once(now=system_now)
    assert done["portal.pages"]["pages on their day"] == 0
    assert timezone.now() < start, "the machine is too slow for this test"
    assert met_at(client, page, places) == set()
    assert client.get(page.url).status_code == 404

    wait_until(start)
    assert met_at(client, page, places) == set()
    assert tick_once(now=system_now)["portal.pages"]["pages on their day"] == 1
    assert met_at(client, page, places) == set(places(page))

    wait_until(start + timedelta(seconds=4))
    assert tick_once(now=system_now)["portal.pages"]["pages on their day"] == 1
    assert met_at(client, page, places) == set()
    assert tick_once(now=system_now)["portal.pages"]["pages on their day"] == 0


def test_an_embargoed_change_leaves_the_live_story_as_it_is(client, write_story):
    page = write_story(title="As it was")
    page.save_revision().publish()
    page = StoryPage.objects.get(pk=page.pk)
    page.title, page.go_live_at = TITLE, timezone.now() + timedelta(hours=2)
    page.save_revision().publish()
    tick.tick(system_now)
    html = client.get(page.url).content.decode()
    assert "As it was" in html
    assert TITLE not in html
    assert StoryPage.objects.get(pk=page.pk).live


def test_what_an_embargoed_story_is_tagged_with_is_no_filter_yet(client, write_story, places):
    page = schedule(write_story, timezone.now() + timedelta(hours=2))
    page.tags.add("secret")
    page.save()
    index = places(page)["index"]
    assert client.get(index).context["tags"] == []
    assert client.get(f"{index}?tag=secret").status_code == 404


def test_one_page_that_cannot_be_published_does_not_hold_up_the_others(client, write_story):
    past = timezone.now() - timedelta(minutes=1)
    broken, sound = write_story(live=False), write_story(title=TITLE, live=False)
    for page, minutes in ((broken, 2), (sound, 1)):
        revision = page.save_revision()
        Revision.objects.filter(pk=revision.pk).update(approved_go_live_at=past - timedelta(minutes=minutes))
    latest = broken.get_latest_revision()
    latest.content["body"] = "[{"
    latest.save()
    tick.tick(system_now)
    assert client.get(sound.url).status_code == 200
