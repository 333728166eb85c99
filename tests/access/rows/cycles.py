"""Cycles and criteria are the staff's; a closed call is opened again by the director alone."""

from dataclasses import replace

from access.table import EVERYBODY, STAFF, Row, act, first_of, office, too_late_for, unseen, viewset

CYCLE, CRITERION = "exchange.Cycle", "exchange.Criterion"
DIRECTOR = frozenset({"director"})


def about(rows, kwargs):
    """The rows of the named forms about an object whose state leaves them open, or shuts them to everybody."""
    return [replace(row, kwargs=kwargs[row.name]) if row.name in kwargs else row for row in rows]


def shut(name, kwargs):
    """A form that the object's state has shut to the staff too."""
    return office(name, (), kwargs=kwargs, exact=unseen(STAFF, 404), own="shut")


DRAFT, ARCHIVED = first_of(CYCLE, state="draft"), first_of(CYCLE, state="archived")
CHANGEABLE = first_of(CRITERION, cycle__state="draft")
FROZEN = first_of(CRITERION, cycle__state="archived")

ROWS = [
    *(
        # Nobody deletes a cycle.
        replace(row, see=frozenset()) if row.name == "cycles:delete" else row
        for row in about(viewset("cycles", CYCLE, STAFF), {"cycles:edit": DRAFT})
    ),
    shut("cycles:edit", ARCHIVED),
    *about(viewset("criteria", CRITERION, STAFF), {"criteria:edit": CHANGEABLE, "criteria:delete": CHANGEABLE}),
    shut("criteria:edit", FROZEN),
    shut("criteria:delete", FROZEN),
    *(act("cycles", slug, CYCLE) for slug in ("open", "close", "complete", "archive")),
    *(act("cycles", slug, CYCLE, DIRECTOR) for slug in ("reopen", "cancel")),
    act("cycles", "open", CYCLE, kwargs=too_late_for(CYCLE, "open"), ok=409, own="too late"),
    Row("call_calendar", see=EVERYBODY, kwargs=lambda world: {"code": world.first(CYCLE, state="open").code}),
]
