"""The desk is each reviewer's own; the office keeps who reviews what and what is decided, and only the director releases."""

from access.table import STAFF, Row, first_of, office, unseen, viewset

REVIEWER = frozenset({"reviewer"})
DIRECTOR = frozenset({"director"})
REVIEW, CYCLE, APPLICATION = "exchange.ReviewAssignment", "exchange.Cycle", "exchange.Application"


def own_review(world):
    return {"pk": world.first(REVIEW, reviewer=world.person("reviewer"), state="done").pk}


def anothers_review(world):
    return {"pk": world.model(REVIEW).objects.exclude(reviewer=world.person("reviewer")).order_by("pk").first().pk}


def of_review(name, ok=(200,)):
    return Row(name, see=REVIEWER, kwargs=own_review, hidden=404, ok=ok, own="own")


def not_own(name):
    return Row(name, kwargs=anothers_review, hidden=404, own="another's")


def screen(name, label, see=STAFF, ok=(200,), **more):
    """A screen of one object that only staff know of."""
    return office(name, see, kwargs=first_of(label), ok=ok, exact=unseen(STAFF, 403) | more.pop("exact", {}), **more)


ROWS = [
    Row("review_desk", see=REVIEWER),
    of_review("review_write"),
    of_review("review_recuse"),
    of_review("review_reopen", ok=(200, 409)),
    *(not_own(name) for name in ("review_write", "review_recuse", "review_reopen")),
    office("reviews", STAFF, ok=(302,)),
    screen("cycle_reviews", CYCLE),
    screen("reviews_evenly", CYCLE),
    *viewset("reviewer_hospitals", "exchange.ReviewerHospital", STAFF),
    *(
        office(name, STAFF, kwargs=first_of(CYCLE), ok=(200, 409), hidden=403, exact=unseen(STAFF, 404))
        for name in ("cycle_begin_review", "cycle_begin_deciding")
    ),
    *(
        office(name, STAFF, kwargs=first_of(REVIEW), ok=(200, 409), hidden=403, exact=unseen(STAFF, 404))
        for name in ("review_recuse_office", "review_reopen_office")
    ),
    office("meetings", STAFF, ok=(302,)),
    screen("cycle_meeting", CYCLE),
    office(
        "decision_one",
        STAFF,
        kwargs=lambda world: {"pk": world.first(APPLICATION, state="under_review").pk},
    ),
    *(
        office(name, roles, kwargs=first_of(CYCLE), ok=(200, 409), hidden=403, exact=unseen(STAFF, 404))
        for name, roles in (("cycle_release", DIRECTOR), ("cycle_take_back", DIRECTOR), ("cycle_run", STAFF))
    ),
    office(
        "decision_amend",
        DIRECTOR,
        kwargs=lambda world: {"pk": world.first(APPLICATION, state="not_selected").pk},
        ok=(200, 409),
        exact=unseen(STAFF, 404),
    ),
    office(
        "decision_words",
        DIRECTOR,
        kwargs=lambda world: {"pk": world.first("exchange.Decision", state="released").pk},
        ok=(200, 409),
        exact=unseen(STAFF, 404),
    ),
]
