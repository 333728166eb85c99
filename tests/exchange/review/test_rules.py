"""Scores, ranking, conflicts of interest and fair loads: the decisions themselves, without a database."""

from fractions import Fraction

from exchange.review.rules.assigning import spread_evenly
from exchange.review.rules.conflicts import ApplicationFacts, ReviewerFacts, conflicts, excluded
from exchange.review.rules.ordering import moved, placed, ranked
from exchange.review.rules.scoring import Place, ranking, summarise, weighted


def test_a_reviews_total_is_the_weighted_mean():
    assert weighted({1: 8, 2: 5}, {1: 3, 2: 1}) == Fraction(29, 4)


def test_a_review_without_one_score_has_no_total():
    assert weighted({1: 8, 2: None}, {1: 3, 2: 1}) is None
    assert weighted({1: 8}, {1: 3, 2: 1}) is None
    assert weighted({}, {}) is None


def test_a_missing_review_is_counted_and_not_averaged_away():
    found = summarise([Fraction(8), Fraction(6)], missing=1, recused=1)
    assert (found.mean, found.spread, found.done, found.missing, found.recused) == (7, 2, 2, 1, 1)


def test_one_review_has_no_spread_and_is_shown_as_single():
    found = summarise([Fraction(8)], missing=2)
    assert (found.mean, found.spread, found.single) == (8, None, True)


def test_no_review_has_no_mean():
    assert summarise([]).mean is None


def test_equal_means_share_a_place_exactly():
    means = {"a": Fraction(29, 4), "b": Fraction(58, 8), "c": Fraction(9), "d": None, "e": Fraction(1)}
    assert ranking(means) == {
        "a": Place(2, True), "b": Place(2, True), "c": Place(1, False), "d": Place(None, False), "e": Place(4, False)
    }  # fmt: skip


def test_the_same_hospital_is_found_by_partner_or_by_name():
    application = ApplicationFacts(1, person=7, hospitals=frozenset({("partner", 3), ("name", "st gertrude")}))
    assert excluded(ReviewerFacts(9, hospitals=frozenset({("partner", 3)})), application) == ["same hospital"]
    assert excluded(ReviewerFacts(9, hospitals=frozenset({("name", "st gertrude")})), application) == ["same hospital"]
    assert excluded(ReviewerFacts(9, hospitals=frozenset({("partner", 4)})), application) == []


def test_nobody_reviews_a_cycle_in_which_they_apply_or_refer():
    application = ApplicationFacts(1, person=7)
    assert excluded(ReviewerFacts(9, applies_here=True), application) == ["applies"]
    assert excluded(ReviewerFacts(9, refers_here=True), application) == ["refers"]
    assert excluded(ReviewerFacts(7), application) == ["own"]


def test_somebody_whom_the_applicant_names_is_shown_and_not_excluded():
    application = ApplicationFacts(1, person=7, knows="i worked with gao shuren in 2019")
    reviewer = ReviewerFacts(9, names=frozenset({"gao shuren"}))
    assert conflicts(reviewer, application) == ["named"]
    assert excluded(reviewer, application) == []


def test_reviews_are_spread_evenly_and_the_same_every_time():
    wanted = dict.fromkeys(range(1, 7), 2)
    allowed = {application: ["a", "b", "c"] for application in wanted}
    pairs = spread_evenly(wanted, allowed, {}, set())
    assert pairs == spread_evenly(wanted, allowed, {}, set())
    assert {who: sum(reviewer == who for _row, reviewer in pairs) for who in "abc"} == {"a": 4, "b": 4, "c": 4}


def test_who_is_excluded_or_was_recused_is_not_asked_again():
    assert spread_evenly({1: 2}, {1: ["a", "b"]}, {}, {(1, "a")}) == [(1, "b")]
    assert spread_evenly({1: 2}, {1: []}, {}, set()) == []


def test_the_list_is_moved_a_step_at_a_time():
    assert ranked([(None, "c"), (2, "a"), (1, "b")]) == ["b", "a", "c"]
    assert moved(["a", "b", "c"], "b", -1) == ["b", "a", "c"]
    assert moved(["a", "b", "c"], "a", -1) == ["a", "b", "c"]
    assert placed(["a", "b", "c"], "c", 1) == ["c", "a", "b"]
    assert placed(["a", "b"], "z", 9) == ["a", "b", "z"]
