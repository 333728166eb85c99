from django.conf import settings
from django.core.validators import MinValueValidator
from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from exchange.partners.models import Partner, PartnerDepartment
from exchange.visits.models import Visit
from portal.lifecycle.models import StatefulModel

from .states import LIVE, OPPORTUNITY, PLACEMENT, OpportunityState, PlacementState, Purpose

PERSON = settings.AUTH_USER_MODEL


class Opportunity(StatefulModel):
    """Places that a partner offers to our young doctors, in a window of days."""

    lifecycle = OPPORTUNITY

    partner = models.ForeignKey(
        Partner, on_delete=models.PROTECT, related_name="opportunities", verbose_name=_("partner")
    )
    department = models.ForeignKey(
        PartnerDepartment,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("department"),
    )
    # Where it was agreed: the visit of the expert who offered it.
    visit = models.ForeignKey(
        Visit,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="opportunities",
        verbose_name=_("agreed at"),
    )
    state = models.CharField(_("state"), max_length=10, choices=OpportunityState, default=OpportunityState.DRAFT)
    purpose = models.CharField(_("purpose"), max_length=12, choices=Purpose)
    title_en = models.CharField(_("what it is, in English"), max_length=200)
    title_zh = models.CharField(_("what it is, in Chinese"), max_length=100, blank=True)
    details = models.TextField(_("conditions, supervisor, what the partner provides"), blank=True)
    from_day = models.DateField(_("not before"))
    to_day = models.DateField(_("not after"))
    months = models.PositiveSmallIntegerField(_("months"), validators=[MinValueValidator(1)])
    places = models.PositiveSmallIntegerField(_("places"), default=1, validators=[MinValueValidator(1)])
    recorded_at = models.DateTimeField(_("recorded"))

    class Meta(StatefulModel.Meta):
        ordering = ["from_day", "id"]
        verbose_name = _("opportunity")
        verbose_name_plural = _("opportunities")
        constraints = [
            models.CheckConstraint(condition=models.Q(to_day__gte=models.F("from_day")), name="an_opportunity_has_days")
        ]

    def __str__(self):
        return f"{self.title(get_language() or 'en')}, {self.partner}"

    def title(self, language):
        return self.title_zh if language.startswith("zh") and self.title_zh else self.title_en


class Placement(StatefulModel):
    """One young doctor at one partner: purpose, project and expected result; the report will answer to these."""

    lifecycle = PLACEMENT

    opportunity = models.ForeignKey(
        Opportunity, on_delete=models.PROTECT, related_name="placements", verbose_name=_("opportunity")
    )
    person = models.ForeignKey(
        PERSON, on_delete=models.PROTECT, related_name="placements", verbose_name=_("young doctor")
    )
    state = models.CharField(_("state"), max_length=14, choices=PlacementState, default=PlacementState.ASKED)
    project = models.TextField(_("project"))
    expected_result = models.TextField(_("expected result"))
    first_day = models.DateField(_("first day"))
    last_day = models.DateField(_("last day"))
    asked_at = models.DateTimeField(_("asked"))
    answer_due = models.DateField(_("partner's answer due"), null=True, blank=True)
    left_on = models.DateField(_("left on"), null=True, blank=True)
    came_back_on = models.DateField(_("came back on"), null=True, blank=True)
    sequence = models.PositiveIntegerField(default=0)
    changed_at = models.DateTimeField()

    class Meta(StatefulModel.Meta):
        ordering = ["first_day", "id"]
        verbose_name = _("placement")
        verbose_name_plural = _("placements")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(last_day__gte=models.F("first_day")),
                name="a_placement_ends_on_or_after_its_first_day",
            ),
            models.UniqueConstraint(
                fields=["opportunity", "person"],
                condition=models.Q(state__in=LIVE),
                name="one_live_placement_per_person_and_opportunity",
            ),
        ]

    def __str__(self):
        return f"{self.person} · {self.opportunity.partner}"

    @property
    def partner(self):
        return self.opportunity.partner
