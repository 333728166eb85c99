from datetime import time

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, HelpPanel
from wagtail.contrib.settings.models import BaseGenericSetting, register_setting


class SpecialDay(models.Model):
    """A holiday, or a weekend day that is worked in its stead. Loaded from a kept library, edited by the office."""

    class Kind(models.TextChoices):
        HOLIDAY = "holiday", _("holiday")
        MAKEUP = "makeup", _("make-up workday")

    day = models.DateField(_("date"), unique=True)
    kind = models.CharField(_("kind"), max_length=10, choices=Kind)
    name_en = models.CharField(_("name in English"), max_length=120)
    name_zh = models.CharField(_("name in Chinese"), max_length=60)
    provisional = models.BooleanField(
        _("provisional"),
        default=False,
        help_text=_("The State Council has not announced this year's days yet."),
    )
    source = models.CharField(_("source"), max_length=200, blank=True)

    panels = [
        FieldRowPanel([FieldPanel("day"), FieldPanel("kind")]),
        FieldRowPanel([FieldPanel("name_en"), FieldPanel("name_zh")]),
        FieldPanel("provisional"),
        FieldPanel("source"),
    ]

    class Meta:
        ordering = ["day"]
        verbose_name = _("holiday or make-up workday")
        verbose_name_plural = _("holidays and make-up workdays")

    def __str__(self):
        return f"{self.day:%Y-%m-%d} {self.name_en}"


@register_setting(icon="time", order=100)
class OfficeHours(BaseGenericSetting):
    """When the office works, on working days, by the clock of Shanghai."""

    opens = models.TimeField(_("opens"), default=time(9))
    closes = models.TimeField(_("closes"), default=time(18))

    panels = [
        HelpPanel(content=_("Shanghai time, on working days. Offers end at the closing time.")),
        FieldRowPanel([FieldPanel("opens"), FieldPanel("closes")]),
    ]

    class Meta:
        verbose_name = _("office hours")

    def clean(self):
        if self.opens and self.closes and self.closes <= self.opens:
            raise ValidationError({"closes": _("The office closes before it opens. Change one of the two times.")})
