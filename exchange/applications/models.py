from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from exchange.cycles.models import Cycle
from portal.lifecycle.models import StatefulModel

from .states import APPLICATION, ApplicationState


class Application(StatefulModel):
    """One person in one cycle, with a number to quote once it is submitted."""

    lifecycle = APPLICATION

    cycle = models.ForeignKey(
        Cycle,
        on_delete=models.PROTECT,
        related_name="applications",
        verbose_name=_("cycle"),
    )
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="applications",
        verbose_name=_("applicant"),
    )  # fmt: skip
    state = models.CharField(
        _("state"),
        max_length=14,
        choices=ApplicationState,
        default=ApplicationState.DRAFT,
    )
    # Where a returned or withdrawn application goes back to.
    state_before = models.CharField(max_length=14, choices=ApplicationState, blank=True)
    number = models.CharField(
        _("number"), max_length=20, null=True, blank=True, unique=True
    )
    begun_at = models.DateTimeField(_("begun"))
    submitted_at = models.DateTimeField(_("submitted"), null=True, blank=True)
    officer = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+",
        verbose_name=_("officer in charge"),
    )  # fmt: skip

    class Meta(StatefulModel.Meta):
        ordering = ["-begun_at", "-id"]
        verbose_name = _("application")
        verbose_name_plural = _("applications")
        constraints = [
            models.UniqueConstraint(
                fields=["cycle", "person"],
                condition=~models.Q(state="withdrawn"),
                name="one_live_application_per_person_and_cycle",
            )
        ]

    def __str__(self):
        return self.number or str(_("draft of %(person)s")) % {
            "person": self.person or "—"
        }
