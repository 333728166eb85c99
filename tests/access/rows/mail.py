from access.table import KEEPERS, act, first_of, office, record_viewset, unseen

MAIL = "portal.OutboxMessage"

ROWS = [
    *record_viewset(
        "mails",
        MAIL,
        KEEPERS,
        actions={"send-again": KEEPERS, "let-go": KEEPERS, "hold": KEEPERS, "recall": KEEPERS, "bounce": KEEPERS,
                 "give-up": KEEPERS},
    ),
    act("mails", "settle", MAIL, KEEPERS, KEEPERS, kwargs=first_of(MAIL, state="bounced", settled_at=None)),
    # There is nothing to settle in a mail that is on its way: that is nobody's to do.
    act("mails", "settle", MAIL, (), KEEPERS, kwargs=first_of(MAIL, state="queued"), own="on its way"),
    office("mails:html", KEEPERS, kwargs=first_of(MAIL), exact=unseen(KEEPERS, 404)),
]  # fmt: skip
