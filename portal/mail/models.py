from django.conf import settings
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.utils.translation import gettext_lazy as _

from portal.lifecycle.models import StatefulModel

from .rules import MASK, without_secrets
from .states import MAIL, MailState


class OutboxMessage(StatefulModel):
    """One e-mail, as it was rendered, secrets aside, from the act that caused it to the mail server's answer."""

    lifecycle = MAIL

    state = models.CharField(_("state"), max_length=12, choices=MailState, default=MailState.QUEUED)
    kind = models.CharField(_("kind"), max_length=80, help_text=_("The act that caused it."))
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="mails"
    )
    address = models.EmailField(_("to"), max_length=254)
    sender = models.CharField(_("from"), max_length=254)
    reply_to = models.CharField(_("answers go to"), max_length=254, blank=True)
    language = models.CharField(_("language"), max_length=10)
    subject = models.CharField(_("subject"), max_length=255)
    text = models.TextField(_("text"))
    html = models.TextField(blank=True)
    headers = models.JSONField(default=dict, blank=True)
    message_id = models.CharField(max_length=200, unique=True)
    wholly_secret = models.BooleanField(default=False)
    about_type = models.ForeignKey(ContentType, null=True, on_delete=models.SET_NULL, related_name="+")
    about_id = models.CharField(max_length=64, blank=True)
    about = GenericForeignKey("about_type", "about_id")
    created_at = models.DateTimeField(_("written"))
    not_before = models.DateTimeField(_("not before"))
    taken_at = models.DateTimeField(null=True, blank=True)
    sent_at = models.DateTimeField(_("sent"), null=True, blank=True)
    settled_at = models.DateTimeField(_("dealt with"), null=True, blank=True)
    attempts = models.PositiveSmallIntegerField(_("attempts"), default=0)
    problem = models.CharField(_("problem"), max_length=500, blank=True)
    caused_by = models.ForeignKey("self", null=True, blank=True, on_delete=models.SET_NULL, related_name="again")

    class Meta(StatefulModel.Meta):
        ordering = ["-created_at", "-id"]
        verbose_name = _("mail")
        verbose_name_plural = _("mails")
        indexes = [
            models.Index(fields=["state", "not_before"]),
            models.Index(fields=["about_type", "about_id"]),
        ]

    def __str__(self):
        return f"{self.subject} → {self.address}"

    @property
    def shown_subject(self):
        return without_secrets(self.subject)

    @property
    def shown_text(self):
        """The text as staff may read it: every secret is four dots."""
        return MASK if self.wholly_secret else without_secrets(self.text)

    @property
    def shown_html(self):
        return "" if self.wholly_secret else without_secrets(self.html)


class MailSecret(models.Model):
    """A code or a link's token, kept apart from its message and erased once the message is sent."""

    message = models.ForeignKey(OutboxMessage, on_delete=models.CASCADE, related_name="secrets")
    mark = models.CharField(max_length=40)
    value = models.TextField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["message", "mark"], name="a_mail_has_each_secret_once")]

    def __str__(self):
        return self.mark
