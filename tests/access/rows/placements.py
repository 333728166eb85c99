"""Places are read by young doctors once published, placements by their own; the office's screens are the staff's."""

from dataclasses import replace

from access.table import STAFF, Row, act, first_of, office, outside, own_and_anothers, too_late_for, viewset

PLACE, PLACEMENT = "exchange.Opportunity", "exchange.Placement"
DOCTOR = frozenset({"doctor"})


def published(world):
    return {"pk": world.first(PLACE, state="published", title_en="Lung transplantation, ex vivo perfusion").pk}


def records(namespace, label):
    one = first_of(label)
    return [
        office(f"{namespace}:index", STAFF),
        office(f"{namespace}:index_results", STAFF),
        *(
            office(f"{namespace}:{view}", STAFF, kwargs=one, hidden=404, exact=outside(STAFF))
            for view in ("inspect", "history", "history_results")
        ),
    ]


def mine(name, **more):
    return own_and_anothers(name, "doctor", PLACEMENT, **more)


def too_late(name):
    """A placement of the demo's doctor, who is abroad: the page is theirs, and says that it is too late."""
    return Row(
        name, see=DOCTOR, kwargs=lambda world: {"pk": world.own(PLACEMENT, "doctor").pk}, ok=409, hidden=404,
        own="too late",
    )  # fmt: skip


def never_deleted(rows):
    return [replace(row, see=frozenset()) if row.name.endswith(":delete") else row for row in rows]


ROWS = [
    Row("my_placements", see=DOCTOR),
    Row("ask_for_place", see=DOCTOR, kwargs=published, hidden=404, exact=dict.fromkeys(STAFF, 403)),
    *mine("decline_placement", state="asked"),
    *mine("cancel_placement", state="ready"),
    too_late("decline_placement"),
    too_late("cancel_placement"),
    *(
        replace(row, kwargs=published) if row.kwargs else row
        for row in never_deleted(viewset("opportunities", PLACE, STAFF))
    ),
    # A draft is there for the staff alone; what is published the office's other people do not see either.
    *(act("opportunities", slug, PLACE) for slug in ("publish", "fill", "withdraw")),
    act("opportunities", "nominate", PLACE, kwargs=published),
    act("opportunities", "publish", PLACE, kwargs=too_late_for(PLACE, "publish"), ok=409, own="too late"),
    *records("placements", PLACEMENT),
    *(
        act("placements", slug, PLACEMENT)
        for slug in (
            "send-to-partner", "verify", "reject", "approve", "make-ready", "leave", "come-back", "recognise", "cancel",
        )
    ),
    office(
        "visits:record-place", STAFF, kwargs=first_of("exchange.Visit"), hidden=404, exact=outside(STAFF)
    ),
]  # fmt: skip
