from django.conf import settings
from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from exchange.applications.models import Application
from exchange.applications.states import Participation
from exchange.offers.models import Offer
from portal.clock.rules import SHANGHAI
from portal.hospital.models import Department, Room
from portal.lifecycle.models import StatefulModel

from ..states import ITEM, VISIT, CancelledBy, ItemKind, ItemState, VisitState

PERSON = settings.AUTH_USER_MODEL


class Visit(StatefulModel):
    """One stay of one expert. Its days are dates in Shanghai, not instants; `last_day` is the last day itself.

    `sequence` rises with every change that a calendar shows. `arrived_on` and `left_on` are the real dates, written by
    whoever saw the guest come and go; the ledger counts those.
    """

    lifecycle = VISIT

    offer = models.OneToOneField(Offer, on_delete=models.PROTECT, related_name="visit")
    application = models.ForeignKey(
        Application, on_delete=models.PROTECT, related_name="visits", verbose_name=_("application")
    )
    person = models.ForeignKey(PERSON, on_delete=models.PROTECT, related_name="visits", verbose_name=_("expert"))
    state = models.CharField(_("state"), max_length=12, choices=VisitState, default=VisitState.PLANNING)
    first_day = models.DateField(_("first day"))
    last_day = models.DateField(_("last day"))
    participation = models.CharField(_("participation"), max_length=10, choices=Participation)
    department = models.ForeignKey(
        Department,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="visits",
        verbose_name=_("host department"),
    )
    host = models.ForeignKey(
        PERSON,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="hosted_visits",
        verbose_name=_("host"),
    )
    team = models.ManyToManyField(PERSON, blank=True, related_name="+", verbose_name=_("host team"))
    arrived_on = models.DateField(_("arrived on"), null=True, blank=True)
    left_on = models.DateField(_("left on"), null=True, blank=True)
    cancelled_by = models.CharField(_("cancelled by"), max_length=10, choices=CancelledBy, blank=True)
    sequence = models.PositiveIntegerField(default=0)
    changed_at = models.DateTimeField()

    class Meta(StatefulModel.Meta):
        ordering = ["first_day", "id"]
        verbose_name = _("visit")
        verbose_name_plural = _("visits")
        indexes = [models.Index(fields=["first_day", "last_day"]), models.Index(fields=["state"])]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(last_day__gte=models.F("first_day")),
                name="a_visit_ends_on_or_after_its_first_day",
            )
        ]

    def __str__(self):
        return f"{self.person} · {self.first_day:%Y-%m-%d} – {self.last_day:%Y-%m-%d}"

    @property
    def days(self):
        """Length of the stay in days, both ends counted."""
        return (self.last_day - self.first_day).days + 1


class ItineraryItem(StatefulModel):
    """One thing in a visit that has a time, a place and people."""

    lifecycle = ITEM

    visit = models.ForeignKey(Visit, on_delete=models.PROTECT, related_name="items")
    state = models.CharField(_("state"), max_length=12, choices=ItemState, default=ItemState.TENTATIVE)
    kind = models.CharField(_("kind"), max_length=12, choices=ItemKind)
    title_en = models.CharField(_("title in English"), max_length=160)
    title_zh = models.CharField(_("title in Chinese"), max_length=80, blank=True)
    starts_at = models.DateTimeField(_("starts"), help_text=_("Shanghai time."))
    ends_at = models.DateTimeField(_("ends"), help_text=_("Shanghai time."))
    room = models.ForeignKey(
        Room, null=True, blank=True, on_delete=models.PROTECT, related_name="+", verbose_name=_("room")
    )
    place = models.CharField(_("place, if not one of our rooms"), max_length=160, blank=True)
    people = models.ManyToManyField(PERSON, blank=True, related_name="itinerary_items", verbose_name=_("with"))
    note = models.TextField(_("note for the expert"), blank=True)
    staff_note = models.TextField(_("note for staff"), blank=True)
    uid = models.CharField(max_length=120, unique=True)
    sequence = models.PositiveIntegerField(default=0)
    changed_at = models.DateTimeField()

    class Meta(StatefulModel.Meta):
        ordering = ["starts_at", "id"]
        verbose_name = _("itinerary item")
        verbose_name_plural = _("itinerary items")
        indexes = [models.Index(fields=["starts_at", "ends_at"])]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(ends_at__gt=models.F("starts_at")),
                name="an_itinerary_item_lasts_some_time",
            )
        ]

    def __str__(self):
        return f"{self.title(get_language() or 'en')} · {self.starts_at.astimezone(SHANGHAI):%Y-%m-%d %H:%M}"

    def title(self, language):
        return self.title_zh if language.startswith("zh") and self.title_zh else self.title_en


class AcceptedOverlap(models.Model):
    """That an overlap was seen and taken in with a reason; it counts while neither side has moved since."""

    item = models.ForeignKey(ItineraryItem, on_delete=models.CASCADE, related_name="accepted_overlaps")
    item_sequence = models.PositiveIntegerField()
    other_uid = models.CharField(max_length=160)
    other_sequence = models.PositiveIntegerField()
    reason = models.CharField(_("reason"), max_length=300)
    accepted_by = models.ForeignKey(PERSON, null=True, on_delete=models.SET_NULL, related_name="+")
    accepted_at = models.DateTimeField()

    class Meta:
        verbose_name = _("accepted overlap")
        verbose_name_plural = _("accepted overlaps")

    def __str__(self):
        return f"{self.item} / {self.other_uid}"
