from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from portal.clock.instants import is_chinese
from portal.hospital.names import in_language


class PersonCard(models.Model):
    """Who somebody in the news is: written once, shown beside every story that names them."""

    name = models.CharField(
        _("name in Latin letters"), max_length=120, help_text=_("Given name first: Jana Dvořáková.")
    )
    name_language = models.CharField(
        _("language of the name"),
        max_length=10,
        default="en",
        help_text=_("Such as cs, de, pl: browsers set and read it right then."),
    )
    name_zh = models.CharField(_("name in Chinese characters"), max_length=30, blank=True)
    role_en = models.CharField(_("role, in English"), max_length=120, help_text=_("Such as: thoracic surgeon."))
    role_zh = models.CharField(_("role, in Chinese"), max_length=60)
    hospital_en = models.CharField(_("hospital or institute, in English"), max_length=160, blank=True)
    hospital_zh = models.CharField(_("hospital or institute, in Chinese"), max_length=80, blank=True)
    portrait = models.ForeignKey(
        "wagtailimages.Image",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("portrait"),
        help_text=_("Left empty, the initials stand on a plate. Set the focal point on the face."),
    )

    class Meta:
        ordering = ["name"]
        verbose_name = _("card of a person")
        verbose_name_plural = _("cards of people")

    def __str__(self):
        return f"{self.named(get_language() or 'en')}, {self.hospital(get_language() or 'en') or self.role('en')}"

    def named(self, language):
        """ "陆舜" in Chinese, "Lu Shun" in English; who has no Chinese name keeps the Latin one in both."""
        return self.name_zh if self.name_zh and is_chinese(language) else self.name

    def role(self, language):
        return in_language(self, "role", language)

    def hospital(self, language):
        return in_language(self, "hospital", language)
