"""The bases of every list in the office: narrowed, asked per object, exported as words, recorded."""

import io
import re
from datetime import date, timedelta

import openpyxl
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import given
from hypothesis import strategies as st

from portal.clock.models import SpecialDay
from portal.lifecycle.audit import history
from portal.mail.outbox import keep
from portal.office.export import as_words
from portal.office.search_terms import LONGEST, clean

FORMULAS = ["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx", "\nx", "=cmd|' /C calc'!A0"]


@pytest.fixture
def day(db):
    return SpecialDay.objects.create(day=date(2027, 5, 1), kind="holiday", name_en="Labour Day", name_zh="劳动节")


@pytest.fixture
def client(person_with, sign_in):
    return sign_in(person_with("office"))


def text_of(response):
    return b"".join(response.streaming_content)


@pytest.mark.parametrize("typed", FORMULAS)
def test_what_people_typed_is_no_formula_in_a_csv(typed):
    assert as_words(typed) == "'" + typed


def test_ordinary_words_and_numbers_stay_as_they_are():
    assert [as_words(value) for value in ("Dvořáková", "a=b", 5, -5, None)] == ["Dvořáková", "a=b", 5, -5, None]


def test_a_csv_has_a_bom_and_words_only(day, client):
    SpecialDay.objects.filter(pk=day.pk).update(name_en="=HYPERLINK(1)")
    body = text_of(client.get("/admin/holidays/?export=csv"))
    assert body.startswith(b"\xef\xbb\xbf")
    assert "'=HYPERLINK(1)" in body.decode("utf-8-sig")


def test_an_xlsx_holds_words_only(day, client):
    SpecialDay.objects.filter(pk=day.pk).update(name_en="=1+1")
    sheet = openpyxl.load_workbook(io.BytesIO(text_of(client.get("/admin/holidays/?export=xlsx")))).active
    cell = next(cell for row in sheet.iter_rows() for cell in row if cell.value == "=1+1")
    assert cell.data_type == "s"


def test_instants_are_exported_on_the_clock_of_the_office(noon, client):
    keep(kind="test", address="a@b.example", subject="s", text="t", now=noon)
    lines = text_of(client.get("/admin/mails/?export=csv")).decode("utf-8-sig").splitlines()
    assert "Written (Shanghai)" in lines[0]
    assert "2027-03-10 12:00+08:00" in lines[1]


def test_each_export_is_recorded(day, person_with, sign_in):
    clerk = person_with("office")
    text_of(sign_in(clerk).get("/admin/holidays/?export=csv&q=labour"))
    (line,) = history(clerk)
    assert line.action == "portal.office.export"
    assert {key: line.data[key] for key in ("what", "rows", "format")} == {
        "what": "portal.specialday", "rows": 1, "format": "csv",
    }  # fmt: skip
    assert line.message == "list exported: portal.specialday, 1"


def test_the_second_of_two_editors_is_told_and_nothing_is_overwritten(day, client):
    page = client.get(f"/admin/holidays/edit/{day.pk}/").content.decode()
    address = re.search(rf'action="(/admin/holidays/edit/{day.pk}/\?seen=[0-9a-f]+)"', page)[1]
    data = {"day": "2027-05-01", "kind": "holiday", "name_zh": "劳动节", "source": ""}
    assert client.post(address, {**data, "name_en": "First"}).status_code == 302
    second = client.post(address, {**data, "name_en": "Second"})
    assert second.status_code == 200
    assert "Somebody changed this a moment ago" in second.content.decode()
    assert 'value="Second"' in second.content.decode()
    day.refresh_from_db()
    assert day.name_en == "First"


def test_the_history_says_what_why_who_and_when(noon, now, person_with, sign_in):
    from portal.mail.actions import act_on

    clerk = person_with("office")
    mail = keep(kind="test", address="a@b.example", subject="s", text="t", now=noon)
    act_on(message=mail, act="hold", by=clerk, now=now)
    act_on(message=mail, act="give_up", by=clerk, now=now, reason="the address is wrong")
    page = sign_in(clerk).get(f"/admin/mails/history/{mail.pk}/").content.decode()
    for words in (
        "held: queued → held",
        "given up: held → given up",
        "the address is wrong",
        "10 Mar 2027 12:00 Shanghai",
    ):
        assert words in page


HOSTILE = [
    '"', "'", '"""', "\x00", "%00", "\x1b[2J", "a\x00b", "( AND )", "NOT OR AND", "*", "%", "_", "\\", "-", "--", "🫁",
    "\u202e", "x" * 5000, "論壇", "论", "{{ 7*7 }}", "<script>", "'; DROP TABLE x;--", "a:b:c", "!()&|", "\ud83d",
]  # fmt: skip


@pytest.mark.parametrize("typed", HOSTILE)
@pytest.mark.parametrize("path", ["/admin/find/", "/admin/people/", "/admin/mails/", "/admin/holidays/"])
def test_no_search_fails(client, path, typed):
    assert client.get(path, {"q": typed.encode("utf-8", "surrogatepass")}).status_code == 200


@given(st.text())
def test_a_cleaned_term_is_plain_words(text):
    term = clean(text)
    assert len(term) <= LONGEST
    assert term == " ".join(term.split())
    assert not {'"', "'", "\x00"} & set(term)
    assert clean(term) == term


def queries(client, path):
    with CaptureQueriesContext(connection) as caught:
        assert client.get(path).status_code == 200
    return len(caught)


@pytest.mark.parametrize("path", ["/admin/people/", "/admin/mails/", "/admin/holidays/", "/admin/"])
def test_no_list_asks_more_for_more_rows(path, client, person_with, noon):
    def add(numbers):
        for number in numbers:
            person = person_with("office")
            keep(kind="test", address=person.email, subject="s", text="t", now=noon, person=person)
            day = date(2027, 1, 1) + timedelta(days=number)
            SpecialDay.objects.create(day=day, kind="holiday", name_en="x", name_zh="x")

    add(range(5))
    queries(client, path)
    few = queries(client, path)
    add(range(5, 48))
    assert queries(client, path) == few
