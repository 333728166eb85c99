"""Walks Wagtail's own screens, all whose address needs no more than their name: documents, choosers, reports, settings …

A name that opens for somebody without standing here fails: a new version of Wagtail cannot bring a screen unnoticed.
"""

import pytest
from access.table import ANYBODY, DOOR, SIGNED_IN, TO_SIGN_IN, is_as_expected, names_of_the_site
from django.conf import settings
from django.test import Client
from django.urls import NoReverseMatch, reverse
from wagtail.models import ModelLogEntry, Page

OUTSIDE = (ANYBODY, *sorted(SIGNED_IN - DOOR))
WRITER, OFFICER = "editor", "office"
INSIDE = (WRITER, OFFICER)
BOTH = frozenset(INSIDE)
WRITERS = frozenset({WRITER})

# Who finds something to do there; the longest beginning of a name counts.
BUSINESS = {
    # Everybody's own: first page, account, what its scripts ask for.
    "wagtailadmin_home": BOTH,
    "wagtailadmin_account": BOTH,
    "wagtailadmin_dismissibles": BOTH,
    "wagtailadmin_javascript_catalog": BOTH,
    "wagtailadmin_sprite": BOTH,
    "wagtail_localize:javascript_catalog": BOTH,
    # Windows of the editor and lists: open at the door, with nothing in them that their reader may not see (below).
    "wagtailadmin_api:": BOTH,
    "wagtailadmin_choose_page": BOTH,
    "wagtailadmin_reports:site_history": BOTH,
    "wagtailadmin_tag_autocomplete": BOTH,
    "wagtailadmin_workflows:task_chooser": BOTH,
    "wagtail_localize:translations_report": BOTH,
    "wagtaildocs_chooser:": BOTH,
    "wagtailembeds:": BOTH,
    "wagtailimages_chooser:": BOTH,
    # Pages and what stands on them.
    "wagtailadmin_explore_root": WRITERS,
    "wagtailadmin_pages:": WRITERS,
    "wagtailadmin_reports:": WRITERS,
    "wagtaildocs:": WRITERS,
    "wagtaildocs_chooser:create": WRITERS,
    "wagtailimages:": WRITERS,
    "wagtailimages_chooser:create": WRITERS,
    # Whoever locks pages reads which are: publishers.
    "wagtailadmin_reports:locked_pages": frozenset(),
}
# Stand before the door, or beside it.
ELSEWHERE = {"wagtailadmin_login", "wagtailadmin_logout", "wagtailcore_login"}
# An address that answers nothing without saying what of.
NOTHING_BY_ITSELF = {f"wagtailadmin_api:{kind}:find" for kind in ("documents", "images", "pages")}
# Where Wagtail leads whom it refuses; the list of users is ours, and refuses by itself.
LED_TO = ("/admin/", "/admin/people/")


def addresses():
    found = {}
    for name in sorted(names_of_the_site() - ELSEWHERE):
        if name.startswith("wagtail"):
            try:
                found[name] = reverse(name)
            except NoReverseMatch:
                continue
    return found


ADDRESSES = addresses()


def business(name):
    fitting = [begins for begins in BUSINESS if name.startswith(begins)]
    return BUSINESS[max(fitting, key=len)] if fitting else frozenset()


def client_of(sessions, who):
    client = Client(raise_request_exception=False)
    if who in sessions:
        client.cookies[settings.SESSION_COOKIE_NAME] = sessions[who]
    return client


@pytest.mark.parametrize("name", ADDRESSES)
@pytest.mark.usefixtures("plain_refusals")
def test_whoever_has_no_key_to_the_office_is_kept_out(world, sessions, name):
    wrong = []
    for who in OUTSIDE:
        expected = TO_SIGN_IN if who == ANYBODY else (403,)
        for method in ("get", "post"):
            answer = getattr(client_of(sessions, who), method)(ADDRESSES[name])
            if not is_as_expected(answer, expected):
                wrong.append(f"{method} as {who}: {answer.status_code}")
    assert wrong == []


@pytest.mark.parametrize("name", ADDRESSES)
@pytest.mark.usefixtures("plain_refusals")
def test_at_the_door_only_those_find_it_open_who_have_business_there(world, sessions, name):
    wrong = []
    for who in INSIDE:
        client = client_of(sessions, who)
        opened = client.get(ADDRESSES[name])
        expected = (200,) if who in business(name) and name not in NOTHING_BY_ITSELF else (302, 403, 404)
        if opened.status_code not in expected:
            wrong.append(f"get as {who}: {opened.status_code}, not {expected}")
        if opened.status_code == 302 and opened["Location"] not in LED_TO:
            wrong.append(f"get as {who} leads to {opened['Location']}")
        if who not in business(name):
            posted = client.post(ADDRESSES[name])
            refused = posted.status_code in (403, 404, 405) or posted.headers.get("Location") in LED_TO
            if not refused:
                wrong.append(f"post as {who}: {posted.status_code} {posted.headers.get('Location', '')}")
    assert wrong == []


def test_no_line_of_the_table_speaks_of_nothing():
    assert [begins for begins in BUSINESS if not any(name.startswith(begins) for name in ADDRESSES)] == []


# What stands in the windows that are open to everybody at the door: name, what is asked for, how its lines are read.
WINDOWS = {
    "wagtailadmin_api:pages:listing": ({}, lambda answer: answer.json()["items"]),
    "wagtailadmin_reports:site_history_results": ({}, lambda answer: answer.context["object_list"]),
    "wagtailimages_chooser:choose_results": ({}, lambda answer: answer.context["results"].object_list),
}


@pytest.mark.parametrize("name", WINDOWS)
def test_the_windows_show_a_writer_the_pages_and_an_officer_none(world, sessions, name):
    asked, lines = WINDOWS[name]
    shown = {who: len(lines(client_of(sessions, who).get(ADDRESSES[name], asked))) for who in INSIDE}
    assert shown[OFFICER] == 0
    assert shown[WRITER] > 0


def test_a_draft_is_chosen_by_writers_alone(world, sessions):
    draft = Page.objects.filter(live=False, depth__gt=3).first()
    address = reverse("wagtailadmin_choose_page_child", args=[draft.get_parent().pk])
    shown = {who: draft.title in client_of(sessions, who).get(address).json()["html"] for who in INSIDE}
    assert shown == {WRITER: True, OFFICER: False}


def test_a_writer_reads_nothing_of_the_exchange_in_the_sites_history(world, sessions):
    assert ModelLogEntry.objects.filter(content_type__app_label="exchange").exists()
    answer = client_of(sessions, WRITER).get(reverse("wagtailadmin_reports:site_history_results"))
    kinds = {entry.content_type.model_class() for entry in answer.context["object_list"]}
    assert kinds
    assert [kind for kind in kinds if not issubclass(kind, Page)] == []


def test_nobody_makes_a_step_of_a_workflow_through_its_window(world, sessions):
    making = {"create-task-name": "Everybody approves", "create-task-groups": ["1"]}
    for who in INSIDE:
        address = reverse("wagtailadmin_workflows:task_chooser_create")
        assert client_of(sessions, who).post(address, making).status_code == 400, who
