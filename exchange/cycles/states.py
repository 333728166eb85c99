from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from portal.access.roles import STAFF, Role
from portal.lifecycle.table import CLOCK, Lifecycle, Transition


class Programme(models.TextChoices):
    """The exchange's streams; the code begins the numbers that people quote (VE-2027-014)."""

    VISITING_EXPERT = "VE", _("Visiting Expert")
    TRAINING = "TR", pgettext_lazy("programme", "Training")
    OUTBOUND = "OP", _("Outbound Placement")


class CycleState(models.TextChoices):
    DRAFT = "draft", _("draft")
    OPEN = "open", pgettext_lazy("cycle", "open")
    CLOSED = "closed", pgettext_lazy("cycle", "closed")
    REVIEWING = "reviewing", _("reviewing")
    DECIDING = "deciding", _("deciding")
    RELEASED = "released", pgettext_lazy("decisions", "released")
    RUNNING = "running", _("running")
    COMPLETED = "completed", _("completed")
    ARCHIVED = "archived", _("archived")
    CANCELLED = "cancelled", _("cancelled")


S = CycleState
DIRECTOR = (Role.DIRECTOR,)
BEFORE_COMPLETED = (
    S.DRAFT,
    S.OPEN,
    S.CLOSED,
    S.REVIEWING,
    S.DECIDING,
    S.RELEASED,
    S.RUNNING,
)

CYCLE = Lifecycle(
    entity="exchange.cycle",
    states=CycleState,
    born=(S.DRAFT,),
    transitions=(
        Transition("open", (S.DRAFT,), S.OPEN, STAFF, label=_("opened")),
        Transition("close", (S.OPEN,), S.CLOSED, (CLOCK, *STAFF), label=pgettext_lazy("cycle", "closed")),
        Transition(
            "reopen",
            (S.CLOSED,),
            S.OPEN,
            DIRECTOR,
            asks=("reason",),
            label=_("opened again"),
        ),
        Transition("begin_review", (S.CLOSED,), S.REVIEWING, STAFF, label=_("review begun")),
        Transition(
            "begin_deciding",
            (S.REVIEWING,),
            S.DECIDING,
            STAFF,
            label=_("deciding begun"),
        ),
        Transition(
            "release",
            (S.DECIDING,),
            S.RELEASED,
            DIRECTOR,
            label=_("decisions released"),
        ),
        Transition(
            "take_back",
            (S.RELEASED,),
            S.DECIDING,
            DIRECTOR,
            asks=("reason",),
            label=_("release taken back"),
        ),
        Transition("run", (S.RELEASED,), S.RUNNING, (CLOCK, *STAFF), label=_("running")),
        Transition("complete", (S.RUNNING,), S.COMPLETED, STAFF, label=_("completed")),
        Transition("archive", (S.COMPLETED,), S.ARCHIVED, STAFF, label=_("archived")),
        Transition(
            "cancel",
            BEFORE_COMPLETED,
            S.CANCELLED,
            DIRECTOR,
            asks=("reason",),
            label=_("cancelled"),
        ),
    ),
)


class SeatKind(models.TextChoices):
    FIRM = "firm", _("firm")
    RESERVE = "reserve", _("in reserve")


class Promotion(models.TextChoices):
    """When a free seat goes to the next on the waiting list."""

    AT_ONCE = "at_once", _("at once")
    OFFICE_HOUR = "office_hour", _("at the next office hour")
