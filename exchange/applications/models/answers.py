"""Answers of an application that come several times: hospitals and windows of dates. Rows of a draft may be half filled."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django_countries.fields import CountryField

from exchange.partners.models import Partner


class Affiliation(models.Model):
    """A hospital or university where the applicant works. One of them is the sending hospital."""

    application = models.ForeignKey("exchange.Application", on_delete=models.CASCADE, related_name="affiliations")
    place = models.PositiveSmallIntegerField()
    name = models.CharField(_("hospital"), max_length=200, blank=True)
    department = models.CharField(_("department"), max_length=160, blank=True)
    city = models.CharField(_("city"), max_length=80, blank=True)
    country = CountryField(_("country or region"), blank=True)
    sending = models.BooleanField(_("sending hospital"), default=False)
    # Recognised among our partners by its name, unless the office said which it is, or that it is none of them.
    partner = models.ForeignKey(
        Partner,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("partner"),
    )
    partner_said = models.BooleanField(_("partner said by the office"), default=False)

    class Meta:
        ordering = ["place"]
        verbose_name = _("affiliation")
        verbose_name_plural = _("affiliations")
        constraints = [
            models.UniqueConstraint(fields=["application", "place"], name="affiliations_have_a_place_each"),
            models.UniqueConstraint(
                fields=["application"],
                condition=models.Q(sending=True),
                name="one_sending_hospital_per_application",
            ),
        ]

    def __str__(self):
        return self.name


class DateWindow(models.Model):
    """Days in Shanghai between which the applicant could come, the one that suits best first."""

    application = models.ForeignKey("exchange.Application", on_delete=models.CASCADE, related_name="windows")
    place = models.PositiveSmallIntegerField()
    first_day = models.DateField(_("from"), null=True, blank=True)
    last_day = models.DateField(_("to"), null=True, blank=True)

    class Meta:
        ordering = ["place"]
        verbose_name = _("window of dates")
        verbose_name_plural = _("windows of dates")
        constraints = [models.UniqueConstraint(fields=["application", "place"], name="windows_have_a_place_each")]

    def __str__(self):
        return f"{self.first_day} – {self.last_day}"
