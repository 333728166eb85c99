from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from django_countries.fields import CountryField

from exchange.cycles.models import Cycle
from portal.lifecycle.models import StatefulModel
from portal.people.names import display_name, sort_name

from ..states import (
    APPLICATION,
    ApplicationState,
    Participation,
    PlaceOffered,
    PlacePurpose,
)
from .invitation import InvitationToApply
from .reference import Specialty

PERSON = settings.AUTH_USER_MODEL


class Application(StatefulModel):
    """One person in one cycle, with a number to quote once it is submitted.

    Answers are columns, written by `actions.answering` alone; what was typed but fits no column yet (half a date, a
    text over its limit) waits in `typed`, so that nothing is lost. `version` rises with every writing of answers.
    """

    lifecycle = APPLICATION

    cycle = models.ForeignKey(
        Cycle,
        on_delete=models.PROTECT,
        related_name="applications",
        verbose_name=_("cycle"),
    )
    # None while the draft belongs to a browser, by the hashed token in its cookie.
    person = models.ForeignKey(
        PERSON,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="applications",
        verbose_name=_("applicant"),
    )
    browser_digest = models.CharField(max_length=64, null=True, blank=True, unique=True)
    state = models.CharField(
        _("state"),
        max_length=14,
        choices=ApplicationState,
        default=ApplicationState.DRAFT,
    )
    # Where a returned or withdrawn application goes back to.
    state_before = models.CharField(max_length=14, choices=ApplicationState, blank=True)
    number = models.CharField(_("number"), max_length=20, null=True, blank=True, unique=True)
    serial = models.PositiveIntegerField(null=True, blank=True, editable=False)
    begun_at = models.DateTimeField(_("begun"))
    saved_at = models.DateTimeField(_("last saved"), null=True, blank=True)
    submitted_at = models.DateTimeField(_("submitted"), null=True, blank=True)
    version = models.PositiveIntegerField(default=0)
    typed = models.JSONField(default=dict, blank=True)
    language = models.CharField(
        _("language of the answers"),
        max_length=10,
        default="en",
        choices=settings.LANGUAGES,
    )
    time_zone = models.CharField(_("time zone"), max_length=64, blank=True)
    officer = models.ForeignKey(
        PERSON,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("officer in charge"),
    )
    invitation = models.ForeignKey(
        InvitationToApply, null=True, blank=True, on_delete=models.SET_NULL, related_name="applications",
        verbose_name=_("invitation to apply"),
    )  # fmt: skip
    # Typed in by staff for somebody who wrote by mail; counts as submitted only when the person confirms it.
    entered_by = models.ForeignKey(
        PERSON,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("entered by"),
    )
    confirmation_asked_at = models.DateTimeField(null=True, blank=True)
    consented_at = models.DateTimeField(null=True, blank=True)
    # Born selected: deferred from the cycle before.
    deferred_from = models.ForeignKey(
        "self",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="deferred_to",
    )

    # You
    surname = models.CharField(_("surname, as in the passport"), max_length=120, blank=True)
    given_names = models.CharField(_("given names, as in the passport"), max_length=120, blank=True)
    preferred_name = models.CharField(_("name you go by"), max_length=160, blank=True)
    chinese_name = models.CharField(_("Chinese name"), max_length=60, blank=True)
    birth_date = models.DateField(_("date of birth"), null=True, blank=True)
    nationality = CountryField(_("nationality"), blank=True)
    second_nationality = CountryField(_("second nationality"), blank=True)
    phone = models.CharField(_("phone"), max_length=40, blank=True)
    # Without case and accents, for the office's search.
    folded_name = models.CharField(max_length=480, blank=True, db_index=True)

    # Training and post
    specialty = models.ForeignKey(
        Specialty,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("specialty"),
    )
    specialty_detail = models.CharField(_("what you do most"), max_length=200, blank=True)
    post = models.CharField(_("post"), max_length=160, blank=True)
    post_since = models.PositiveSmallIntegerField(_("in this post since (year)"), null=True, blank=True)
    qualified_in = models.PositiveSmallIntegerField(_("specialist since (year)"), null=True, blank=True)
    training = models.TextField(_("training"), blank=True)
    registered_with = models.CharField(_("registered with"), max_length=200, blank=True)
    registration_number = models.CharField(_("registration number"), max_length=80, blank=True)

    # Proposal and dates
    observes = models.BooleanField(Participation.OBSERVE.label, default=False)
    lectures = models.BooleanField(Participation.LECTURE.label, default=False)
    operates = models.BooleanField(Participation.OPERATE.label, default=False)
    proposal = models.TextField(_("proposal"), blank=True)
    knows_here = models.TextField(_("people you know at our hospital"), blank=True)

    # In return
    place_offered = models.CharField(_("a place for a young doctor"), max_length=8, choices=PlaceOffered, blank=True)
    place_purpose = models.CharField(_("purpose"), max_length=12, choices=PlacePurpose, blank=True)
    place_months = models.PositiveSmallIntegerField(_("months"), null=True, blank=True)
    places = models.PositiveSmallIntegerField(_("places"), null=True, blank=True)
    place_department = models.CharField(_("department"), max_length=160, blank=True)
    place_note = models.TextField(_("what they could do there"), blank=True)

    class Meta(StatefulModel.Meta):
        ordering = ["-begun_at", "-id"]
        verbose_name = _("application")
        verbose_name_plural = _("applications")
        indexes = [models.Index(fields=["cycle", "state"])]
        constraints = [
            models.UniqueConstraint(
                fields=["cycle", "person"],
                condition=~models.Q(state="withdrawn"),
                name="one_live_application_per_person_and_cycle",
            ),
            models.UniqueConstraint(
                fields=["cycle", "serial"],
                name="applications_are_numbered_once_in_a_cycle",
            ),
        ]

    def __str__(self):
        return self.number or str(_("draft of %(person)s")) % {"person": self.named("en") or "—"}

    def named(self, language):
        """The applicant's name as it is shown: from the answers, else from the account."""
        return display_name(self, language) or (self.person.named(language) if self.person_id else "")

    @property
    def sort_name(self):
        return sort_name(self)

    @property
    def participation(self):
        """Values of Participation that the applicant chose, in the table's order."""
        chosen = ((self.observes, Participation.OBSERVE), (self.lectures, Participation.LECTURE),
                  (self.operates, Participation.OPERATE))  # fmt: skip
        return [value for is_chosen, value in chosen if is_chosen]

    @property
    def zone(self):
        """IANA zone in which the applicant reads instants."""
        return self.time_zone or (self.person.zone if self.person_id else "")

    @property
    def sending_hospital(self):
        """The affiliation that counts for the ledger and for limits, or None."""
        rows = list(self.affiliations.all())
        return next((row for row in rows if row.sending), rows[0] if rows else None)
