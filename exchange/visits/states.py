from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from portal.access.roles import STAFF, Role
from portal.lifecycle.table import CLOCK, Lifecycle, Transition

OWNER = "owner"
HOSTING = "hosting"
"""The relation "hosts this visit", beside role names in `who`."""


class VisitState(models.TextChoices):
    PLANNING = "planning", _("planning")
    CONFIRMED = "confirmed", _("confirmed")
    POSTPONED = "postponed", _("postponed")
    IN_PROGRESS = "in_progress", _("in progress")
    COMPLETED = "completed", _("completed")
    CLOSED = "closed", pgettext_lazy("visit", "closed")
    CANCELLED = "cancelled", _("cancelled")
    NO_SHOW = "no_show", _("did not come")
    DEFERRED = "deferred", _("deferred to the next cycle")


class CancelledBy(models.TextChoices):
    EXPERT = "expert", _("the expert")
    HOSPITAL = "hospital", _("the hospital")
    AUTHORITY = "authority", _("an authority")


S = VisitState
BEFORE_ARRIVAL = (S.PLANNING, S.CONFIRMED)
REASON = ("reason",)
DIRECTOR = (Role.DIRECTOR,)

VISIT = Lifecycle(
    entity="exchange.visit",
    states=VisitState,
    born=(S.PLANNING,),
    transitions=(
        Transition("confirm", (S.PLANNING,), S.CONFIRMED, STAFF, label=_("confirmed")),
        Transition("postpone", BEFORE_ARRIVAL, S.POSTPONED, STAFF, asks=REASON, label=_("postponed")),
        Transition("plan_again", (S.POSTPONED,), S.PLANNING, STAFF, label=_("planned again")),
        Transition("defer", (S.POSTPONED,), S.DEFERRED, STAFF, asks=REASON, label=_("deferred")),
        Transition(
            "cancel",
            (*BEFORE_ARRIVAL, S.POSTPONED),
            S.CANCELLED,
            (OWNER, *STAFF),
            asks=REASON,
            label=_("cancelled"),
        ),
        Transition("no_show", (S.CONFIRMED,), S.NO_SHOW, STAFF, asks=REASON, label=_("did not come")),
        # By a person who saw the guest, never by the clock.
        Transition("arrive", (S.CONFIRMED,), S.IN_PROGRESS, (*STAFF, HOSTING), label=_("arrived")),
        Transition("complete", (S.IN_PROGRESS,), S.COMPLETED, STAFF, label=_("completed")),
        Transition("close", (S.COMPLETED,), S.CLOSED, DIRECTOR, asks=REASON, label=pgettext_lazy("visit", "closed")),
    ),
)

OVER = (S.COMPLETED, S.CLOSED)
ARRIVED = (S.IN_PROGRESS, *OVER)
"""The states in which the guest has come."""
CHANGED_IN = (*BEFORE_ARRIVAL, S.IN_PROGRESS)
"""The states in which dates, hosts and itinerary are still planned."""
STANDS = (S.PLANNING, S.CONFIRMED, S.IN_PROGRESS, S.COMPLETED, S.CLOSED)
"""The states in which a visit's dates hold a place in the calendar."""


class ItemState(models.TextChoices):
    TENTATIVE = "tentative", _("tentative")
    CONFIRMED = "confirmed", _("confirmed")
    CANCELLED = "cancelled", _("cancelled")


ITEM = Lifecycle(
    entity="exchange.itineraryitem",
    states=ItemState,
    born=(ItemState.TENTATIVE, ItemState.CONFIRMED),
    transitions=(
        Transition("confirm", (ItemState.TENTATIVE,), ItemState.CONFIRMED, STAFF, label=_("confirmed")),
        Transition(
            "cancel",
            (ItemState.TENTATIVE, ItemState.CONFIRMED),
            ItemState.CANCELLED,
            (CLOCK, *STAFF),
            label=_("cancelled"),
        ),
    ),
)


class ItemKind(models.TextChoices):
    ARRIVAL = "arrival", _("arrival")
    THEATRE = "theatre", _("operating theatre")
    WARD_ROUND = "ward_round", _("ward round")
    MDT = "mdt", _("multidisciplinary meeting")
    LECTURE = "lecture", _("lecture")
    TEACHING = "teaching", _("teaching")
    MEETING = "meeting", _("meeting")
    SOCIAL = "social", _("social")
    TRAVEL = "travel", _("travel")


NOT_AT_WORK = (ItemKind.ARRIVAL, ItemKind.SOCIAL, ItemKind.TRAVEL)
"""What may fall on a day off without a word."""
