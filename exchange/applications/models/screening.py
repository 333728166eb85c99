"""What the office adds to an application: findings, notes, requests for information, more time."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from exchange.cycles.models import Cycle

from ..states import Finding

PERSON = settings.AUTH_USER_MODEL


class Screening(models.Model):
    """What a person found at screening. The lists say what they say; the finding is the person's, with a reason."""

    application = models.OneToOneField("exchange.Application", on_delete=models.CASCADE, related_name="screening")
    europe = models.CharField(_("works in Europe"), max_length=3, choices=Finding, blank=True)
    europe_why = models.CharField(_("why"), max_length=400, blank=True)
    specialty = models.CharField(_("specialty fits"), max_length=3, choices=Finding, blank=True)
    specialty_why = models.CharField(_("why"), max_length=400, blank=True)
    reason = models.TextField(_("reason of the decision"), blank=True)
    by = models.ForeignKey(PERSON, null=True, on_delete=models.SET_NULL, related_name="+")
    at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("screening")
        verbose_name_plural = _("screenings")

    def __str__(self):
        return f"{self.application}"


class InternalNote(models.Model):
    """A note among staff. No applicant ever sees one; none is changed or deleted."""

    application = models.ForeignKey("exchange.Application", on_delete=models.CASCADE, related_name="internal_notes")
    author = models.ForeignKey(PERSON, null=True, on_delete=models.SET_NULL, related_name="+")
    at = models.DateTimeField()
    text = models.TextField(_("note"))

    class Meta:
        ordering = ["at", "id"]
        verbose_name = _("internal note")
        verbose_name_plural = _("internal notes")

    def __str__(self):
        return self.text[:60]


class InformationRequest(models.Model):
    """An application went back to its person: which sections are open again, what is asked, and until when."""

    application = models.ForeignKey(
        "exchange.Application",
        on_delete=models.CASCADE,
        related_name="information_requests",
    )
    sections = models.JSONField(_("sections"), default=list)
    words = models.TextField(_("what is asked"))
    due_at = models.DateTimeField(_("due"))
    asked_by = models.ForeignKey(PERSON, null=True, on_delete=models.SET_NULL, related_name="+")
    asked_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True, blank=True)
    # Answered by the person, or taken up again by the office with what was there.
    answered = models.BooleanField(null=True)

    class Meta:
        ordering = ["asked_at", "id"]
        verbose_name = _("request for information")
        verbose_name_plural = _("requests for information")
        constraints = [
            models.UniqueConstraint(
                fields=["application"],
                condition=models.Q(closed_at=None),
                name="one_open_request_per_application",
            )
        ]

    def __str__(self):
        return f"{self.application}: {self.words[:40]}"


class SubmissionExtension(models.Model):
    """More time for one person in one cycle; the only way to submit after the call has closed."""

    cycle = models.ForeignKey(Cycle, on_delete=models.CASCADE, related_name="extensions")
    person = models.ForeignKey(PERSON, on_delete=models.CASCADE, related_name="+")
    until = models.DateTimeField(_("until"))
    reason = models.CharField(_("reason"), max_length=300)
    given_by = models.ForeignKey(PERSON, null=True, on_delete=models.SET_NULL, related_name="+")
    given_at = models.DateTimeField()

    class Meta:
        ordering = ["given_at", "id"]
        verbose_name = _("extension")
        verbose_name_plural = _("extensions")

    def __str__(self):
        return f"{self.person}: {self.until:%Y-%m-%d %H:%M}"
