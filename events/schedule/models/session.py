import uuid

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey, ParentalManyToManyField
from modelcluster.models import ClusterableModel
from wagtail.models import Orderable

from events.editions.models import Edition, SubForum
from events.schedule.states import SESSION, SessionKind, SessionState
from events.speakers.models import Speaker
from portal.hospital.models import Room
from portal.hospital.names import in_language
from portal.lifecycle.models import StatefulModel


class Session(StatefulModel, ClusterableModel):
    """One item of an edition's schedule, as it stands in the office; the public reads the newest release.

    `sequence` rises with every change and `uid` stays: that is how calendars know what became of it.
    """

    lifecycle = SESSION

    edition = models.ForeignKey(Edition, on_delete=models.PROTECT, related_name="sessions", verbose_name=_("edition"))
    sub_forum = models.ForeignKey(
        SubForum, null=True, blank=True, on_delete=models.PROTECT, related_name="sessions",
        verbose_name=_("sub-forum"), help_text=_("Leave empty for a session of the whole forum."),
    )  # fmt: skip
    kind = models.CharField(_("kind"), max_length=8, choices=SessionKind, default=SessionKind.SESSION)
    slug = models.SlugField(_("word in addresses"), max_length=80)
    title_en = models.CharField(_("title in English"), max_length=200)
    title_zh = models.CharField(_("title in Chinese"), max_length=100)
    summary_en = models.TextField(_("what it is about, in English"), blank=True)
    summary_zh = models.TextField(_("what it is about, in Chinese"), blank=True)
    starts_at = models.DateTimeField(_("begins"), help_text=_("Shanghai time."))
    ends_at = models.DateTimeField(_("ends"), help_text=_("Shanghai time."))
    room = models.ForeignKey(
        Room, null=True, blank=True, on_delete=models.PROTECT, related_name="+",
        verbose_name=_("room"), help_text=_("Leave empty for all rooms."),
    )  # fmt: skip
    chairs = ParentalManyToManyField(Speaker, blank=True, related_name="chaired", verbose_name=_("chairs"))
    state = models.CharField(
        _("state"), max_length=10, choices=SessionState, default=SessionState.PLANNED, editable=False
    )
    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    sequence = models.PositiveIntegerField(default=0, editable=False)
    changed_at = models.DateTimeField(editable=False)

    class Meta(StatefulModel.Meta):
        ordering = ["edition", "starts_at", "room__order", "id"]
        verbose_name = _("session")
        verbose_name_plural = _("sessions")
        constraints = [
            models.UniqueConstraint(
                fields=["edition", "slug"],
                name="a_session_is_named_once_in_an_edition",
                violation_error_message=_("Another session of this edition has this word in its address."),
            ),
            models.CheckConstraint(
                condition=models.Q(ends_at__gt=models.F("starts_at")),
                name="a_session_ends_after_it_begins",
                violation_error_message=_("The session ends before it begins. Change one of the two times."),
            ),
        ]

    def __str__(self):
        return self.titled(get_language() or "en")

    def titled(self, language):
        return in_language(self, "title", language)


class Talk(Orderable):
    """One contribution within a session, in their order."""

    session = ParentalKey(Session, on_delete=models.CASCADE, related_name="talks")
    title_en = models.CharField(_("title in English"), max_length=250)
    title_zh = models.CharField(_("title in Chinese"), max_length=120)
    speaker = models.ForeignKey(
        Speaker,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="talks",
        verbose_name=_("speaker"),
    )
    minutes = models.PositiveSmallIntegerField(
        _("minutes"), default=15, validators=[MinValueValidator(1), MaxValueValidator(480)]
    )

    class Meta(Orderable.Meta):
        verbose_name = _("talk")
        verbose_name_plural = _("talks")

    def __str__(self):
        return self.title_en
