"""A visit is seen by the staff, its expert and its hosts; the office's screens are the staff's."""

from access.table import STAFF, Row, first_of, office, outside, unseen

VISIT, ITEM = "exchange.Visit", "exchange.ItineraryItem"


def records(namespace, label, inspect=(200,)):
    one = first_of(label)
    return [
        office(f"{namespace}:index", STAFF),
        office(f"{namespace}:index_results", STAFF),
        office(f"{namespace}:inspect", STAFF, kwargs=one, ok=inspect, hidden=404, exact=outside(STAFF)),
        office(f"{namespace}:history", STAFF, kwargs=one, hidden=404, exact=outside(STAFF)),
        office(f"{namespace}:history_results", STAFF, kwargs=one, hidden=404, exact=outside(STAFF)),
    ]


def act(namespace, slug, label, roles=STAFF):
    return office(f"{namespace}:{slug}", roles, kwargs=first_of(label), ok=(200, 403, 409), exact=unseen(STAFF, 404))


ROWS = [
    *records("visits", VISIT),
    *records("itinerary_items", ITEM, inspect=(302,)),
    *(
        act("visits", slug, VISIT)
        for slug in (
            "confirm",
            "arrive",
            "change",
            "plan-items",
            "complete",
            "plan-again",
            "postpone",
            "defer",
            "cancel",
            "no-show",
        )
    ),
    act("visits", "close", VISIT, {"director"}),
    *(act("itinerary_items", slug, ITEM) for slug in ("change", "confirm", "cancel")),
    Row("hosting", see=frozenset({"host"}), ok=(200,)),
    Row(
        "hosting_arrival",
        see=STAFF | {"host"},
        kwargs=lambda world: {"pk": world.first(VISIT, state="in_progress").pk},
        ok=(409,),
        hidden=404,
    ),
]
