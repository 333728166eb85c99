"""Places are read by young doctors once published, placements by their own; the office's screens are the staff's."""

from dataclasses import replace

from access.table import STAFF, Row, first_of, office, outside, unseen, viewset

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


def act(namespace, slug, label):
    return office(f"{namespace}:{slug}", STAFF, kwargs=first_of(label), ok=(200, 403, 409), exact=unseen(STAFF, 404))


def own(name, act_roles=DOCTOR):
    """A placement of the demo's doctor, who is abroad: the page is theirs, and says that it is too late."""
    return Row(
        name, see=act_roles, kwargs=lambda world: {"pk": world.own(PLACEMENT, "doctor").pk}, ok=(409,), hidden=404
    )


def never_deleted(rows):
    return [replace(row, see=frozenset()) if row.name.endswith(":delete") else row for row in rows]


ROWS = [
    Row("my_placements", see=DOCTOR),
    Row("ask_for_place", see=DOCTOR, kwargs=published, hidden=404, exact=dict.fromkeys(STAFF, 403)),
    own("decline_placement"),
    own("cancel_placement"),
    *(
        replace(row, kwargs=published) if row.kwargs else row
        for row in never_deleted(viewset("opportunities", PLACE, STAFF))
    ),
    *(
        replace(act("opportunities", slug, PLACE), kwargs=published)
        for slug in ("publish", "nominate", "fill", "withdraw")
    ),
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
