"""Walks every URL as every role, own and another's object, against the table."""

from dataclasses import dataclass
from functools import cached_property

import pytest
from access.table import PEOPLE, STAFF, Prefix, collect, is_as_expected, names_of_the_site
from django.conf import settings
from django.test import Client
from django.urls import reverse

TABLE = collect()
ROWS = [row for row in TABLE if not isinstance(row, Prefix)]
PREFIXES = tuple(row.begins for row in TABLE if isinstance(row, Prefix))


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


@dataclass
class Walker:
    """Asks one address as everybody."""

    row: object
    address: str
    sessions: dict
    owner: object

    def answer(self, who, method):
        client = Client(raise_request_exception=False)
        if self.owner and who in self.row.see - STAFF:
            client.force_login(self.owner)
        elif who in self.sessions:
            client.cookies[settings.SESSION_COOKIE_NAME] = self.sessions[who]
        more = {"content_type": self.row.content_type} if self.row.content_type else {}
        return getattr(client, method)(self.address, self.row.data, **more)

    def wrong(self, who, method):
        """What is not as the table says, in words; None where it is."""
        response, expected = self.answer(who, method), self.row.expected(who)
        if is_as_expected(response, expected) or (method != self.row.method and self.takes_no_post(response)):
            return None
        return f"{method} as {who}: {response.status_code} {response.headers.get('Location', '')}, not {expected}"

    def takes_no_post(self, response):
        """Where nobody may post, not even those who get in, the method is refused before the person."""
        return response.status_code == 405 and self.refuses_every_post

    @cached_property
    def refuses_every_post(self):
        return all(self.answer(who, "post").status_code == 405 for who in self.row.see)


@pytest.mark.parametrize("row", ROWS, ids=[row.label for row in ROWS])
@pytest.mark.usefixtures("plain_refusals")
def test_every_role_gets_what_the_table_says(world, sessions, row):
    """Those who get in last: what one of them posts may change the object that the others ask for."""
    address = reverse(row.name, kwargs=row.kwargs(world) if row.kwargs else None)
    walker = Walker(row, address, sessions, row.owner(world) if row.owner else None)
    outsiders = [who for who in PEOPLE if who not in row.see]
    wrong = [walker.wrong(who, method) for who in outsiders for method in dict.fromkeys((row.method, "post"))]
    wrong += [walker.wrong(who, row.method) for who in PEOPLE if who in row.see]
    assert [line for line in wrong if line] == []
