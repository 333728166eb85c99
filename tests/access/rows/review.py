"""The desk is each reviewer's own; the office keeps who reviews what and what is decided, and only the director releases."""

from access.table import STAFF, Row, first_of, office, ready_for, too_late_for, unseen, viewset

REVIEWER = frozenset({"reviewer"})
DIRECTOR = frozenset({"director"})
REVIEW, CYCLE = "exchange.ReviewAssignment", "exchange.Cycle"
APPLICATION, DECISION = "exchange.Application", "exchange.Decision"


def own_review(world):
    return {"pk": world.first(REVIEW, reviewer=world.person("reviewer"), state="done").pk}


def anothers_review(world):
    return {"pk": world.model(REVIEW).objects.exclude(reviewer=world.person("reviewer")).order_by("pk").first().pk}


def of_review(name):
    return Row(name, see=REVIEWER, kwargs=own_review, hidden=404, own="own")


def not_own(name):
    return Row(name, kwargs=anothers_review, hidden=404, own="another's")


def screen(name, label, see=STAFF):
    """A screen of one object that only staff know of."""
    return office(name, see, kwargs=first_of(label), exact=unseen(STAFF, 403))


def step(name, label, act, roles=STAFF, **more):
    """A screen that asks for an act, on an object that is ready for it."""
    more.setdefault("kwargs", ready_for(label, act))
    return office(name, roles, exact=unseen(STAFF, 404), **more)


ROWS = [
    Row("review_desk", see=REVIEWER),
    of_review("review_write"),
    of_review("review_recuse"),
    of_review("review_reopen"),
    *(not_own(name) for name in ("review_write", "review_recuse", "review_reopen")),
    office("reviews", STAFF, ok=302),
    screen("cycle_reviews", CYCLE),
    screen("reviews_evenly", CYCLE),
    *viewset("reviewer_hospitals", "exchange.ReviewerHospital", STAFF),
    step("cycle_begin_review", CYCLE, "begin_review"),
    step("cycle_begin_deciding", CYCLE, "begin_deciding"),
    step("review_recuse_office", REVIEW, "recuse"),
    step("review_reopen_office", REVIEW, "reopen"),
    office("meetings", STAFF, ok=302),
    screen("cycle_meeting", CYCLE),
    office(
        "decision_one",
        STAFF,
        kwargs=lambda world: {"pk": world.first(APPLICATION, state="under_review").pk},
    ),
    step("cycle_release", CYCLE, "release", DIRECTOR),
    step("cycle_release", CYCLE, "release", DIRECTOR, kwargs=too_late_for(CYCLE, "release"), ok=409, own="too late"),
    step("cycle_take_back", CYCLE, "take_back", DIRECTOR),
    step("cycle_run", CYCLE, "run"),
    step("decision_amend", APPLICATION, "amend", DIRECTOR, kwargs=first_of(APPLICATION, state="not_selected")),
    step("decision_words", DECISION, "amend", DIRECTOR, kwargs=first_of(DECISION, state="released")),
]
