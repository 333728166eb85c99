from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from portal.access.roles import STAFF, Role
from portal.lifecycle.table import CLOCK, Lifecycle, Transition

OWNER = "owner"
"""The relation "this offer is theirs", beside role names in `who`."""

DIRECTOR = (Role.DIRECTOR,)
REASON = ("reason",)
ANYBODY = (CLOCK, OWNER, *STAFF)
"""What follows from time or from another act: whoever acts first also does this."""


class OfferState(models.TextChoices):
    OPEN = "open", pgettext_lazy("offer", "open")
    ACCEPTED = "accepted", _("accepted")
    FULFILLED = "fulfilled", _("fulfilled")
    DECLINED = "declined", _("declined")
    EXPIRED = "expired", _("expired")
    RESCINDED = "rescinded", _("rescinded")
    VOID = "void", _("void")
    RELINQUISHED = "relinquished", _("given back")
    DEFERRED = "deferred", _("deferred")


O = OfferState  # noqa: E741

OFFER = Lifecycle(
    entity="exchange.offer",
    states=OfferState,
    born=(O.OPEN,),
    transitions=(
        Transition("accept", (O.OPEN,), O.ACCEPTED, (OWNER,), label=_("accepted")),
        Transition("decline", (O.OPEN,), O.DECLINED, (OWNER, *STAFF), label=_("declined")),
        Transition("expire", (O.OPEN,), O.EXPIRED, ANYBODY, label=_("expired")),
        Transition("rescind", (O.OPEN, O.ACCEPTED), O.RESCINDED, STAFF, asks=REASON, label=_("rescinded")),
        Transition("void", (O.OPEN,), O.VOID, DIRECTOR, asks=REASON, label=_("void with its release")),
        Transition("relinquish", (O.ACCEPTED,), O.RELINQUISHED, (OWNER, *STAFF), label=_("given back")),
        Transition("defer", (O.ACCEPTED,), O.DEFERRED, STAFF, asks=REASON, label=_("deferred to the next cycle")),
        Transition("fulfil", (O.ACCEPTED,), O.FULFILLED, (CLOCK, *STAFF, Role.HOST), label=_("fulfilled")),
    ),
)

LIVE = (O.OPEN, O.ACCEPTED)
OCCUPYING = (O.OPEN, O.ACCEPTED, O.FULFILLED)
"""States of an offer that holds its seat: a used seat is not free again."""


class EntryState(models.TextChoices):
    WAITING = "waiting", pgettext_lazy("waiting list", "waiting")
    OFFERED = "offered", pgettext_lazy("waiting list", "offered")
    ACCEPTED = "accepted", pgettext_lazy("waiting list", "accepted")
    PASSED = "passed", pgettext_lazy("waiting list", "passed")
    WITHDRAWN = "withdrawn", _("withdrawn")
    VOID = "void", _("void")
    CLOSED = "closed", _("closed")


E = EntryState

ENTRY = Lifecycle(
    entity="exchange.waitinglistentry",
    states=EntryState,
    born=(E.WAITING,),
    transitions=(
        Transition("offer", (E.WAITING,), E.OFFERED, ANYBODY, label=_("offered a seat")),
        Transition("accept", (E.OFFERED,), E.ACCEPTED, (OWNER,), label=_("accepted")),
        Transition("pass", (E.OFFERED,), E.PASSED, ANYBODY, label=_("passed")),
        Transition("restore", (E.OFFERED,), E.WAITING, STAFF, asks=REASON, label=_("back in its rank")),
        Transition("withdraw", (E.WAITING, E.OFFERED), E.WITHDRAWN, (OWNER, *STAFF), label=_("withdrawn")),
        Transition("void", (E.WAITING, E.OFFERED), E.VOID, DIRECTOR, asks=REASON, label=_("void with its release")),
        Transition("close", (E.WAITING,), E.CLOSED, ANYBODY, label=_("list closed")),
        Transition("reopen", (E.CLOSED,), E.WAITING, DIRECTOR, asks=REASON, label=_("list open again")),
    ),
)


class Because(models.TextChoices):
    """Why an offer is rescinded, which decides what follows."""

    MISTAKE = "mistake", _("our own mistake: the person goes back to their rank, the seat waits for a click")
    PERSON = "person", _("the person: what they told us was wrong, or they cannot come")
    HOSPITAL = "hospital", _("the hospital cannot receive them")
