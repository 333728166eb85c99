"""Seats and offers are the staff's; the reserve seat and the end of the list are the director's alone."""

from access.table import STAFF, first_of, office, record_viewset, unseen

DIRECTOR = frozenset({"director"})
CYCLE, SEAT = "exchange.Cycle", "exchange.Seat"

ROWS = [
    office("seats", STAFF, ok=302),
    office("cycle_seats", STAFF, kwargs=first_of(CYCLE)),
    *record_viewset("offers", "exchange.Offer", STAFF, {"extend": STAFF, "rescind": STAFF}),
    *(
        office(name, roles, kwargs=first_of(label), exact=unseen(STAFF, 404))
        for name, label, roles in (
            ("seat_offer", SEAT, STAFF),
            ("seat_open", SEAT, DIRECTOR),
            ("seat_shut", SEAT, STAFF),
            ("seat_add", CYCLE, STAFF),
            ("stop_move", CYCLE, DIRECTOR),
        )
    ),
]
