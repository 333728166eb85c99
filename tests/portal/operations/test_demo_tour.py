"""`manage.py demo --json`: every kind of page has an address in it, and each opens for whom it is meant."""

import json
from io import StringIO
from urllib.parse import urlsplit

import pytest
from django.core.management import call_command
from django.test import Client
from django.urls import URLResolver, get_resolver, resolve
from django.utils import translation

from harness.tour import seen_by
from portal.access.roles import Role
from portal.people.models import User

pytestmark = pytest.mark.django_db(transaction=True)

# What is no page of its own: why.
NO_PAGE = dict.fromkeys(
    ("apply_save", "apply_upload", "apply_join", "apply_joined", "entered_save", "entered_upload", "offer_accept",
     "renew_feed", "office_sign_out"), "takes a form, or follows one",
) | dict.fromkeys(
    ("cancel_placement", "decline_placement", "offer_give_back", "cycle_begin_deciding", "cycle_begin_review",
     "review_reopen_office", "reviews_evenly", "seat_offer", "seat_shut"), "asks once more, by the page that others show",
) | dict.fromkeys(
    ("my_name", "translation_hand_over", "translation_settle", "translation_submit", "translation_update"),
    "takes a form, or asks once more",
) | dict.fromkeys(
    ("translation_no_alias", "translation_no_api", "translation_no_snippets"), "shuts an address of the library's",
) | dict.fromkeys(("translation_progress_results",), "is a part of a page") | dict.fromkeys(
    ("favicon", "healthz", "readyz"), "is for machines"
) | {
    "office_calendar_entry": "leads from an entry to its page",
}  # fmt: skip
FOREIGN = ("wagtail", "account", "api")


def listed():
    out = StringIO()
    call_command("demo", "--json", stdout=out)
    return json.loads(out.getvalue())


def names(patterns, spaces=()):
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            yield from names(pattern.url_patterns, (*spaces, pattern.namespace) if pattern.namespace else spaces)
        elif pattern.name:
            yield ":".join((*spaces, pattern.name))


def kind_of(address):
    """The name of the pattern, in whichever language the address is."""
    path = urlsplit(address).path
    with translation.override("zh-hans" if path.startswith("/zh-hans/") else "en"):
        return resolve(path).view_name


def test_everybody_of_every_role_is_in_it(demo_site):
    assert {person["role"] for person in listed()["people"]} >= set(Role.values)
    for person in listed()["people"]:
        client = Client()
        assert client.login(email=person["email"], password=person["password"]), person["role"]
        assert client.get(person["start"]).status_code == 200, person


def test_every_address_opens_for_whom_it_is_meant(demo_site):
    demo = listed()
    clients = {None: Client()}
    for person in demo["people"]:
        clients[person["role"]] = Client()
        clients[person["role"]].force_login(User.objects.get(email=person["email"]))
    shut = []
    for name, path in demo["pages"].items():
        answer = clients[seen_by(path)].get(path, follow=True)
        if answer.status_code != 200 or any("/login/" in address for address, _status in answer.redirect_chain):
            shut.append((name, path, answer.status_code, answer.redirect_chain))
    assert shut == []


def test_no_kind_of_page_is_without_an_address(demo_site):
    ours = {name for name in names(get_resolver().url_patterns) if not name.startswith(FOREIGN)}
    pages = {name for name in ours if ":" not in name or name.endswith(":index")}
    missing = pages - {kind_of(path) for path in listed()["pages"].values()}
    assert missing - set(NO_PAGE) == set()
    assert set(NO_PAGE) - ours == set()


def test_feeds_of_every_kind_are_in_it(demo_site):
    from portal.calendars import feeds

    assert {name for name in listed()["pages"] if name.startswith("feed_")} == {f"feed_{kind}" for kind in feeds._kinds}


def test_signed_links_are_issued_afresh(demo_site):
    first, second = listed()["pages"], listed()["pages"]
    links = [name for name in first if name.startswith("link_")]
    assert set(links) == {
        *("link_invited", "link_confirm", "link_join", "link_news_confirm", "link_news_choices", "link_news_paused"),
        *("link_news_left", "link_news_unsubscribe", "link_news_unsubscribed"),
    }
    assert not any(first[name] == second[name] for name in links)
    assert {name for name in first if first[name] != second[name]} == set(links)
