from django.db import models
from django.utils.translation import gettext_lazy as _

from portal.lifecycle.table import CLOCK, Lifecycle, Transition


class SubscriberState(models.TextChoices):
    UNCONFIRMED = "unconfirmed", _("unconfirmed")
    CONFIRMED = "confirmed", _("confirmed")
    PAUSED = "paused", _("paused")
    UNSUBSCRIBED = "unsubscribed", _("unsubscribed")


S = SubscriberState
LINK = ("link",)
"""Whoever holds a link that was mailed to the address."""

SUBSCRIPTION = Lifecycle(
    entity="portal.subscriber",
    states=SubscriberState,
    born=(S.UNCONFIRMED,),
    transitions=(
        Transition(
            "confirm",
            (S.UNCONFIRMED, S.PAUSED, S.UNSUBSCRIBED),
            S.CONFIRMED,
            LINK,
            label=_("confirmed by a mailed link"),
        ),
        Transition("pause", (S.CONFIRMED,), S.PAUSED, (CLOCK,), label=_("paused, since a mail came back")),
        Transition("unsubscribe", (S.CONFIRMED, S.PAUSED), S.UNSUBSCRIBED, LINK, label=_("unsubscribed")),
    ),
)
