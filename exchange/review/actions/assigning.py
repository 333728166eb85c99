"""Ask reviewers: by hand, or spread evenly over those who may."""

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from exchange.applications import parts as application_parts
from exchange.applications.models import Application
from exchange.applications.states import ApplicationState
from exchange.cycles.lock import take_turn
from exchange.cycles.states import CycleState
from portal.access.permissions import require
from portal.access.roles import Role
from portal.lifecycle.audit import record, register_act
from portal.lifecycle.moving import move
from portal.lifecycle.refusals import Refusal

from .. import messages
from ..models import ReviewAssignment
from ..queries.reviewers import application_facts, reviewer_facts, reviewers
from ..rules.assigning import spread_evenly
from ..rules.conflicts import APPLIES, OWN, REFERS, SAME_HOSPITAL, excluded
from ..states import UNFINISHED, ReviewState

register_act("exchange.reviewassignment.assign", gettext_lazy("reviewer asked"))

REVIEWABLE = (ApplicationState.SCREENED, ApplicationState.UNDER_REVIEW)
ASSIGNED_IN = (CycleState.OPEN, CycleState.CLOSED, CycleState.REVIEWING, CycleState.DECIDING)

WHY_EXCLUDED = {
    OWN: lambda: _("it is their own application"),
    APPLIES: lambda: _("they apply in this cycle"),
    REFERS: lambda: _("they wrote a reference in this cycle"),
    SAME_HOSPITAL: lambda: _("they work or worked at the same hospital"),
}


class NobodyFree(Refusal):
    """An application for which no reviewer is left."""


def open_applications(cycle, keys=None):
    rows = Application.objects.filter(cycle=cycle, state__in=REVIEWABLE).order_by("serial", "pk")
    if keys is not None:
        rows = rows.filter(pk__in=keys)
    return list(rows.select_related("person", "cycle").prefetch_related("affiliations"))


def assign(*, cycle, applications, people, by, now, due_at=None):
    """Ask each of `people` to review each of `applications` (keys). Pairs that exist already are left as they are.

    Raises Refusal, naming the first pair that a conflict of interest forbids. Returns the new ReviewAssignments.
    """
    require(by, "assign", ReviewAssignment)
    people = list(people)
    with transaction.atomic():
        fresh = take_turn(cycle.pk)
        at = now()
        refuse_outside(fresh)
        rows = open_applications(fresh, applications)
        facts = reviewer_facts(fresh, people)
        for person in people:
            refuse_unfit(person, rows, facts)
        pairs = [(row, person) for row in rows for person in people]
        return ask(fresh, pairs, by=by, at=at, due_at=due_at)


def assign_evenly(*, cycle, by, now, people=None, due_at=None):
    """Bring every application as near to the wanted number of reviews as conflicts allow. Returns the new ones."""
    require(by, "assign", ReviewAssignment)
    with transaction.atomic():
        fresh = take_turn(cycle.pk)
        at = now()
        refuse_outside(fresh)
        people = list(reviewers() if people is None else people)
        facts, rows = reviewer_facts(fresh, people), open_applications(fresh)
        there = list(ReviewAssignment.objects.filter(application__cycle=fresh))
        held = {}
        for review in there:
            if review.state != ReviewState.RECUSED:
                held[review.application_id] = held.get(review.application_id, 0) + 1
        pairs = spread_evenly(
            wanted={row.pk: fresh.reviews_wanted - held.get(row.pk, 0) for row in rows},
            allowed={
                row.pk: [p.pk for p in people if not excluded(facts[p.pk], application_facts(row))] for row in rows
            },
            load=load_of(people, there),
            taken={(review.application_id, review.reviewer_id) for review in there},
        )
        by_key, who = {row.pk: row for row in rows}, {person.pk: person for person in people}
        return ask(fresh, [(by_key[row], who[person]) for row, person in pairs], by=by, at=at, due_at=due_at)


def load_of(people, there):
    return {
        person.pk: sum(row.reviewer_id == person.pk and row.state != ReviewState.RECUSED for row in there)
        for person in people
    }


def refuse_outside(cycle):
    if cycle.state not in ASSIGNED_IN:
        raise Refusal(_("Reviewers are asked between the opening of the call and the release."))


def refuse_unfit(person, rows, facts):
    if not person.has_role(Role.REVIEWER):
        raise Refusal(_("%(who)s is not a reviewer.") % {"who": person})
    for row in rows:
        codes = excluded(facts[person.pk], application_facts(row))
        if codes:
            raise Refusal(
                _("%(who)s cannot review %(number)s: %(why)s.")
                % {"who": person, "number": row.number, "why": WHY_EXCLUDED[codes[0]]()}
            )


def ask(cycle, pairs, *, by, at, due_at):
    """The rows themselves, the first of an application taking it under review; one mail a reviewer."""
    known = set(ReviewAssignment.objects.filter(application__cycle=cycle).values_list("application", "reviewer"))
    made, counts, moved = [], {}, set()
    for application, person in pairs:
        if (application.pk, person.pk) in known:
            continue
        if application.pk not in moved:
            application_parts.put_under_review(application=application, by=by, at=at)
            moved.add(application.pk)
        review = ReviewAssignment.objects.create(
            application=application, reviewer=person, assigned_at=at, assigned_by=by, due_at=due_at
        )
        record(review, "exchange.reviewassignment.assign", by=by, at=at, reviewer=person.pk)
        made.append(review)
        counts.setdefault(person, []).append(review)
    for person, asked in counts.items():
        messages.assigned(reviewer=person, cycle=cycle, count=len(asked), due=due_at, now=at)
    return made


def hand_to(*, review, successor, by, at, reason):
    """A leaver's unfinished review goes to a successor who may do it; else it is open for somebody else.

    Called by the slice's handover, inside its transaction. Returns the new review, or None.
    """
    move(review, "recuse", by=by, at=at, reason=reason, recused_at=at, recused_why=reason)
    application = review.application
    open_still = application.state in REVIEWABLE and application.cycle.state in ASSIGNED_IN
    if successor is None or not open_still or not successor.has_role(Role.REVIEWER):
        return None
    facts = reviewer_facts(application.cycle, [successor])
    if excluded(facts[successor.pk], application_facts(application)):
        return None
    made = ask(application.cycle, [(application, successor)], by=by, at=at, due_at=review.due_at)
    return made[0] if made else None


def unfinished_of(person):
    rows = ReviewAssignment.objects.filter(reviewer=person, state__in=UNFINISHED)
    return rows.select_related("application__cycle__officer", "application__person").prefetch_related(
        "application__affiliations"
    )
