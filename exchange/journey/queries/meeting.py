"""The meeting's table: every application under review with its scores, and the decision that pends or was released."""

from dataclasses import dataclass

from exchange.applications.models import Affiliation, Application
from exchange.applications.states import ApplicationState
from exchange.offers.queries.standing import standing
from exchange.offers.rules.seats import counts, free_seats
from exchange.review.models import Decision
from exchange.review.queries.summaries import reviewed
from exchange.review.rules.scoring import ranking
from exchange.review.states import Outcome

S = ApplicationState
SHOWN = (S.UNDER_REVIEW, S.SELECTED, S.WAITLISTED, S.NOT_SELECTED, S.HOSTED, S.ENDED, S.WITHDRAWN)
KINDS = {Outcome.SELECT: "good", Outcome.WAITLIST: "wait", Outcome.NOT_SELECTED: ""}


@dataclass(frozen=True)
class MeetingRow:
    """One application. place: by mean score, shared by equals. single: one review alone. flagged: to be looked at again."""

    application: Application
    decision: Decision | None
    name: str
    where: str
    place: int | None
    tied: bool
    mean: str
    spread: str
    done: int
    missing: int
    recused: int
    single: bool
    flagged: bool
    kind: str

    @property
    def outcome(self):
        return self.decision.outcome if self.decision else ""


@dataclass(frozen=True)
class Meeting:
    """totals: dict of outcome → how many, "" for undecided. seats: free ones. carried: how many come before everybody."""

    rows: list
    totals: dict
    free: int
    carried: int
    seats: dict

    @property
    def over(self):
        """How many more are selected than there are seats."""
        return max(0, self.totals[Outcome.SELECT] + self.carried - self.free)


def number(value):
    return "" if value is None else f"{float(value):.1f}"


def meeting_of(cycle, at, language):
    found, stand = reviewed(cycle), standing(cycle, at)
    decisions = {row.application_id: row for row in Decision.objects.filter(application__cycle=cycle)}
    applications = Application.objects.filter(cycle=cycle, state__in=SHOWN).select_related("person", "cycle")
    applications = [row for row in applications if row.state == S.UNDER_REVIEW or row.pk in decisions]
    where = {
        row.application_id: row.city
        for row in Affiliation.objects.filter(application__cycle=cycle, sending=True).only("application", "city")
    }
    means = {row.pk: found[row.pk].summary.mean if row.pk in found else None for row in applications}
    places = ranking(means)
    rows = [
        row_of(one, decisions.get(one.pk), found.get(one.pk), places[one.pk], where.get(one.pk, ""), language)
        for one in applications
    ]
    rows.sort(key=lambda row: (row.place is None, row.place or 0, row.application.serial or 0))
    totals = {outcome: sum(row.outcome == outcome for row in rows) for outcome in ("", *Outcome.values)}
    return Meeting(rows, totals, len(free_seats(stand.seats)), len(stand.carried), counts(stand.seats))


def row_of(application, decision, found, place, where, language):
    summary = found.summary if found else None
    return MeetingRow(
        application=application,
        decision=decision,
        name=application.named(language),
        where=where,
        place=place.place,
        tied=place.tied,
        mean=number(summary.mean) if summary else "",
        spread=number(summary.spread) if summary else "",
        done=summary.done if summary else 0,
        missing=summary.missing if summary else application.cycle.reviews_wanted,
        recused=summary.recused if summary else 0,
        single=bool(summary and summary.single),
        flagged=bool(decision and decision.flagged_at),
        kind=KINDS.get(decision.outcome, "") if decision else "",
    )


def reviews_of(application):
    """Reviewed of one application, or None: for the page on which it is decided."""
    return reviewed(application.cycle).get(application.pk)
