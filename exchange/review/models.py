from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from exchange.applications.models import Application
from exchange.cycles.models import Criterion
from exchange.partners.models import Partner
from portal.lifecycle.models import StatefulModel

from .states import DECISION, HIGHEST, LOWEST, REVIEW, DecisionState, Outcome, Recommendation, ReviewState

PERSON = settings.AUTH_USER_MODEL


class ReviewerHospital(models.Model):
    """Where a reviewer works or worked; an applicant from there is a conflict of interest that is found by itself."""

    person = models.ForeignKey(PERSON, on_delete=models.CASCADE, related_name="reviewer_hospitals")
    partner = models.ForeignKey(
        Partner, null=True, blank=True, on_delete=models.CASCADE, related_name="+", verbose_name=_("partner hospital")
    )
    name = models.CharField(_("hospital"), max_length=200, blank=True)

    class Meta:
        ordering = ["id"]
        verbose_name = _("hospital of a reviewer")
        verbose_name_plural = _("hospitals of reviewers")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(partner__isnull=False) | ~models.Q(name=""), name="a_reviewers_hospital_is_named"
            )
        ]

    def __str__(self):
        return self.name or str(self.partner)


class ReviewAssignment(StatefulModel):
    """One reviewer's review of one application: from the asking to the finished scores, or a recusal."""

    lifecycle = REVIEW

    application = models.ForeignKey(
        Application, on_delete=models.PROTECT, related_name="reviews", verbose_name=_("application")
    )
    reviewer = models.ForeignKey(PERSON, on_delete=models.PROTECT, related_name="reviews", verbose_name=_("reviewer"))
    state = models.CharField(_("state"), max_length=10, choices=ReviewState, default=ReviewState.ASSIGNED)
    assigned_at = models.DateTimeField(_("assigned"))
    assigned_by = models.ForeignKey(PERSON, null=True, on_delete=models.SET_NULL, related_name="+")
    due_at = models.DateTimeField(_("due"), null=True, blank=True)
    begun_at = models.DateTimeField(_("begun"), null=True, blank=True)
    done_at = models.DateTimeField(_("finished"), null=True, blank=True)
    recused_at = models.DateTimeField(_("recused"), null=True, blank=True)
    recused_why = models.TextField(_("conflict of interest"), blank=True)
    recommendation = models.CharField(_("recommendation"), max_length=10, choices=Recommendation, blank=True)
    for_committee = models.TextField(_("for the committee"), blank=True)
    for_applicant = models.TextField(_("for the applicant"), blank=True)
    # Rises with every saving, so that a second tab is told and overwrites nothing.
    version = models.PositiveIntegerField(default=0)
    # Of the answers that were read when the review was finished; a later one is shown as changed since.
    application_version = models.PositiveIntegerField(null=True, blank=True)

    class Meta(StatefulModel.Meta):
        ordering = ["application", "id"]
        verbose_name = _("review")
        verbose_name_plural = _("reviews")
        constraints = [
            models.UniqueConstraint(fields=["application", "reviewer"], name="one_review_per_reviewer_and_application")
        ]

    def __str__(self):
        return f"{self.application}: {self.reviewer}"


class ReviewScore(models.Model):
    """The score of one criterion in one review."""

    review = models.ForeignKey(ReviewAssignment, on_delete=models.CASCADE, related_name="scores")
    criterion = models.ForeignKey(Criterion, on_delete=models.PROTECT, related_name="+")
    score = models.PositiveSmallIntegerField(
        _("score"), validators=[MinValueValidator(LOWEST), MaxValueValidator(HIGHEST)]
    )

    class Meta:
        verbose_name = _("score")
        verbose_name_plural = _("scores")
        constraints = [
            models.UniqueConstraint(fields=["review", "criterion"], name="a_criterion_is_scored_once_in_a_review"),
            models.CheckConstraint(
                condition=models.Q(score__gte=LOWEST, score__lte=HIGHEST), name="a_score_lies_within_its_scale"
            ),
        ]

    def __str__(self):
        return f"{self.criterion}: {self.score}"


class Decision(StatefulModel):
    """What the committee decided of one application. Pending until its cycle's release; each version is kept."""

    lifecycle = DECISION

    application = models.OneToOneField(
        Application, on_delete=models.PROTECT, related_name="decision", verbose_name=_("application")
    )
    state = models.CharField(_("state"), max_length=10, choices=DecisionState, default=DecisionState.PENDING)
    outcome = models.CharField(_("outcome"), max_length=12, choices=Outcome, blank=True)
    rank = models.PositiveSmallIntegerField(_("rank on the waiting list"), null=True, blank=True)
    words = models.TextField(_("sentence for the applicant"), blank=True)
    # A reviewer was recused after this was set: the committee looks again, and says so, before the release.
    flagged_at = models.DateTimeField(null=True, blank=True)
    decided_at = models.DateTimeField(null=True, blank=True)
    decided_by = models.ForeignKey(PERSON, null=True, on_delete=models.SET_NULL, related_name="+")
    released_at = models.DateTimeField(null=True, blank=True)
    version = models.PositiveIntegerField(default=0)

    class Meta(StatefulModel.Meta):
        ordering = ["application"]
        verbose_name = _("decision")
        verbose_name_plural = _("decisions")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(rank=None) | models.Q(outcome=Outcome.WAITLIST),
                name="only_the_waiting_list_is_ranked",
            )
        ]

    def __str__(self):
        return f"{self.application}: {self.get_outcome_display() or '—'}"


class DecisionVersion(models.Model):
    """A decision as it stood after somebody set, released or amended it. Append-only."""

    decision = models.ForeignKey(Decision, on_delete=models.CASCADE, related_name="versions")
    number = models.PositiveIntegerField()
    state = models.CharField(max_length=10, choices=DecisionState)
    outcome = models.CharField(max_length=12, choices=Outcome, blank=True)
    rank = models.PositiveSmallIntegerField(null=True, blank=True)
    words = models.TextField(blank=True)
    by = models.ForeignKey(PERSON, null=True, on_delete=models.SET_NULL, related_name="+")
    at = models.DateTimeField()
    why = models.TextField(blank=True)

    class Meta:
        ordering = ["decision", "number"]
        verbose_name = _("version of a decision")
        verbose_name_plural = _("versions of decisions")
        constraints = [
            models.UniqueConstraint(fields=["decision", "number"], name="versions_of_a_decision_are_numbered_once")
        ]

    def __str__(self):
        return f"{self.decision} ({self.number})"
