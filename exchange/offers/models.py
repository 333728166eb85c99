from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from exchange.applications.models import Application
from exchange.cycles.models import Cycle, Seat
from portal.lifecycle.models import StatefulModel

from .states import ENTRY, OCCUPYING, OFFER, Because, EntryState, OfferState

PERSON = settings.AUTH_USER_MODEL


class WaitingListEntry(StatefulModel):
    """A place on a cycle's waiting list. Ranks are kept for good: one that somebody leaves is never filled again."""

    lifecycle = ENTRY

    cycle = models.ForeignKey(Cycle, on_delete=models.PROTECT, related_name="waiting_list", verbose_name=_("cycle"))
    application = models.ForeignKey(
        Application, on_delete=models.PROTECT, related_name="list_entries", verbose_name=_("application")
    )
    rank = models.PositiveSmallIntegerField(_("rank"))
    state = models.CharField(_("state"), max_length=10, choices=EntryState, default=EntryState.WAITING)
    entered_at = models.DateTimeField(_("entered"))
    ended_at = models.DateTimeField(_("ended"), null=True, blank=True)

    class Meta(StatefulModel.Meta):
        ordering = ["cycle", "rank", "id"]
        verbose_name = _("entry of the waiting list")
        verbose_name_plural = _("waiting list")
        constraints = [
            models.UniqueConstraint(
                fields=["cycle", "rank"],
                condition=~models.Q(state=EntryState.VOID),
                name="a_rank_is_given_once_in_a_cycle",
            ),
            models.UniqueConstraint(
                fields=["application"], condition=~models.Q(state=EntryState.VOID), name="an_application_waits_once"
            ),
        ]

    def __str__(self):
        return f"{self.cycle.code} · {self.rank}"


class Offer(StatefulModel):
    """Binds an application to a seat, with a clock of its own.

    The seat is never null: NULLs are distinct in a unique index, and the constraint would hold nothing.
    """

    lifecycle = OFFER

    seat = models.ForeignKey(Seat, on_delete=models.PROTECT, related_name="offers", verbose_name=_("seat"))
    application = models.ForeignKey(
        Application, on_delete=models.PROTECT, related_name="offers", verbose_name=_("application")
    )
    # Where it came by the waiting list.
    entry = models.ForeignKey(
        WaitingListEntry, null=True, blank=True, on_delete=models.PROTECT, related_name="offers",
        verbose_name=_("entry of the waiting list"),
    )  # fmt: skip
    # The offer whose end left the seat free.
    follows = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="followed_by", verbose_name=_("follows")
    )
    state = models.CharField(_("state"), max_length=12, choices=OfferState, default=OfferState.OPEN)
    made_at = models.DateTimeField(_("made"))
    made_by = models.ForeignKey(PERSON, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    expires_at = models.DateTimeField(_("answer until"))
    accepted_at = models.DateTimeField(_("accepted"), null=True, blank=True)
    ended_at = models.DateTimeField(_("ended"), null=True, blank=True)
    words = models.TextField(_("what they wrote"), blank=True)
    because = models.CharField(_("rescinded because of"), max_length=8, choices=Because, blank=True)
    reminded = models.PositiveSmallIntegerField(null=True, blank=True)

    class Meta(StatefulModel.Meta):
        ordering = ["-made_at", "-id"]
        verbose_name = _("offer")
        verbose_name_plural = _("offers")
        indexes = [models.Index(fields=["state", "expires_at"])]
        constraints = [
            models.UniqueConstraint(
                fields=["seat"], condition=models.Q(state__in=OCCUPYING), name="one_occupying_offer_per_seat"
            ),
            models.UniqueConstraint(
                fields=["application"],
                condition=models.Q(state__in=OCCUPYING),
                name="one_occupying_offer_per_application",
            ),
        ]

    def __str__(self):
        return f"{self.seat}: {self.application}"

    @property
    def cycle_id(self):
        return self.seat.cycle_id
