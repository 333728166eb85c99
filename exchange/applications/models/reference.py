"""Lists that the office edits and screening is held against."""

from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from django_countries.fields import CountryField


class EuropeanCountry(models.Model):
    """A country or region that counts as European as a place of work. A person decides; this list only says what it says."""

    country = CountryField(_("country or region"), unique=True)
    note = models.CharField(_("note"), max_length=200, blank=True)

    class Meta:
        ordering = ["country"]
        verbose_name = _("country that counts as European")
        verbose_name_plural = _("countries that count as European")

    def __str__(self):
        return str(self.country.name)


class Specialty(models.Model):
    name_en = models.CharField(_("name in English"), max_length=80, unique=True)
    name_zh = models.CharField(_("name in Chinese"), max_length=40)
    within_scope = models.BooleanField(
        _("within the programme’s scope"),
        default=True,
        help_text=_("Where it is not, screening says so and a person decides."),
    )
    order = models.PositiveSmallIntegerField(_("place in the list"), default=100)

    class Meta:
        ordering = ["order", "name_en"]
        verbose_name = _("specialty")
        verbose_name_plural = _("specialties")

    def __str__(self):
        return self.name_en

    def named(self, language):
        return self.name_zh if language.startswith("zh") else self.name_en


class ReadyReason(models.Model):
    """A reason that the office gives often, in both languages, so that the person reads it in theirs."""

    class Use(models.TextChoices):
        NOT_ELIGIBLE = "not_eligible", _("not eligible")
        RETURN = "return", _("return for information")

    use = models.CharField(_("for"), max_length=14, choices=Use)
    text_en = models.TextField(_("text in English"))
    text_zh = models.TextField(_("text in Chinese"))
    order = models.PositiveSmallIntegerField(_("place in the list"), default=100)
    in_use = models.BooleanField(_("offered"), default=True)

    class Meta:
        ordering = ["use", "order", "id"]
        verbose_name = _("ready reason")
        verbose_name_plural = _("ready reasons")

    def __str__(self):
        return self.worded(get_language() or "en")[:60]

    def worded(self, language):
        return self.text_zh if language.startswith("zh") else self.text_en
