"""A visit is seen by the staff, its expert and its hosts; the office's screens are the staff's."""

from access.table import STAFF, Row, act, first_of, office, outside, too_late_for

VISIT, ITEM = "exchange.Visit", "exchange.ItineraryItem"
HOST = frozenset({"host"})


def records(namespace, label, inspect=200):
    one = first_of(label)
    return [
        office(f"{namespace}:index", STAFF),
        office(f"{namespace}:index_results", STAFF),
        office(f"{namespace}:inspect", STAFF, kwargs=one, ok=inspect, hidden=404, exact=outside(STAFF)),
        office(f"{namespace}:history", STAFF, kwargs=one, hidden=404, exact=outside(STAFF)),
        office(f"{namespace}:history_results", STAFF, kwargs=one, hidden=404, exact=outside(STAFF)),
    ]


PLANNED = first_of(VISIT, state="planning")
PLANNED_ITEM = first_of(ITEM, state="tentative", visit__state="planning")


def hosts_arrival(world):
    """A visit that waits for its guest, and whose host is the walk's host."""
    return {"pk": world.given(VISIT, state="confirmed", host=world.person("host")).pk}


def anothers_arrival(world):
    visit = world.given(VISIT, state="confirmed", host=world.another("host"))
    visit.team.clear()
    return {"pk": visit.pk}


ROWS = [
    *records("visits", VISIT),
    *records("itinerary_items", ITEM, inspect=302),
    *(
        act("visits", slug, VISIT)
        for slug in ("confirm", "arrive", "complete", "plan-again", "postpone", "defer", "cancel", "no-show")
    ),
    *(act("visits", slug, VISIT, kwargs=PLANNED) for slug in ("change", "plan-items")),
    act("visits", "close", VISIT, {"director"}),
    act("visits", "confirm", VISIT, kwargs=too_late_for(VISIT, "confirm"), ok=409, own="too late"),
    *(act("itinerary_items", slug, ITEM, kwargs=PLANNED_ITEM) for slug in ("change", "confirm", "cancel")),
    Row("hosting", see=HOST),
    Row("hosting_arrival", see=STAFF | HOST, kwargs=hosts_arrival, hidden=404, own="own"),
    Row("hosting_arrival", see=STAFF, kwargs=anothers_arrival, hidden=404, own="another's"),
    Row(
        "hosting_arrival", see=STAFF | HOST, kwargs=first_of(VISIT, state="in_progress"), ok=409, hidden=404,
        own="too late",
    ),
]  # fmt: skip
