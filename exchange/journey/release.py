"""Release a cycle's decisions, all in one transaction. The mails wait a while, so that it can be taken back."""

from dataclasses import dataclass
from datetime import timedelta

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from exchange.applications import parts as application_parts
from exchange.applications.models import Application
from exchange.applications.states import ApplicationState
from exchange.cycles.lock import take_turn
from exchange.offers import messages
from exchange.offers.models import WaitingListEntry
from exchange.offers.parts.giving import give_free_seats, make_offer
from exchange.offers.queries.standing import carried_over, standing
from exchange.offers.rules.releasing import Case, plan_release
from exchange.review import parts as review_parts
from exchange.review.models import Decision
from exchange.review.queries.summaries import reviewed
from exchange.review.states import Outcome
from portal.access.permissions import require
from portal.clock.queries import working_calendar
from portal.lifecycle.moving import move
from portal.lifecycle.refusals import NotPossibleNow, Refusal

MAIL_WAITS = timedelta(minutes=15)
"""How long the mails of a release wait before they leave: so long it can be taken back."""


@dataclass(frozen=True)
class DryRun:
    """What releasing would do. plan: a ReleasePlan over keys; applications, decisions: what those keys stand for."""

    plan: object
    applications: dict
    decisions: dict
    rows: dict


class InTheWay(Refusal):
    """The release is refused. `obstacles` are the rules' Obstacles, `run` the DryRun that found them."""

    def __init__(self, run):
        self.run = run
        self.obstacles = run.plan.obstacles
        count = len(self.obstacles)
        super().__init__(
            ngettext(
                "One thing is in the way of the release.", "%(count)s things are in the way of the release.", count
            )
            % {"count": count}
        )


def dry_run(cycle, at):
    """Read everything that a release reads, decide everything that it decides, and write nothing."""
    stand = standing(cycle, at)
    decisions = {row.application_id: row for row in Decision.objects.filter(application__cycle=cycle)}
    applications = Application.objects.filter(cycle=cycle).select_related("person", "cycle__officer")
    by_key = {row.pk: row for row in applications}
    before = set(carried_over(cycle).values_list("pk", flat=True))
    scores = reviewed(cycle)
    cases = [case_of(row, decisions.get(row.pk), scores.get(row.pk), row.pk in before) for row in by_key.values()]
    return DryRun(plan_release(cases, stand.seats, stopped=stand.rules.stopped), by_key, decisions, stand.rows)


def case_of(application, decision, scored, carried):
    mean = scored.summary.mean if scored else None
    return Case(
        key=application.pk,
        state=application.state,
        outcome=decision.outcome if decision else "",
        rank=decision.rank if decision else None,
        # Among the selected, seats are numbered by score, then by number: it decides nothing but the seat's number.
        order=(-(mean or 0), application.serial or 0, application.pk),
        carried=carried,
        flagged=bool(decision and decision.flagged_at),
    )


def release(*, cycle, by, now):
    """deciding → released, by the director: outcomes, offers, waiting list and their mails. Raises InTheWay."""
    require(by, "release", cycle)
    with transaction.atomic():
        fresh = take_turn(cycle.pk)
        at = now()
        if fresh.lifecycle.find("release", fresh.state) is None:
            raise NotPossibleNow(_("This cycle is not deciding."))
        run = dry_run(fresh, at)
        if not run.plan.is_clear:
            raise InTheWay(run)
        move(fresh, "release", by=by, at=at, released_at=at)
        write_outcomes(fresh, run, by, at)
        make_offers(fresh, run, by, at)
        write_list(fresh, run, at)
        for case in run.plan.lapsed:
            application_parts.lapse(application=run.applications[case.key], by=by, at=at)
    return run


def write_outcomes(cycle, run, by, at):
    people = Application.objects.filter(cycle=cycle, submitted_at__isnull=False).count()
    seats = sum(seat.is_open for seat in run.rows.values())
    steps = {Outcome.SELECT: application_parts.select, Outcome.WAITLIST: application_parts.waitlist,
             Outcome.NOT_SELECTED: application_parts.not_select}  # fmt: skip
    for key, decision in run.decisions.items():
        application = run.applications[key]
        if application.state != ApplicationState.UNDER_REVIEW:
            continue
        decision.application = application
        review_parts.release(decision, by=by, at=at)
        steps[decision.outcome](application=application, by=by, at=at)
        if decision.outcome == Outcome.NOT_SELECTED:
            messages.not_selected(decision, people=people, seats=seats, now=at, delay=MAIL_WAITS)


def make_offers(cycle, run, by, at):
    """To each selected, those carried over from the cycle before first."""
    calendar = working_calendar()
    for seat, case in run.plan.offers:
        row = run.rows[seat.key]
        row.cycle = cycle
        make_offer(seat=row, application=run.applications[case.key], calendar=calendar, by=by, at=at, delay=MAIL_WAITS)


def write_list(cycle, run, at):
    """The waiting list by its ranks; the seats that are left go to it at once; who still waits then is told so."""
    entries = {
        case.key: WaitingListEntry.objects.create(
            cycle=cycle, application=run.applications[case.key], rank=case.rank, entered_at=at
        )
        for case in run.plan.waiting
    }
    given = {offer.application_id for offer in give_free_seats(cycle, at, delay=MAIL_WAITS, at_once=True)}
    for key, entry in entries.items():
        if key not in given:
            messages.waitlisted(entry, words=run.decisions[key].words, now=at, delay=MAIL_WAITS)
