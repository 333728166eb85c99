"""The release: a dry run that names what is in the way, one transaction, and a taking back while no mail has left."""

from datetime import timedelta

import pytest
import seasons
from django.core.exceptions import PermissionDenied

from exchange.applications.models import Application
from exchange.applications.states import ApplicationState
from exchange.cycles.models import Seat
from exchange.cycles.states import CycleState
from exchange.journey.acceptance import accept_offer
from exchange.journey.amendment import amend_to_waitlist, correct_words
from exchange.journey.release import MAIL_WAITS, InTheWay, release
from exchange.journey.taking_back import TooLate, take_release_back
from exchange.offers.models import Offer, WaitingListEntry
from exchange.offers.states import EntryState, OfferState
from exchange.review.actions.deciding import confirm, decide, move_rank
from exchange.review.models import Decision
from exchange.review.states import DecisionState, Outcome
from portal.lifecycle.refusals import NotPossibleNow, Refusal
from portal.mail.models import OutboxMessage
from portal.mail.sending import deliver
from portal.mail.states import MailState

pytestmark = [pytest.mark.django_db, pytest.mark.both]
SELECT, WAITLIST, NOT = Outcome.SELECT, Outcome.WAITLIST, Outcome.NOT_SELECTED


@pytest.fixture
def now():
    return seasons.Clock()


@pytest.fixture
def director():
    return seasons.director()


@pytest.fixture
def cycle():
    return seasons.a_cycle(CycleState.DECIDING, firm=3, officer=seasons.officer())


def under_review(cycle, outcomes, by, now):
    """Applications under review with these outcomes set, in order."""
    rows = [seasons.an_application(cycle) for _outcome in outcomes]
    for row, outcome in zip(rows, outcomes, strict=True):
        if outcome is not None:
            decide(application=row, outcome=outcome, by=by, now=now)
    return rows


def states(rows):
    return [Application.objects.get(pk=row.pk).state for row in rows]


def kind_to(application):
    return list(OutboxMessage.objects.filter(person=application.person).values_list("kind", flat=True))


def test_the_release_does_everything_at_once(cycle, director, now):
    rows = under_review(cycle, [SELECT, WAITLIST, NOT, SELECT, WAITLIST, WAITLIST], director, now)
    draft = seasons.an_application(cycle, ApplicationState.DRAFT)
    release(cycle=cycle, by=director, now=now)

    cycle.refresh_from_db()
    assert (cycle.state, cycle.released_at) == (CycleState.RELEASED, now())
    selected = ApplicationState.SELECTED
    # Three seats: two selected, and the third goes to rank 1 of the list at once.
    assert states(rows) == [selected, selected, "not_selected", selected, "waitlisted", "waitlisted"]
    assert states([draft]) == [ApplicationState.LAPSED]
    assert seasons.list_states(cycle) == {1: EntryState.OFFERED, 2: EntryState.WAITING, 3: EntryState.WAITING}
    assert [seat for seat, _who in seasons.occupying(cycle)] == [1, 2, 3]
    assert [kind_to(row) for row in rows] == [
        ["offers.made"], ["offers.promoted"], ["offers.not_selected"], ["offers.made"], ["offers.waitlisted"],
        ["offers.waitlisted"],
    ]  # fmt: skip
    assert set(OutboxMessage.objects.values_list("not_before", flat=True)) == {now() + MAIL_WAITS}
    assert set(Decision.objects.values_list("state", flat=True)) == {DecisionState.RELEASED}


def test_only_the_director_releases(cycle, now):
    with pytest.raises(PermissionDenied):
        release(cycle=cycle, by=seasons.officer(), now=now)


def test_what_is_in_the_way_is_named_and_nothing_is_written(cycle, director, now):
    under_review(cycle, [SELECT, None], director, now)
    seasons.an_application(cycle, ApplicationState.SUBMITTED)
    seasons.an_application(cycle, ApplicationState.RETURNED)
    with pytest.raises(InTheWay) as refused:
        release(cycle=cycle, by=director, now=now)
    assert sorted(row.code for row in refused.value.obstacles) == ["returned", "submitted", "undecided"]
    cycle.refresh_from_db()
    assert cycle.state == CycleState.DECIDING
    assert not Offer.objects.exists()
    assert not OutboxMessage.objects.exists()


def test_more_selected_than_open_seats_is_refused_whatever_the_reserve(cycle, director, now):
    under_review(cycle, [SELECT] * 4, director, now)
    with pytest.raises(InTheWay) as refused:
        release(cycle=cycle, by=director, now=now)
    assert [(row.code, row.wanted, row.seats) for row in refused.value.obstacles] == [("too many", 4, 3)]


def test_who_was_carried_over_comes_first_and_counts(cycle, director, now):
    before = seasons.an_application(seasons.a_cycle(year=2026), ApplicationState.ENDED)
    carried = seasons.an_application(cycle, ApplicationState.SELECTED, by=before.person, deferred_from=before)
    rows = under_review(cycle, [SELECT, SELECT, WAITLIST], director, now)
    release(cycle=cycle, by=director, now=now)
    numbers = [who for _seat, who in seasons.occupying(cycle)]
    assert numbers == [carried.number, rows[0].number, rows[1].number]
    assert seasons.list_states(cycle) == {1: EntryState.WAITING}


def test_a_decision_flagged_after_a_recusal_is_in_the_way_until_confirmed(cycle, director, now):
    (row,) = under_review(cycle, [SELECT], director, now)
    Decision.objects.update(flagged_at=now())
    with pytest.raises(InTheWay):
        release(cycle=cycle, by=director, now=now)
    confirm(decision=row.decision, by=director, now=now)
    release(cycle=cycle, by=director, now=now)
    assert states([row]) == [ApplicationState.SELECTED]


def test_ranks_are_kept_without_gaps_while_they_are_moved(cycle, director, now):
    rows = under_review(cycle, [WAITLIST, WAITLIST, WAITLIST], director, now)
    move_rank(decision=Decision.objects.get(application=rows[2]), step=-1, by=director, now=now)
    decide(application=rows[0], outcome=NOT, by=director, now=now)
    found = dict(Decision.objects.values_list("application", "rank"))
    assert [found[row.pk] for row in rows] == [None, 2, 1]


# --- Taken back


def released(cycle, director, now, outcomes=(SELECT, WAITLIST, NOT)):
    rows = under_review(cycle, outcomes, director, now)
    release(cycle=cycle, by=director, now=now)
    cycle.refresh_from_db()
    return [Application.objects.select_related("person", "cycle").get(pk=row.pk) for row in rows]


def test_a_release_is_taken_back_as_a_whole_before_its_mails_leave(cycle, director, now):
    Seat.objects.filter(cycle=cycle, number__gt=1).delete()
    rows = released(cycle, director, now)
    now.pass_(minutes=5)
    take_release_back(cycle=cycle, by=director, now=now, reason="Wrong group")

    cycle.refresh_from_db()
    assert (cycle.state, cycle.released_at) == (CycleState.DECIDING, None)
    assert states(rows) == [ApplicationState.UNDER_REVIEW] * 3
    assert set(Decision.objects.values_list("state", flat=True)) == {DecisionState.PENDING}
    assert list(Offer.objects.values_list("state", flat=True)) == [OfferState.VOID]
    assert list(WaitingListEntry.objects.values_list("state", flat=True)) == [EntryState.VOID]
    assert set(OutboxMessage.objects.values_list("state", flat=True)) == {MailState.RECALLED}
    # And the same decisions can be released again.
    release(cycle=cycle, by=director, now=now)
    assert states(rows) == ["selected", "waitlisted", "not_selected"]


def test_after_one_mail_has_left_nothing_is_taken_back(cycle, director, now):
    rows = released(cycle, director, now)
    now.instant += MAIL_WAITS
    deliver(OutboxMessage.objects.filter(person=rows[0].person).get().pk, now=now)
    with pytest.raises(TooLate) as refused:
        take_release_back(cycle=cycle, by=director, now=now, reason="Wrong group")
    assert refused.value.names == [str(rows[0].person)]
    assert states(rows) == ["selected", "selected", "not_selected"]


def test_after_somebody_answered_nothing_is_taken_back(cycle, director, now):
    rows = released(cycle, director, now)
    accept_offer(offer=Offer.objects.get(application=rows[0]), by=rows[0].person, now=now, confirmed=True)
    with pytest.raises(TooLate):
        take_release_back(cycle=cycle, by=director, now=now, reason="Wrong group")


def test_only_a_release_can_be_taken_back(cycle, director, now):
    running = seasons.a_cycle(CycleState.RUNNING, year=2028)
    with pytest.raises((NotPossibleNow, PermissionDenied)):
        take_release_back(cycle=running, by=director, now=now, reason="Wrong group")


# --- Amended


def test_the_director_puts_somebody_at_the_end_of_the_list_after_the_release(cycle, director, now):
    rows = released(cycle, director, now, (SELECT, SELECT, SELECT, WAITLIST, NOT))
    now.pass_(days=1)
    entry = amend_to_waitlist(application=rows[4], by=director, now=now, reason="A score was misread")
    assert (entry.rank, entry.state) == (2, EntryState.WAITING)
    decision = Decision.objects.get(application=rows[4])
    assert (decision.state, decision.outcome, decision.rank) == (DecisionState.AMENDED, WAITLIST, 2)
    assert list(decision.versions.values_list("state", "outcome")) == [
        ("pending", "not_selected"), ("released", "not_selected"), ("amended", "waitlist")
    ]  # fmt: skip
    assert kind_to(rows[4])[:1] == ["offers.amended"]


def test_somebody_found_not_eligible_can_be_put_on_the_list_too(cycle, director, now):
    released(cycle, director, now, (SELECT, SELECT, SELECT, WAITLIST))
    out = seasons.an_application(cycle, ApplicationState.INELIGIBLE)
    assert amend_to_waitlist(application=out, by=director, now=now, reason="The list was wrong").rank == 2
    assert Decision.objects.get(application=out).state == DecisionState.AMENDED


def test_nobody_is_put_on_a_list_that_has_closed(cycle, director, now):
    rows = released(cycle, director, now)
    now.instant = cycle.stop_promotion_at + timedelta(minutes=1)
    with pytest.raises(Refusal, match="has closed"):
        amend_to_waitlist(application=rows[2], by=director, now=now, reason="Late")


def test_a_sentence_is_corrected_silently_and_each_version_is_kept(cycle, director, now):
    rows = released(cycle, director, now)
    before = OutboxMessage.objects.count()
    decision = Decision.objects.get(application=rows[2])
    correct_words(decision=decision, words="Apply again next year.", by=director, now=now, reason="A slip")
    decision.refresh_from_db()
    assert (decision.words, decision.outcome, decision.version) == ("Apply again next year.", NOT, 3)
    assert OutboxMessage.objects.count() == before
