"""The form is for everybody; a person's own application is theirs alone; the office's screens are the staff's."""

import json

from access.table import (
    EVERYBODY,
    KEEPERS,
    SIGNED_IN,
    STAFF,
    Row,
    act,
    first_of,
    office,
    outside,
    own_and_anothers,
    too_late_for,
    viewset,
)

APPLICATION = "exchange.Application"
INVITATION = "exchange.InvitationToApply"
DIRECTOR = frozenset({"director"})
# What the script of the form posts where nothing was typed.
NOTHING_NEW = {"data": json.dumps({"version": 1, "fields": {}}), "content_type": "application/json"}


def open_call(**more):
    return lambda world: {"code": world.first("exchange.Cycle", programme="VE", state="open").code, **more}


def a_draft(**more):
    return lambda world: {"pk": world.first(APPLICATION, state="draft", entered_by=None).pk, **more}


def no_token(world):
    return {"token": "not-a-token"}


def mine(name, **more):
    return own_and_anothers(name, "applicant", APPLICATION, **more)


def writing(name, **more):
    """A page of the form, for whoever has a draft in the open call; its address names the call and no person."""
    parts = {key: more.pop(key) for key in ("section", "kind") if key in more}
    return Row(
        name, see=frozenset({"applicant"}), kwargs=open_call(**parts), own="own", anybody="as others",
        owner=lambda world: world.first(APPLICATION, state="draft", entered_by=None, cycle__state="open").person, **more
    )  # fmt: skip


def entered_by_the_office(**more):
    return lambda world: {"pk": world.first(APPLICATION, state="draft", entered_by__isnull=False).pk, **more}


def entered_by_us(name, **more):
    """A draft that the office writes for somebody: the staff's, as long as its person has not confirmed it."""
    parts = {key: more.pop(key) for key in ("section", "kind") if key in more}
    return Row(
        name, see=STAFF, kwargs=entered_by_the_office(**parts), hidden=404, anybody="as others", own="the office's",
        **more
    )  # fmt: skip


def entered(name, method="get", **more):
    """Somebody else's draft that the office has not entered: staff know of it and may not write in it."""
    return Row(
        name, kwargs=a_draft(**more), hidden=404, anybody="as others", exact=dict.fromkeys(STAFF, 403), method=method,
        own="the person's",
    )  # fmt: skip


def records(namespace, label, inspect=200):
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
    *(Row(name, see=EVERYBODY, kwargs=open_call(), ok=302) for name in ("apply_join", "apply_joined", "apply_check")),
    Row("apply_section", see=EVERYBODY, kwargs=open_call(section="you"), ok=302),
    writing("apply_section", section="you", hidden=302),
    writing("apply_check", hidden=302),
    writing("apply_save", section="you", hidden=401, method="post", **NOTHING_NEW),
    # 422: whoever may send a file is told that none came.
    writing("apply_upload", kind="cv", hidden=401, method="post", ok=422),
    Row("apply_save", hidden=401, anybody="as others", kwargs=open_call(section="you"), method="post"),
    Row("apply_upload", hidden=401, anybody="as others", kwargs=open_call(kind="cv"), method="post"),
    Row("apply_invited", hidden=410, anybody="as others", kwargs=no_token),
    Row("apply_confirm", hidden=410, anybody="as others", kwargs=no_token),
    entered("entered_section", section="you"),
    entered("entered_check"),
    entered("entered_save", method="post", section="you"),
    entered("entered_upload", method="post", kind="cv"),
    entered_by_us("entered_section", section="you"),
    entered_by_us("entered_check"),
    entered_by_us("entered_save", section="you", method="post", **NOTHING_NEW),
    entered_by_us("entered_upload", kind="cv", method="post", ok=422),
    Row("my_applications", see=SIGNED_IN, exact={"applicant": 302}),
    *mine("my_application", state="submitted"),
    *mine("my_application_sent", state="submitted"),
    *mine("my_application_withdraw", state="submitted"),
    *mine("my_application_information", state="returned", ok=302),
    office("screening", STAFF, ok=302),
    office("screening_one", STAFF, kwargs=first_of(APPLICATION), hidden=404, exact=outside(STAFF)),
    *records("applications", APPLICATION, inspect=302),
    act("applications", "return", APPLICATION),
    act("applications", "resume", APPLICATION, kwargs=first_of(APPLICATION, state="returned")),
    act("applications", "withdraw", APPLICATION),
    act("applications", "reinstate", APPLICATION, kwargs=first_of(APPLICATION, state="withdrawn")),
    act("applications", "extend", APPLICATION),
    act("applications", "name-partner", APPLICATION),
    act("applications", "admit", APPLICATION, DIRECTOR),
    act("applications", "return", APPLICATION, kwargs=too_late_for(APPLICATION, "return"), ok=409, own="too late"),
    office("applications:enter", STAFF),
    *records("invitations", INVITATION),
    act("invitations", "send-again", INVITATION),
    office("invitations:invite", STAFF),
    *viewset("european-countries", "exchange.EuropeanCountry", KEEPERS),
    *viewset("specialties", "exchange.Specialty", KEEPERS),
    *viewset("ready-reasons", "exchange.ReadyReason", KEEPERS),
]
