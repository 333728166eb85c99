from datetime import time

from django.conf import settings
from django.db import models
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, HelpPanel
from wagtail.contrib.settings.models import BaseGenericSetting, register_setting

from portal.lifecycle.models import StatefulModel

from .rules import Timing, Wishes
from .states import SUBSCRIPTION, SubscriberState

WEEKDAYS = (
    (0, _("Monday")),
    (1, _("Tuesday")),
    (2, _("Wednesday")),
    (3, _("Thursday")),
    (4, _("Friday")),
    (5, _("Saturday")),
    (6, _("Sunday")),
)


class Subscriber(StatefulModel):
    """An address that gets, or asked to get, the news by mail. No account stands behind it."""

    lifecycle = SUBSCRIPTION

    state = models.CharField(_("state"), max_length=12, choices=SubscriberState, default=SubscriberState.UNCONFIRMED)
    address = models.EmailField(_("e-mail"), max_length=254, unique=True, help_text=_("Kept in small letters."))
    language = models.CharField(_("language"), max_length=10, choices=settings.LANGUAGES)
    all_topics = models.BooleanField(_("all topics"), default=True)
    topics = models.ManyToManyField("portal.Topic", blank=True, related_name="+", verbose_name=_("topics"))
    asked_at = models.DateTimeField(_("asked for the news"))
    confirmed_at = models.DateTimeField(_("confirmed"), null=True, blank=True)
    ended_at = models.DateTimeField(_("paused or unsubscribed"), null=True, blank=True)

    class Meta(StatefulModel.Meta):
        ordering = ["-asked_at", "-id"]
        verbose_name = _("subscriber")
        verbose_name_plural = _("subscribers")
        indexes = [models.Index(fields=["state", "confirmed_at"])]

    def __str__(self):
        """Without the address: the record keeps this name after the address is erased."""
        return gettext("Subscriber %(number)s") % {"number": self.pk}

    def wishes(self):
        """As the rules take it; read topics with prefetch_related where there are many."""
        topics = frozenset() if self.all_topics else frozenset(topic.pk for topic in self.topics.all())
        return Wishes(self.language, self.all_topics, topics)


class DigestIssue(models.Model):
    """One digest: made at its hour, with what was new then. One without stories says that nothing was."""

    due_at = models.DateTimeField(_("hour"), unique=True)
    made_at = models.DateTimeField(_("made"))
    closed_at = models.DateTimeField(_("all mails written"), null=True, blank=True)

    class Meta:
        ordering = ["-due_at"]
        verbose_name = _("digest")
        verbose_name_plural = _("digests")

    def __str__(self):
        return f"{self.due_at:%Y-%m-%d}"


class DigestStory(models.Model):
    """A story stands in one digest, ever. The row stays when the story goes."""

    issue = models.ForeignKey(DigestIssue, on_delete=models.CASCADE, related_name="stories")
    story = models.OneToOneField("portal.StoryPage", null=True, on_delete=models.SET_NULL, related_name="+")

    def __str__(self):
        return f"{self.issue} {self.story_id}"


class DigestCopy(models.Model):
    """What keeps a subscriber from getting a digest twice, whoever is killed in the middle: the row comes with the mail."""

    issue = models.ForeignKey(DigestIssue, on_delete=models.CASCADE, related_name="copies")
    subscriber = models.ForeignKey(Subscriber, on_delete=models.CASCADE, related_name="copies")
    message = models.ForeignKey("portal.OutboxMessage", null=True, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["issue", "subscriber"], name="one_copy_of_a_digest_each")]

    def __str__(self):
        return f"{self.issue} → {self.subscriber_id}"


@register_setting(icon="mail", order=110)
class DigestTiming(BaseGenericSetting):
    """When the news leave by mail."""

    on = models.BooleanField(
        _("digests leave"), default=True, help_text=_("Taken off, nothing is sent; stories wait for the next digest.")
    )
    weekday = models.PositiveSmallIntegerField(_("day of the week"), choices=WEEKDAYS, default=4)
    at = models.TimeField(_("time"), default=time(9), help_text=_("Shanghai time."))

    panels = [
        HelpPanel(
            content=_(
                "Once a week, and only where stories are new since the last digest. A time that passed less than twelve "
                "hours ago still counts: the digest then leaves at once. Two digests are three days apart at least."
            )
        ),
        FieldPanel("on"),
        FieldRowPanel([FieldPanel("weekday"), FieldPanel("at")]),
    ]

    class Meta:
        verbose_name = _("news by e-mail")

    def timing(self):
        return Timing(weekday=self.weekday, at=self.at, on=self.on)
