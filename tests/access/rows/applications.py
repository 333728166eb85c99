"""The form is for everybody; a person's own application is theirs alone; the office's screens are the staff's."""

from access.table import EVERYBODY, KEEPERS, SIGNED_IN, STAFF, Row, first_of, office, outside, unseen, viewset

APPLICATION = "exchange.Application"
INVITATION = "exchange.InvitationToApply"
DIRECTOR = frozenset({"director"})


def open_call(**more):
    return lambda world: {"code": world.first("exchange.Cycle", programme="VE", state="open").code, **more}


def a_draft(**more):
    return lambda world: {"pk": world.first(APPLICATION, state="draft").pk, **more}


def own(world):
    return {"pk": world.own(APPLICATION, "applicant").pk}


def no_token(world):
    return {"token": "not-a-token"}


def mine(name, ok=(200,)):
    return Row(name, see=frozenset({"applicant"}), kwargs=own, hidden=404, ok=ok)


def entered(name, method="get", **more):
    """Somebody else's draft that the office has not entered: staff know of it and may not write in it."""
    return Row(
        name, kwargs=a_draft(**more), hidden=404, anybody="as others", exact=dict.fromkeys(STAFF, 403), method=method
    )


def act(slug, roles=STAFF):
    return office(f"applications:{slug}", roles, kwargs=first_of(APPLICATION), ok=(200, 409), exact=unseen(STAFF, 404))


def records(namespace, label, inspect=(200,)):
    one = first_of(label)
    return [
        office(f"{namespace}:index", STAFF),
        office(f"{namespace}:index_results", STAFF),
        office(f"{namespace}:inspect", STAFF, kwargs=one, ok=inspect, hidden=404, exact=outside(STAFF)),
        office(f"{namespace}:history", STAFF, kwargs=one, hidden=404, exact=outside(STAFF)),
        office(f"{namespace}:history_results", STAFF, kwargs=one, hidden=404, exact=outside(STAFF)),
    ]


ROWS = [
    Row("apply_start", see=EVERYBODY, kwargs=open_call()),
    *(
        Row(name, see=EVERYBODY, kwargs=open_call(), ok=(302,))
        for name in ("apply_join", "apply_joined", "apply_check")
    ),
    Row("apply_section", see=EVERYBODY, kwargs=open_call(section="you"), ok=(302,)),
    Row("apply_save", hidden=401, anybody="as others", kwargs=open_call(section="you"), method="post"),
    Row("apply_upload", hidden=401, anybody="as others", kwargs=open_call(kind="cv"), method="post"),
    Row("apply_invited", hidden=410, anybody="as others", kwargs=no_token),
    Row("apply_confirm", hidden=410, anybody="as others", kwargs=no_token),
    entered("entered_section", section="you"),
    entered("entered_check"),
    entered("entered_save", method="post", section="you"),
    entered("entered_upload", method="post", kind="cv"),
    Row("my_applications", see=SIGNED_IN, ok=(200, 302)),
    mine("my_application", ok=(200, 302)),
    mine("my_application_sent"),
    mine("my_application_withdraw", ok=(200, 403)),
    mine("my_application_information", ok=(302,)),
    office("screening", STAFF, ok=(200, 302)),
    office("screening_one", STAFF, kwargs=first_of(APPLICATION), hidden=404, exact=outside(STAFF)),
    *records("applications", APPLICATION, inspect=(302,)),
    act("return"),
    act("resume"),
    act("withdraw"),
    act("reinstate"),
    act("extend"),
    act("name-partner"),
    act("admit", DIRECTOR),
    office("applications:enter", STAFF),
    *records("invitations", INVITATION),
    office("invitations:send-again", STAFF, kwargs=first_of(INVITATION), ok=(200, 409), exact=unseen(STAFF, 404)),
    office("invitations:invite", STAFF),
    *viewset("european-countries", "exchange.EuropeanCountry", KEEPERS),
    *viewset("specialties", "exchange.Specialty", KEEPERS),
    *viewset("ready-reasons", "exchange.ReadyReason", KEEPERS),
]
