from access.table import KEEPERS, SIGNED_IN, STAFF, Row, act, first_of, office, record_viewset

GIVERS = frozenset({"director", "administrator"})

ROWS = [
    Row("my_start", see=SIGNED_IN, ok=302),
    Row("my_data", see=SIGNED_IN),
    Row("my_name", see=SIGNED_IN, method="post", data={"answer": "yes"}, ok=302),
    Row("people_join", hidden=410, anybody="as others", kwargs=lambda world: {"token": "not-a-token"}),
    *record_viewset(
        "people",
        "portal.User",
        KEEPERS,
        actions={"give-role": GIVERS, "end-role": GIVERS, "let-leave": GIVERS},
        extra=("roles",),
    ),
    # Of somebody else: everybody may say it of themselves.
    act(
        "people",
        "allow-name",
        "portal.User",
        STAFF,
        KEEPERS,
        kwargs=first_of("portal.User", role_assignments__role="doctor"),
    ),
    act(
        "people",
        "withdraw-name",
        "portal.User",
        STAFF,
        KEEPERS,
        kwargs=first_of("portal.User", name_consents__withdrawn_at=None, name_consents__given_at__isnull=False),
    ),  # fmt: skip
    office("people:invite", GIVERS),
]
