"""From the asking to the finished review: who may, what is kept, what a recusal does."""

import pytest
import seasons
from django.core.exceptions import PermissionDenied
from django.http import Http404

from exchange.applications.models import Application
from exchange.applications.states import ApplicationState
from exchange.cycles.states import CycleState
from exchange.partners.models import Partner
from exchange.review.actions.assigning import assign, assign_evenly
from exchange.review.actions.deciding import decide
from exchange.review.actions.reviewing import Unscored, recuse, reopen_review, save_review
from exchange.review.actions.stages import begin_deciding, begin_review
from exchange.review.models import Decision, ReviewAssignment, ReviewerHospital, ReviewScore
from exchange.review.queries.summaries import reviewed
from exchange.review.states import Outcome, ReviewState
from portal.access.permissions import visible_to
from portal.access.roles import Role
from portal.lifecycle.models import guarded_write
from portal.lifecycle.refusals import Overtaken, Refusal
from portal.mail.models import OutboxMessage
from portal.people.actions import leave

pytestmark = [pytest.mark.django_db, pytest.mark.both]


@pytest.fixture
def now():
    return seasons.Clock()


@pytest.fixture
def office():
    return seasons.officer()


@pytest.fixture
def cycle():
    made = seasons.a_cycle(CycleState.REVIEWING, reviews_wanted=2)
    seasons.criteria(made)
    return made


@pytest.fixture
def reviewers():
    return [seasons.person(Role.REVIEWER) for _number in range(3)]


def a_review(cycle, reviewer, office, now, application=None):
    application = application or seasons.an_application(cycle, ApplicationState.SCREENED)
    (made,) = assign(cycle=cycle, applications=[application.pk], people=[reviewer], by=office, now=now)
    return made


def scores(cycle, first, second):
    one, two = cycle.criteria.all()
    return {one.pk: first, two.pk: second}


def finish(review, now, first=8, second=5, **words):
    return save_review(
        review=review, scores=scores(review.application.cycle, first, second), by=review.reviewer, now=now, finish=True,
        **{"recommendation": "invite", **words},
    )  # fmt: skip


def test_the_first_assignment_takes_an_application_under_review_and_one_mail_goes_per_reviewer(
    cycle, reviewers, office, now
):
    rows = [seasons.an_application(cycle, ApplicationState.SCREENED) for _number in range(3)]
    assign(cycle=cycle, applications=[row.pk for row in rows], people=reviewers[:2], by=office, now=now)
    assert set(Application.objects.values_list("state", flat=True)) == {ApplicationState.UNDER_REVIEW}
    assert list(OutboxMessage.objects.values_list("kind", "person")) == [
        ("review.assigned", reviewers[1].pk), ("review.assigned", reviewers[0].pk)
    ]  # fmt: skip


def test_evenly_each_application_gets_its_number_and_each_reviewer_as_many(cycle, reviewers, office, now):
    for _number in range(6):
        seasons.an_application(cycle, ApplicationState.SCREENED)
    assert len(assign_evenly(cycle=cycle, by=office, now=now)) == 12
    held = [ReviewAssignment.objects.filter(reviewer=reviewer).count() for reviewer in reviewers]
    assert held == [4, 4, 4]
    assert assign_evenly(cycle=cycle, by=office, now=now) == []


def test_nobody_reviews_somebody_from_their_own_hospital(cycle, reviewers, office, now):
    partner = Partner.objects.create(
        name="Klinikum Lindenhof",
        slug="l",
        country="DE",
        city_en="Freiburg",
        city_zh="弗莱堡",
        time_zone="Europe/Berlin",
    )
    application = seasons.an_application(cycle, ApplicationState.SCREENED)
    application.affiliations.create(place=1, name="Klinikum Lindenhof", partner=partner, sending=True)
    ReviewerHospital.objects.create(person=reviewers[0], name="klinikum lindenhof")
    ReviewerHospital.objects.create(person=reviewers[1], partner=partner)
    for reviewer in reviewers[:2]:
        with pytest.raises(Refusal, match="same hospital"):
            assign(cycle=cycle, applications=[application.pk], people=[reviewer], by=office, now=now)
    made = assign_evenly(cycle=cycle, by=office, now=now)
    assert [review.reviewer for review in made] == [reviewers[2]]


def test_nobody_reviews_a_cycle_in_which_they_apply(cycle, reviewers, office, now):
    seasons.an_application(cycle, ApplicationState.SUBMITTED, by=reviewers[0])
    application = seasons.an_application(cycle, ApplicationState.SCREENED)
    with pytest.raises(Refusal, match="apply in this cycle"):
        assign(cycle=cycle, applications=[application.pk], people=[reviewers[0]], by=office, now=now)


def test_only_staff_assign(cycle, reviewers, now):
    with pytest.raises(PermissionDenied):
        assign(cycle=cycle, applications=[], people=[], by=reviewers[0], now=now)


def test_a_reviewer_reads_what_is_assigned_and_nothing_else(cycle, reviewers, office, now):
    review = a_review(cycle, reviewers[0], office, now)
    seasons.an_application(cycle, ApplicationState.UNDER_REVIEW)
    assert list(visible_to(reviewers[0], Application)) == [review.application]
    assert list(visible_to(reviewers[1], Application)) == []


def test_a_draft_saves_with_gaps_and_finishing_names_what_is_missing(cycle, reviewers, office, now):
    review = a_review(cycle, reviewers[0], office, now)
    with pytest.raises(Unscored) as lacking:
        save_review(
            review=review, scores=scores(cycle, 8, None), by=reviewers[0], now=now, finish=True, for_committee="Good."
        )
    assert [criterion and criterion.order for criterion in lacking.value.missing] == [2, None]
    review.refresh_from_db()
    assert (review.state, review.for_committee, review.scores.count()) == (ReviewState.BEGUN, "Good.", 1)


def test_a_finished_review_counts_by_its_weights(cycle, reviewers, office, now):
    review = a_review(cycle, reviewers[0], office, now)
    finish(review, now)
    found = reviewed(cycle)[review.application_id].summary
    # Weights 3 and 2: (8·3 + 5·2) / 5.
    assert (float(found.mean), found.done, found.missing, found.single) == (6.8, 1, 1, True)


def test_a_second_tab_is_told_and_overwrites_nothing(cycle, reviewers, office, now):
    review = a_review(cycle, reviewers[0], office, now)
    save_review(review=review, scores={}, by=reviewers[0], now=now, version=0, for_committee="First.")
    with pytest.raises(Overtaken):
        save_review(review=review, scores={}, by=reviewers[0], now=now, version=0, for_committee="Second.")
    review.refresh_from_db()
    assert review.for_committee == "First."


def test_it_is_opened_again_until_the_cycle_decides(cycle, reviewers, office, now):
    review = finish(a_review(cycle, reviewers[0], office, now), now)
    reopen_review(review=review, by=reviewers[0], now=now)
    review = finish(ReviewAssignment.objects.get(pk=review.pk), now)
    begin_deciding(cycle=cycle, by=office, now=now)
    with pytest.raises(Refusal, match="Decisions are being made"):
        reopen_review(review=ReviewAssignment.objects.get(pk=review.pk), by=reviewers[0], now=now)


def test_a_late_review_can_still_be_finished_while_the_cycle_decides(cycle, reviewers, office, now):
    first, late = (a_review(cycle, reviewer, office, now) for reviewer in reviewers[:2])
    finish(first, now)
    begin_deciding(cycle=cycle, by=office, now=now)
    assert finish(late, now).state == ReviewState.DONE


def test_a_conflict_declared_before_scoring_shuts_the_reviewer_out(cycle, reviewers, office, now):
    review = a_review(cycle, reviewers[0], office, now)
    recuse(review=review, by=reviewers[0], now=now, reason="We wrote two papers together")
    assert list(visible_to(reviewers[0], Application)) == []
    with pytest.raises((Http404, PermissionDenied)):
        save_review(review=ReviewAssignment.objects.get(pk=review.pk), scores={}, by=reviewers[0], now=now)


def test_declared_after_scoring_the_scores_are_kept_and_count_no_more(cycle, reviewers, office, now):
    application = seasons.an_application(cycle, ApplicationState.SCREENED)
    first, second = (a_review(cycle, reviewer, office, now, application) for reviewer in reviewers[:2])
    finish(first, now, 10, 10)
    finish(second, now, 5, 5)
    begin_deciding(cycle=cycle, by=office, now=now)
    decide(application=application, outcome=Outcome.SELECT, by=office, now=now)
    recuse(review=first, by=reviewers[0], now=now, reason="A former host of mine")

    found = reviewed(cycle)[application.pk].summary
    assert (float(found.mean), found.done, found.recused) == (5.0, 1, 1)
    assert ReviewScore.objects.filter(review=first).count() == 2
    assert Decision.objects.get(application=application).flagged_at == now()


def test_declared_after_the_release_the_decision_stands_and_the_director_is_told(cycle, reviewers, office, now):
    director = seasons.director()
    application = seasons.an_application(cycle, ApplicationState.SCREENED)
    review = finish(a_review(cycle, reviewers[0], office, now, application), now)
    with guarded_write():
        Decision.objects.create(application=application, outcome=Outcome.SELECT, state="released", released_at=now())
    recuse(review=review, by=reviewers[0], now=now, reason="A former host of mine")
    assert Decision.objects.get().flagged_at is None
    assert list(OutboxMessage.objects.filter(person=director).values_list("kind", flat=True)) == [
        "review.recused_after_release"
    ]


def test_when_all_reviewers_of_one_application_are_recused_it_has_no_mean(cycle, reviewers, office, now):
    application = seasons.an_application(cycle, ApplicationState.SCREENED)
    for reviewer in reviewers[:2]:
        review = finish(a_review(cycle, reviewer, office, now, application), now)
        recuse(review=review, by=reviewer, now=now, reason="Co-author")
    found = reviewed(cycle)[application.pk].summary
    assert (found.mean, found.missing, found.recused) == (None, 2, 2)


def test_a_reviewer_who_leaves_hands_open_reviews_to_a_successor_who_may(cycle, reviewers, office, now):
    director = seasons.director()
    open_one, done_one = (a_review(cycle, reviewers[0], office, now) for _number in range(2))
    finish(done_one, now)
    own = seasons.an_application(cycle, ApplicationState.SCREENED)
    own.affiliations.create(place=1, name="St Gertrude", sending=True)
    ReviewerHospital.objects.create(person=reviewers[1], name="St Gertrude")
    refused = a_review(cycle, reviewers[0], office, now, own)
    lines = leave(person=reviewers[0], successor=reviewers[1], by=director, now=now, reason="Moved")
    assert len(lines) == 2
    assert ReviewAssignment.objects.get(application=open_one.application, reviewer=reviewers[1]).state == "assigned"
    assert not ReviewAssignment.objects.filter(application=refused.application, reviewer=reviewers[1]).exists()
    states = dict(ReviewAssignment.objects.filter(reviewer=reviewers[0]).values_list("pk", "state"))
    assert states == {open_one.pk: "recused", done_one.pk: "done", refused.pk: "recused"}


def test_the_two_steps_of_the_cycle(office, now):
    cycle = seasons.a_cycle(CycleState.CLOSED)
    begin_review(cycle=cycle, by=office, now=now)
    cycle.refresh_from_db()
    assert cycle.state == CycleState.REVIEWING
    with pytest.raises(Refusal, match="nothing to decide on"):
        begin_deciding(cycle=cycle, by=office, now=now)


def test_decisions_are_set_in_the_meeting_alone(cycle, office, now):
    application = seasons.an_application(cycle)
    with pytest.raises(Refusal, match="while the cycle is deciding"):
        decide(application=application, outcome=Outcome.SELECT, by=office, now=now)
