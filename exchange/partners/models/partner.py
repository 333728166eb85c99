from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from django_countries.fields import CountryField

from portal.clock.cities import is_zone
from portal.hospital.names import in_language


def validate_zone(value):
    if not is_zone(value):
        raise ValidationError(_("This is not a time zone with a city, such as Europe/Prague."))


class Partner(models.Model):
    """A hospital abroad: where it is, on whose clock, and whom we write to."""

    name = models.CharField(_("name, in its own language"), max_length=200)
    name_language = models.CharField(
        _("language of the name"),
        max_length=10,
        default="en",
        help_text=_("Such as cs, de, pl: browsers set it right then."),
    )
    name_zh = models.CharField(_("name in Chinese"), max_length=120, blank=True)
    slug = models.SlugField(_("address on the site"), unique=True)
    country = CountryField(_("country or region"))
    city_en = models.CharField(_("city in English"), max_length=80)
    city_zh = models.CharField(_("city in Chinese"), max_length=40)
    time_zone = models.CharField(_("time zone"), max_length=64, validators=[validate_zone])
    latitude = models.FloatField(
        _("latitude"),
        null=True,
        blank=True,
        validators=[MinValueValidator(-90), MaxValueValidator(90)],
        help_text=_("In degrees, such as 50.08. Without both the hospital stands in the list and not on the map."),
    )
    longitude = models.FloatField(
        _("longitude"),
        null=True,
        blank=True,
        validators=[MinValueValidator(-180), MaxValueValidator(180)],
        help_text=_("In degrees, such as 14.44; west of Greenwich with a minus."),
    )
    website = models.URLField(_("website"), blank=True)
    since = models.PositiveSmallIntegerField(
        _("partner since"), null=True, blank=True, validators=[MinValueValidator(1950)], help_text=_("The year.")
    )
    note_en = models.TextField(_("about, in English"), blank=True, help_text=_("What the hospital is."))
    note_zh = models.TextField(_("about, in Chinese"), blank=True)
    exchange_en = models.TextField(
        _("what the exchange is, in English"),
        blank=True,
        help_text=_("Who goes, who comes, and to do what. Shown on the hospital’s page."),
    )
    exchange_zh = models.TextField(_("what the exchange is, in Chinese"), blank=True)
    published = models.BooleanField(_("shown to the public"), default=False)

    class Meta:
        ordering = ["name"]
        verbose_name = _("partner hospital")
        verbose_name_plural = _("partner hospitals")

    def __str__(self):
        return self.name

    def save(self, *args, **kwargs):
        from portal.pages.searching.index import renew

        super().save(*args, **kwargs)
        renew("partners", [self.pk])

    def city(self, language):
        return self.city_zh if language.startswith("zh") else self.city_en

    def named(self, language):
        return self.name_zh if language.startswith("zh") and self.name_zh else self.name

    def note(self, language):
        return in_language(self, "note", language)

    def exchange(self, language):
        return in_language(self, "exchange", language)


class PartnerDepartment(models.Model):
    partner = models.ForeignKey(Partner, on_delete=models.CASCADE, related_name="departments")
    name = models.CharField(_("name"), max_length=160)
    name_zh = models.CharField(_("name in Chinese"), max_length=80, blank=True)

    class Meta:
        ordering = ["name"]
        verbose_name = _("department of a partner")
        verbose_name_plural = _("departments of partners")

    def __str__(self):
        return f"{self.name}, {self.partner}"


class PartnerContact(models.Model):
    """A person at a partner to whom the office writes; needs no account."""

    partner = models.ForeignKey(Partner, on_delete=models.CASCADE, related_name="contacts")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    function = models.CharField(_("function"), max_length=120, blank=True)
    until = models.DateField(_("until"), null=True, blank=True)

    class Meta:
        verbose_name = _("contact at a partner")
        verbose_name_plural = _("contacts at partners")

    def __str__(self):
        return f"{self.person}, {self.partner}"


class Direction(models.TextChoices):
    """Seen from Shanghai: who comes in, who goes out."""

    IN = "in", _("in")
    OUT = "out", _("out")


class LedgerEntry(models.Model):
    """± persons and ± days with one partner in one year. Append-only: a mistake is reversed by a second entry.

    `source` names the stay that was booked ("visit:12", "placement:4"), so that none is booked twice.
    """

    partner = models.ForeignKey(Partner, on_delete=models.PROTECT, related_name="ledger")
    year = models.PositiveSmallIntegerField(_("year"))
    direction = models.CharField(_("direction"), max_length=3, choices=Direction)
    persons = models.SmallIntegerField(_("persons"))
    days = models.SmallIntegerField(_("days"))
    source = models.CharField(_("stay"), max_length=40)
    why = models.CharField(_("reason"), max_length=300, blank=True)
    reverses = models.OneToOneField(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="reversed_by", verbose_name=_("reverses")
    )
    booked_at = models.DateTimeField(_("booked"))
    booked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )

    class Meta:
        ordering = ["year", "booked_at", "id"]
        verbose_name = _("ledger entry")
        verbose_name_plural = _("ledger")
        constraints = [
            models.UniqueConstraint(
                fields=["source", "year"],
                condition=models.Q(reverses=None),
                name="a_stay_is_booked_once_in_a_year",
            )
        ]

    def __str__(self):
        return f"{self.partner} {self.year}: {self.persons:+d}, {self.days:+d}"

    @property
    def amount(self):
        return self.persons, self.days

    def save(self, *args, **kwargs):
        if not self._state.adding:
            raise RuntimeError("The ledger is append-only: reverse an entry instead of changing it.")
        super().save(*args, **kwargs)
