from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from portal.lifecycle.models import StatefulModel

from ..states import CYCLE, CycleState, Programme, Promotion, SeatKind


class Cycle(StatefulModel):
    """One call of one programme for one year.

    `turn` is the lock: every act that makes, ends or moves an offer, opens or lowers seats, or touches the waiting list
    raises it first (see `exchange.cycles.lock`).
    """

    lifecycle = CYCLE

    programme = models.CharField(_("programme"), max_length=2, choices=Programme)
    year = models.PositiveSmallIntegerField(_("year"), validators=[MinValueValidator(2018), MaxValueValidator(2100)])
    state = models.CharField(_("state"), max_length=12, choices=CycleState, default=CycleState.DRAFT)
    turn = models.PositiveBigIntegerField(default=0, editable=False)
    opens_at = models.DateTimeField(_("opens"), help_text=_("Shanghai time."))
    closes_at = models.DateTimeField(_("closes"), help_text=_("Shanghai time. The last minute still counts."))
    stop_promotion_at = models.DateTimeField(
        _("waiting list closes"),
        help_text=_("Shanghai time. After it nobody is promoted."),
    )
    visit_from = models.DateField(_("visits from"))
    visit_to = models.DateField(_("visits to"))
    offer_days = models.PositiveSmallIntegerField(
        _("days to answer an offer"),
        default=14,
        validators=[MinValueValidator(1), MaxValueValidator(90)],
    )
    promotion = models.CharField(
        _("a free seat goes to the waiting list"),
        max_length=12,
        choices=Promotion,
        default=Promotion.AT_ONCE,
    )
    reviews_wanted = models.PositiveSmallIntegerField(
        _("reviews for each application"),
        default=3,
        validators=[MinValueValidator(1), MaxValueValidator(9)],
    )
    officer = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+",
        verbose_name=_("person to ask"), help_text=_("Named on the call's page and in every mail; answers go to them."),
    )  # fmt: skip
    released_at = models.DateTimeField(null=True, blank=True, editable=False)

    class Meta(StatefulModel.Meta):
        ordering = ["-year", "programme"]
        verbose_name = _("cycle")
        verbose_name_plural = _("cycles")
        constraints = [
            models.UniqueConstraint(fields=["programme", "year"], name="one_cycle_per_programme_and_year"),
            models.CheckConstraint(
                condition=models.Q(closes_at__gt=models.F("opens_at")),
                name="a_cycle_closes_after_it_opens",
            ),
            models.CheckConstraint(
                condition=models.Q(visit_to__gte=models.F("visit_from")),
                name="a_visit_window_has_days",
            ),
        ]

    def __str__(self):
        return f"{self.get_programme_display()} {self.year}"

    @property
    def code(self):
        """ "VE-2027": what the numbers of its applications begin with."""
        return f"{self.programme}-{self.year}"


class Seat(models.Model):
    """A place of a cycle. Whether it is free is derived from its offers, never typed.

    A seat is open when `opened_at` is set and `shut_at` is not; reserve seats are opened by the director alone.
    """

    cycle = models.ForeignKey(Cycle, on_delete=models.PROTECT, related_name="seats")
    number = models.PositiveSmallIntegerField(_("number"))
    kind = models.CharField(_("kind"), max_length=8, choices=SeatKind, default=SeatKind.FIRM)
    opened_at = models.DateTimeField(null=True, blank=True)
    opened_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    opened_why = models.CharField(_("why it was opened"), max_length=300, blank=True)
    shut_at = models.DateTimeField(null=True, blank=True)
    shut_why = models.CharField(_("why it was shut"), max_length=300, blank=True)
    # Set while a free seat waits for the office's click, after the hospital rescinded its own mistaken offer.
    awaits_click_since = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["cycle", "number"]
        verbose_name = _("seat")
        verbose_name_plural = _("seats")
        constraints = [models.UniqueConstraint(fields=["cycle", "number"], name="seats_are_numbered_once_in_a_cycle")]

    def __str__(self):
        return f"{self.cycle.code} · {self.number}"

    @property
    def is_open(self):
        return self.opened_at is not None and self.shut_at is None


class Criterion(models.Model):
    """What reviewers score in a cycle, with its weight and anchors in words for the lowest and the highest score."""

    cycle = models.ForeignKey(Cycle, on_delete=models.CASCADE, related_name="criteria")
    order = models.PositiveSmallIntegerField(_("order"), default=1)
    label_en = models.CharField(_("criterion, in English"), max_length=120)
    label_zh = models.CharField(_("criterion, in Chinese"), max_length=60)
    weight = models.PositiveSmallIntegerField(
        _("weight"),
        default=1,
        validators=[MinValueValidator(1), MaxValueValidator(100)],
    )
    low_en = models.CharField(_("what the lowest score means, in English"), max_length=200, blank=True)
    low_zh = models.CharField(_("what the lowest score means, in Chinese"), max_length=100, blank=True)
    high_en = models.CharField(_("what the highest score means, in English"), max_length=200, blank=True)
    high_zh = models.CharField(_("what the highest score means, in Chinese"), max_length=100, blank=True)

    class Meta:
        ordering = ["cycle", "order", "id"]
        verbose_name = _("criterion")
        verbose_name_plural = _("criteria")

    def __str__(self):
        return self.label_en

    def label(self, language):
        return self.label_zh if language.startswith("zh") else self.label_en

    def anchors(self, language):
        """What the lowest and the highest score mean, in words: (low, high)."""
        return (self.low_zh, self.high_zh) if language.startswith("zh") else (self.low_en, self.high_en)
