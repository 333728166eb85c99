"""Which answers are kept, for whom, and for how long."""

from datetime import timedelta

import pytest
from django.core.cache import cache
from django.db import transaction
from django.test import Client
from kept_pages import content, made_anew, publish

from portal.clock.system import system_now
from portal.pages.keeping import entries, watching
from portal.pages.keeping.marks import NARROWED
from portal.pages.models import PersonCard, Topic

pytestmark = pytest.mark.django_db(transaction=True)


def test_no_page_of_somebody_is_kept_or_answered_with_a_kept_one(pages, client, django_user_model):
    person = django_user_model.objects.get(email="editor@chest-hospital.example")
    client.force_login(person)
    response = client.get(pages["home en"])
    assert response.headers["Cache-Control"] == "private, no-store"
    assert person.email not in Client().get(pages["home en"]).content.decode()
    assert 'name="csrfmiddlewaretoken"' not in Client().get(pages["home en"]).content.decode()


@pytest.mark.parametrize(
    "address",
    ["/en/accounts/login/", "/en/search/?q=lung", "/en/news/?utm_source=wechat", "/en/nowhere/", "/en/join/abc/"],
)
def test_other_answers_are_not_kept(demo_site, address):
    cache.clear()
    for _twice in range(2):
        response = Client().get(address)
    assert "ETag" not in response.headers


def test_whoever_has_a_cookie_is_asked_who_they_are(pages, settings):
    client = Client()
    client.cookies["sessionid"] = "x"
    assert "ETag" not in client.get(pages["home en"]).headers
    client = Client()
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = "en"
    assert "ETag" in client.get(pages["home en"]).headers


def test_a_browser_that_has_the_page_is_told_so(pages):
    first = Client().get(pages["news en"])
    again = Client().get(pages["news en"], headers={"If-None-Match": first["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert first["Cache-Control"] == "no-cache"
    assert "Content-Security-Policy" in first.headers


def test_it_goes_compressed_to_whoever_reads_that(pages):
    import gzip

    plain = Client().get(pages["news en"])
    small = Client().get(pages["news en"], headers={"Accept-Encoding": "gzip, br"})
    assert small["Content-Encoding"] == "gzip"
    assert gzip.decompress(small.content) == plain.content
    assert "Accept-Encoding" in small["Vary"]
    assert small["ETag"] != plain["ETag"]


def test_time_is_not_kept_longer_than_it_is_true(pages, monkeypatch):
    from portal.clock import middleware

    later = system_now() + timedelta(seconds=61)
    monkeypatch.setattr(middleware, "system_now", lambda: later)
    assert made_anew(pages["home en"])
    assert not made_anew(pages["privacy en"])
    assert not made_anew(pages["news en"])


def test_what_is_written_while_a_page_is_made_is_not_lost(pages, monkeypatch):
    """The writer commits after the page was read and before it is kept."""
    page = content("privacy")
    cache.clear()
    whole = entries.entry_of

    def write_then_keep(*arguments):
        page.title = "Written meanwhile"
        publish(page)
        return whole(*arguments)

    monkeypatch.setattr(entries, "entry_of", write_then_keep)
    assert "Written meanwhile" not in Client().get(pages["privacy en"]).content.decode()
    monkeypatch.setattr(entries, "entry_of", whole)
    assert "Written meanwhile" in Client().get(pages["privacy en"]).content.decode()


def take_back():
    with transaction.atomic():
        Topic.objects.update(name_en="Never")
        raise ZeroDivisionError


def test_what_is_taken_back_changes_nothing(pages):
    world = cache.get(watching.WORLD)
    with pytest.raises(ZeroDivisionError):
        take_back()
    assert cache.get(watching.WORLD) == world
    with transaction.atomic():
        with pytest.raises(ZeroDivisionError):
            take_back()
        PersonCard.objects.update(role_en="Surgeon")
    assert cache.get(watching.WORLD) != world
    assert not made_anew(pages["news en"])


def test_every_narrowed_table_exists_and_nothing_that_is_passed_over_is_shown(pages):
    from django.db import connection

    assert set(connection.introspection.table_names()) >= NARROWED
    cache.clear()
    read = set()
    original = entries.entry_of

    def note(response, seen, world, now):
        read.update(seen.tables)
        return original(response, seen, world, now)

    entries.entry_of = note
    try:
        for address in pages.values():
            Client().get(address)
    finally:
        entries.entry_of = original
    assert read
    assert {table for table in read if watching.NOT_SHOWN.match(table)} <= {
        "wagtailimages_rendition",
        "django_content_type",
    }
