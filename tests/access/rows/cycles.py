"""Cycles and criteria are the staff's; a closed call is opened again by the director alone."""

from access.table import EVERYBODY, STAFF, Row, first_of, office, unseen, viewset

CYCLE = "exchange.Cycle"
DIRECTOR = frozenset({"director"})


def act(slug, roles):
    """Refused to staff too where the cycle's state does not allow it."""
    return office(f"cycles:{slug}", roles, kwargs=first_of(CYCLE), ok=(200, 403, 409), exact=unseen(STAFF, 404))


def frozen(rows, names):
    """Forms that the state of the demo's first row may have shut."""
    return [
        office(r.name, r.see, kwargs=r.kwargs, ok=(200, 403), exact=r.exact) if r.name in names else r for r in rows
    ]


FORMS = ("cycles:edit", "cycles:delete", "criteria:edit", "criteria:delete")

ROWS = [
    *frozen(viewset("cycles", CYCLE, STAFF), FORMS),
    *frozen(viewset("criteria", "exchange.Criterion", STAFF), FORMS),
    act("open", STAFF),
    act("close", STAFF),
    act("complete", STAFF),
    act("archive", STAFF),
    *(
        office(f"cycles:{slug}", DIRECTOR, kwargs=first_of(CYCLE), ok=(200, 403, 409),
               exact=unseen(STAFF, 404) | {"office": 403})
        for slug in ("reopen", "cancel")
    ),
    Row("call_calendar", see=EVERYBODY, kwargs=lambda world: {"code": world.first(CYCLE, state="open").code}),
]  # fmt: skip
