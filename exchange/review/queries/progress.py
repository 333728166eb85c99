"""How far a cycle's reviews are, by application and by reviewer; in a number of queries that does not grow with them."""

from dataclasses import dataclass

from exchange.applications.models import Application
from exchange.applications.states import ApplicationState

from ..rules.conflicts import NAMED, conflicts
from ..states import UNFINISHED, ReviewState
from .reviewers import application_facts, reviewer_facts, reviewers
from .summaries import reviewed

SHOWN = (ApplicationState.SCREENED, ApplicationState.UNDER_REVIEW)
KINDS = {ReviewState.DONE: "good", ReviewState.BEGUN: "wait", ReviewState.ASSIGNED: "", ReviewState.RECUSED: "stop"}


@dataclass(frozen=True)
class Asked:
    """One reviewer beside one application. named: the applicant says that they know them."""

    review: object
    who: str
    state: str
    kind: str
    late: bool
    named: bool


@dataclass(frozen=True)
class ProgressRow:
    """missing: how many more finished reviews it needs."""

    application: object
    name: str
    asked: list
    done: int
    missing: int
    may_be_asked: list


@dataclass(frozen=True)
class ReviewerLoad:
    person: object
    name: str
    held: int
    done: int
    late: int


@dataclass(frozen=True)
class Progress:
    rows: list
    loads: list
    done: int
    wanted: int
    unassigned: int
    late: int


def progress_of(cycle, at, language):
    people = list(reviewers())
    facts = reviewer_facts(cycle, people)
    found = reviewed(cycle)
    applications = Application.objects.filter(cycle=cycle, state__in=SHOWN).order_by("serial", "pk")
    applications = list(applications.select_related("person").prefetch_related("affiliations"))
    rows = [row_of(one, found.get(one.pk), cycle, facts, at, language) for one in applications]
    reviews = [row.review for line in rows for row in line.asked if row.review.state != ReviewState.RECUSED]
    return Progress(
        rows=rows,
        loads=[load_of(person, reviews, at, language) for person in people],
        done=sum(row.done for row in rows),
        wanted=len(rows) * cycle.reviews_wanted,
        unassigned=sum(not row.asked for row in rows),
        late=sum(asked.late for row in rows for asked in row.asked),
    )


def row_of(application, found, cycle, facts, at, language):
    facts_of_it = application_facts(application)
    reviews = ([review for review, _total in found.reviews] + found.recused) if found else []
    asked = [asked_of(review, facts, facts_of_it, at, language) for review in reviews]
    done = found.summary.done if found else 0
    missing = found.summary.missing if found else cycle.reviews_wanted
    known = {review.reviewer_id for review in reviews}
    able = [key for key, row in facts.items() if key not in known and not set(conflicts(row, facts_of_it)) - {NAMED}]
    return ProgressRow(application, application.named(language), asked, done, missing, able)


def asked_of(review, facts, application, at, language):
    reviewer = facts.get(review.reviewer_id)
    return Asked(
        review=review,
        who=review.reviewer.named(language),
        state=review.get_state_display(),
        kind=KINDS[review.state],
        late=is_late(review, at),
        named=bool(reviewer and NAMED in conflicts(reviewer, application)),
    )


def is_late(review, at):
    return review.state in UNFINISHED and review.due_at is not None and review.due_at < at


def load_of(person, reviews, at, language):
    mine = [review for review in reviews if review.reviewer_id == person.pk]
    return ReviewerLoad(
        person=person,
        name=person.named(language),
        held=len(mine),
        done=sum(review.state == ReviewState.DONE for review in mine),
        late=sum(is_late(review, at) for review in mine),
    )
