from django.db import models
from django.utils.translation import gettext_lazy as _

from portal.access.roles import STAFF, Role
from portal.lifecycle.table import CLOCK, Lifecycle, Transition


class MailState(models.TextChoices):
    QUEUED = "queued", _("queued")
    SENDING = "sending", _("sending")
    SENT = "sent", _("sent")
    HELD = "held", _("held")
    BOUNCED = "bounced", _("bounced")
    GIVEN_UP = "given_up", _("given up")
    RECALLED = "recalled", _("recalled")


S = MailState
STUCK = (S.BOUNCED, S.GIVEN_UP)
"""Never arrived: somebody must look."""
WORKER = (CLOCK,)
KEEPERS = (*STAFF, Role.ADMINISTRATOR)

MAIL = Lifecycle(
    entity="portal.outboxmessage",
    states=MailState,
    born=(S.QUEUED, S.HELD),
    transitions=(
        Transition("take", (S.QUEUED,), S.SENDING, WORKER, label=_("taken by the worker")),
        Transition("sent", (S.SENDING,), S.SENT, WORKER, label=_("handed to the mail server")),
        Transition("retry", (S.SENDING,), S.QUEUED, WORKER, label=_("to be tried again")),
        Transition("give_up", (S.SENDING,), S.GIVEN_UP, WORKER, label=_("given up")),
        Transition("give_up", (S.HELD,), S.GIVEN_UP, KEEPERS, asks=("reason",), label=_("given up")),
        Transition("hold", (S.QUEUED, S.SENDING), S.HELD, (CLOCK, *KEEPERS), label=_("held")),
        Transition("let_go", (S.HELD,), S.QUEUED, KEEPERS, label=_("let go")),
        Transition("recall", (S.QUEUED,), S.RECALLED, (CLOCK, *KEEPERS), label=_("recalled")),
        Transition("bounce", (S.SENT,), S.BOUNCED, (CLOCK, *KEEPERS), label=_("came back")),
    ),
)
