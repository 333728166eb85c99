"""Walks every URL as every role, own and another's object, against the table."""

from functools import lru_cache

import pytest
from access.table import ANYBODY, PEOPLE, TO_SIGN_IN, Prefix, collect
from django.conf import settings
from django.test import Client, override_settings
from django.urls import URLResolver, get_resolver, reverse

TABLE = collect()
ROWS = [row for row in TABLE if not isinstance(row, Prefix)]
# Whoever does not get in to read does not get in to write: refused, not there, or nothing that takes a POST.
REFUSALS = (403, 404, 405, 409)
PREFIXES = tuple(row.begins for row in TABLE if isinstance(row, Prefix))


@lru_cache
def names_of_the_site():
    """Every name of the resolver, with its namespaces; nameless patterns have none."""

    def walk(patterns, spaces=()):
        for pattern in patterns:
            if isinstance(pattern, URLResolver):
                inner = (*spaces, pattern.namespace) if pattern.namespace else spaces
                yield from walk(pattern.url_patterns, inner)
            elif pattern.name:
                yield ":".join((*spaces, pattern.name))

    return frozenset(walk(get_resolver().url_patterns))


def test_every_url_is_in_the_table():
    known = {row.name for row in ROWS}
    missing = {name for name in names_of_the_site() - known if not name.startswith(PREFIXES)}
    assert sorted(missing) == []


def test_no_row_speaks_of_a_url_that_is_gone():
    assert sorted({row.name for row in ROWS} - names_of_the_site()) == []
    assert [begins for begins in PREFIXES if not any(n.startswith(begins) for n in names_of_the_site())] == []


def test_labels_are_unique():
    labels = [row.label for row in ROWS]
    assert sorted({label for label in labels if labels.count(label) > 1}) == []


@pytest.fixture(scope="module")
def plain_refusals(tmp_path_factory):
    """Half of some seven thousand answers are refusals: here their number is asked, below what their pages show."""
    folder = tmp_path_factory.mktemp("refusals")
    for name in ("403.html", "404.html"):
        (folder / name).write_text("refused", encoding="utf-8")
    [engine] = settings.TEMPLATES
    with override_settings(TEMPLATES=[engine | {"DIRS": [folder, *engine["DIRS"]]}]):
        yield


def answer(world, sessions, row, who, method):
    client = Client(raise_request_exception=False)
    if who in sessions:
        client.cookies[settings.SESSION_COOKIE_NAME] = sessions[who]
    kwargs = row.kwargs(world) if row.kwargs else None
    return getattr(client, method)(reverse(row.name, kwargs=kwargs), row.data)


def is_as_expected(response, expected):
    if expected == TO_SIGN_IN:
        return response.status_code == 302 and "/accounts/login/" in response["Location"]
    return response.status_code in expected


@pytest.mark.parametrize("row", ROWS, ids=[row.label for row in ROWS])
@pytest.mark.usefixtures("plain_refusals")
def test_every_role_gets_what_the_table_says(world, sessions, row):
    wrong = []
    for who in PEOPLE:
        expected = row.expected(who)
        response = answer(world, sessions, row, who, row.method)
        if not is_as_expected(response, expected):
            wrong.append(f"{row.method} as {who}: {response.status_code}, not {expected}")
        if who not in row.see and row.method == "get" and who != ANYBODY:
            posted = answer(world, sessions, row, who, "post")
            if not is_as_expected(posted, expected) and posted.status_code not in REFUSALS:
                wrong.append(f"post as {who}: {posted.status_code} {posted.headers.get('Location', '')}")
    assert wrong == []
