from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class TranslationLevel(models.Model):
    """When the pages of one pair last said the same: a page of them that was published later is the newer one.

    What is out of date is never stored: see rules.py. A pair without a row is level as of the day on which its second page
    appeared.
    """

    translation_key = models.UUIDField(primary_key=True, editable=False)
    at = models.DateTimeField(_("level at"))
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("by"),
    )

    class Meta:
        verbose_name = _("level of a translation")
        verbose_name_plural = _("levels of translations")

    def __str__(self):
        return f"{self.translation_key} {self.at:%Y-%m-%d %H:%M}"
