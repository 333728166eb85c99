"""The decisions, without a database."""

from datetime import UTC, date, datetime, timedelta

import pytest

from exchange.applications.rules.completeness import lacks
from exchange.applications.rules.person import age_on, birth_problem, count_words, name_is_cut
from exchange.applications.rules.reminding import reminder_due
from exchange.applications.rules.saving import what_differs
from exchange.applications.rules.screening import lists_say
from exchange.applications.rules.windows import window_problems

TODAY = date(2027, 2, 1)
WINDOW = {"today": TODAY, "visit_from": date(2027, 6, 1), "visit_to": date(2027, 11, 30)}
LATE = {"today": TODAY, "visit_from": date(2027, 12, 1), "visit_to": date(2028, 2, 28)}


def codes(*windows, **around):
    rows = [(place, first, last) for place, (first, last) in enumerate(windows, start=1)]
    return [(p.place, p.end, p.code) for p in window_problems(rows, **(around or WINDOW))]


def test_a_window_within_the_visits_is_sound():
    assert codes((date(2027, 9, 6), date(2027, 9, 17))) == []


@pytest.mark.parametrize(
    ("window", "found"),
    [
        ((date(2027, 10, 18), date(2027, 10, 4)), (1, "to", "reversed")),
        ((date(2027, 12, 28), date(2027, 1, 4)), (1, "to", "reversed at new year")),
        ((date(2027, 1, 4), date(2027, 1, 20)), (1, "from", "past")),
        ((date(2027, 2, 1), date(2027, 2, 20)), (1, "from", "past")),
        ((date(2027, 5, 1), date(2027, 6, 20)), (1, "from", "outside")),
        ((date(2027, 11, 20), date(2027, 12, 3)), (1, "to", "outside")),
        ((date(2027, 11, 20), date(2028, 1, 3)), (1, "to", "over new year")),
        ((date(2027, 9, 6), date(2027, 9, 7)), (1, "to", "short")),
        ((date(2027, 9, 6), None), (1, "to", "no last day")),
        ((None, date(2027, 9, 6)), (1, "from", "no first day")),
    ],
)
def test_what_is_wrong_with_one_window(window, found):
    assert codes(window) == [found]


def test_three_days_are_enough():
    assert codes((date(2027, 9, 6), date(2027, 9, 8))) == []


def test_a_window_over_new_year_is_sound_where_the_visits_run_over_it():
    assert codes((date(2027, 12, 28), date(2028, 1, 8)), **LATE) == []


def test_overlapping_windows_name_the_later_one():
    windows = [(date(2027, 9, 6), date(2027, 9, 17)), (date(2027, 9, 17), date(2027, 9, 30))]
    assert codes(*windows) == [(2, "from", "overlap")]


def test_windows_that_touch_do_not_overlap():
    windows = [(date(2027, 9, 6), date(2027, 9, 17)), (date(2027, 9, 18), date(2027, 9, 30))]
    assert codes(*windows) == []


@pytest.mark.parametrize(
    ("born", "problem"),
    [
        (date(1979, 5, 4), None),
        (date(2027, 2, 1), "future"),
        (date(2030, 1, 1), "future"),
        (date(1900, 1, 1), "too long ago"),
        (date(2002, 2, 1), None),
        (date(2002, 2, 2), "under 25"),
    ],
)
def test_dates_of_birth(born, problem):
    assert birth_problem(born, today=TODAY) == problem


def test_age_before_and_on_the_birthday():
    assert age_on(date(2027, 5, 3), date(1979, 5, 4)) == 47
    assert age_on(date(2027, 5, 4), date(1979, 5, 4)) == 48


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", 0),
        ("One two three.", 3),
        ("follow-up of post-operative air leaks", 5),
        ("naïve Šimůnek’s ten", 3),
        ("胸外科", 2),
        ("胸外科 and robotics", 4),
    ],
)
def test_words_are_counted_alike_in_both_languages(text, words):
    assert count_words(text) == words


def test_a_name_of_more_than_39_characters_is_cut_in_a_passport():
    assert not name_is_cut("DVORAKOVA", "JANA")
    assert name_is_cut("PAPADIAMANTOPOULOS-CHATZIGEORGIOU", "KONSTANTINOS")


WHOLE = {
    "surname": "Dvořáková", "birth_date": date(1979, 5, 4), "nationality": "CZ", "phone": "+420", "affiliation_1_name": "N",
    "affiliation_1_city": "Praha", "affiliation_1_country": "CZ", "specialty": 1, "post": "Head", "qualified_in": 2010,
    "training": "T", "registered_with": "C", "proposal": "P", "participation": ["observe"],
    "window_1_from": date(2027, 9, 6), "place_offered": "no",
}  # fmt: skip
FILES = {"cv", "registration"}


def fields_lacking(values, files=FILES, wrong=()):
    return [(lack.section, lack.field, lack.code) for lack in lacks(values, files=files, wrong=wrong)]


def test_a_whole_application_lacks_nothing():
    assert fields_lacking(WHOLE) == []


def test_one_name_is_enough_whichever_it_is():
    assert fields_lacking(WHOLE | {"surname": "", "given_names": "Suharto"}) == []
    assert fields_lacking(WHOLE | {"surname": ""}) == [("you", "surname", "missing")]


@pytest.mark.parametrize("name", [name for name in WHOLE if name != "surname"])
def test_each_needed_answer_is_missed(name):
    assert [lack[1] for lack in fields_lacking(WHOLE | {name: [] if name == "participation" else ""})] == [name]


def test_a_second_hospital_needs_its_city_and_country():
    assert fields_lacking(WHOLE | {"affiliation_2_name": "Klinikum"}) == [
        ("hospital", "affiliation_2_city", "missing"),
        ("hospital", "affiliation_2_country", "missing"),
    ]


def test_an_offered_place_needs_purpose_months_and_department():
    assert [lack[1] for lack in fields_lacking(WHOLE | {"place_offered": "yes"})] == [
        "place_purpose", "place_months", "place_department",
    ]  # fmt: skip


def test_files_are_missed_last_and_wrong_answers_once():
    found = fields_lacking(WHOLE | {"birth_date": None}, files=set(), wrong=[("you", "birth_date")])
    assert found == [("you", "birth_date", "wrong"), ("files", "cv", "missing"), ("files", "registration", "missing")]


def test_nothing_differs_where_nobody_else_wrote():
    assert what_differs({"post": "B"}, {"post": "A"}, {"post": "A"}) == []


def test_a_field_that_somebody_else_wrote_differs():
    assert what_differs({"post": "B"}, {"post": "A"}, {"post": "C"}) == ["post"]


def test_the_same_text_written_twice_is_no_difference():
    assert what_differs({"post": "B"}, {"post": "A"}, {"post": "B"}) == []


def test_without_knowing_what_was_seen_every_other_text_differs():
    assert what_differs({"post": "B", "training": "x"}, None, {"post": "A", "training": "x"}) == ["post"]


CLOSES = datetime(2027, 3, 31, 15, 59, tzinfo=UTC)


@pytest.mark.parametrize(
    ("before", "sent", "due"),
    [
        (timedelta(days=8), set(), None),
        (timedelta(days=7), set(), 7),
        (timedelta(days=6), {7}, None),
        (timedelta(days=6), set(), 7),
        (timedelta(hours=24), {7}, 1),
        (timedelta(hours=23), set(), 1),
        (timedelta(hours=1), {7, 1}, None),
        (timedelta(0), {7}, None),
    ],
)
def test_reminders_are_due_once_each(before, sent, due):
    assert reminder_due(CLOSES - before, CLOSES, CLOSES - timedelta(days=30), sent) == due


def test_a_draft_begun_within_the_last_day_is_not_reminded():
    assert reminder_due(CLOSES - timedelta(hours=2), CLOSES, CLOSES - timedelta(hours=5), set()) is None


@pytest.mark.parametrize(
    ("countries", "within", "says"),
    [
        (["CZ"], True, ("all", (), "inside")),
        (["CZ", "US"], False, ("some", ("US",), "outside")),
        (["US"], None, ("none", ("US",), "unknown")),
        (["", ""], True, ("unknown", (), "inside")),
    ],
)
def test_what_the_lists_say(countries, within, says):
    said = lists_say(countries, {"CZ", "DE"}, within)
    assert (said.europe, said.outside, said.specialty) == says
