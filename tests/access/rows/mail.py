from access.table import KEEPERS, first_of, office, record_viewset, unseen

MAIL = "portal.OutboxMessage"

ROWS = [
    *record_viewset(
        "mails",
        MAIL,
        KEEPERS,
        actions={"send-again": KEEPERS, "let-go": KEEPERS, "hold": KEEPERS, "recall": KEEPERS, "bounce": KEEPERS,
                 "give-up": KEEPERS, "settle": frozenset()},
    ),
    office("mails:html", KEEPERS, kwargs=first_of(MAIL), exact=unseen(KEEPERS, 404)),
]  # fmt: skip
