from django.db import models
from django.utils.translation import gettext_lazy as _

from portal.access.roles import STAFF
from portal.lifecycle.table import Lifecycle, Transition


class SessionState(models.TextChoices):
    PLANNED = "planned", _("planned")
    CANCELLED = "cancelled", _("cancelled")


class SessionKind(models.TextChoices):
    SESSION = "session", _("session")
    LIVE = "live", _("live surgery")
    COMMON = "common", _("for everybody, such as tea or lunch")


S = SessionState

# A session is never deleted: calendars that hold it must be told that it does not take place.
SESSION = Lifecycle(
    entity="events.session",
    states=SessionState,
    born=(S.PLANNED,),
    transitions=(
        Transition("cancel", (S.PLANNED,), S.CANCELLED, STAFF, asks=("reason",), label=_("cancelled")),
        Transition("restore", (S.CANCELLED,), S.PLANNED, STAFF, asks=("reason",), label=_("takes place after all")),
    ),
)
