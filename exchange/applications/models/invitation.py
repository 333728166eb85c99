from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from exchange.cycles.models import Cycle
from portal.lifecycle.models import StatefulModel

from ..states import INVITATION, InvitationState


class InvitationToApply(StatefulModel):
    """A named person is asked to apply, by a mail with a personal link. It holds no seat and is not an offer."""

    lifecycle = INVITATION

    cycle = models.ForeignKey(
        Cycle,
        on_delete=models.PROTECT,
        related_name="invitations",
        verbose_name=_("cycle"),
    )
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        related_name="invitations_to_apply",
        verbose_name=_("invited"),
    )
    state = models.CharField(_("state"), max_length=10, choices=InvitationState, default=InvitationState.SENT)
    words = models.TextField(_("personal words"), blank=True)
    invited_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("invited by"),
    )
    sent_at = models.DateTimeField(_("sent"))
    opened_at = models.DateTimeField(_("opened"), null=True, blank=True)
    started_at = models.DateTimeField(_("started"), null=True, blank=True)
    declined_at = models.DateTimeField(_("declined"), null=True, blank=True)
    decline_reason = models.TextField(_("what they wrote"), blank=True)

    class Meta(StatefulModel.Meta):
        ordering = ["-sent_at", "-id"]
        verbose_name = _("invitation to apply")
        verbose_name_plural = _("invitations to apply")
        constraints = [models.UniqueConstraint(fields=["cycle", "person"], name="one_invitation_per_person_and_cycle")]

    def __str__(self):
        return f"{self.person}, {self.cycle.code}"
