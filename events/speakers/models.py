from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from django_countries.fields import CountryField

from events.editions.models import Edition
from portal.hospital.names import in_language


class Speaker(models.Model):
    """A person at an edition, as the public reads of them: what they were then, in both languages."""

    edition = models.ForeignKey(Edition, on_delete=models.CASCADE, related_name="speakers", verbose_name=_("edition"))
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("person")
    )
    name_language = models.CharField(
        _("language of the name"),
        max_length=10,
        default="en",
        help_text=_("Such as cs, de, pl: browsers set and read it right then."),
    )
    affiliation_en = models.CharField(_("hospital or institute, in English"), max_length=200)
    affiliation_zh = models.CharField(_("hospital or institute, in Chinese"), max_length=100)
    city_en = models.CharField(_("city in English"), max_length=80)
    city_zh = models.CharField(_("city in Chinese"), max_length=40)
    country = CountryField(_("country or region"))
    biography_en = models.TextField(_("short biography, in English"), max_length=800, blank=True)
    biography_zh = models.TextField(_("short biography, in Chinese"), max_length=400, blank=True)

    class Meta:
        ordering = ["edition", "person__surname", "person__given_names"]
        verbose_name = _("speaker or chair")
        verbose_name_plural = _("speakers and chairs")
        constraints = [models.UniqueConstraint(fields=["edition", "person"], name="a_person_speaks_once_at_an_edition")]

    def __str__(self):
        return f"{self.person}, {self.city_en}"

    def city(self, language):
        return in_language(self, "city", language)

    def affiliation(self, language):
        return in_language(self, "affiliation", language)
