from access.table import KEEPERS, SIGNED_IN, Row, office, record_viewset

GIVERS = frozenset({"director", "administrator"})

ROWS = [
    Row("my_start", see=SIGNED_IN, ok=302),
    Row("my_data", see=SIGNED_IN),
    Row("people_join", hidden=410, anybody="as others", kwargs=lambda world: {"token": "not-a-token"}),
    *record_viewset(
        "people",
        "portal.User",
        KEEPERS,
        actions={"give-role": GIVERS, "end-role": GIVERS, "let-leave": GIVERS},
        extra=("roles",),
    ),
    office("people:invite", GIVERS),
]
