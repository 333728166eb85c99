from django.core.validators import MinValueValidator
from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from .names import in_language


class Department(models.Model):
    """A department of the hospital; it may receive guests."""

    name_en = models.CharField(_("name in English"), max_length=120, unique=True)
    name_zh = models.CharField(_("name in Chinese"), max_length=60)

    class Meta:
        ordering = ["name_en"]
        verbose_name = _("department")
        verbose_name_plural = _("departments")

    def __str__(self):
        return self.named(get_language() or "en")

    def named(self, language):
        return in_language(self, "name", language)


class Room(models.Model):
    """A hall, meeting room or theatre that one thing at a time can take."""

    name_en = models.CharField(_("name in English"), max_length=120)
    name_zh = models.CharField(_("name in Chinese"), max_length=60)
    building_en = models.CharField(_("building and floor, in English"), max_length=120, blank=True)
    building_zh = models.CharField(_("building and floor, in Chinese"), max_length=60, blank=True)
    capacity = models.PositiveIntegerField(_("seats"), null=True, blank=True, validators=[MinValueValidator(1)])
    order = models.PositiveSmallIntegerField(
        _("order"), default=100, help_text=_("Lower numbers stand first in schedules.")
    )

    class Meta:
        ordering = ["order", "name_en"]
        verbose_name = _("room")
        verbose_name_plural = _("rooms")
        constraints = [
            models.UniqueConstraint(fields=["name_en", "building_en"], name="a_room_is_named_once_in_a_building")
        ]

    def __str__(self):
        return self.named(get_language() or "en")

    def named(self, language):
        return in_language(self, "name", language)

    def building(self, language):
        return in_language(self, "building", language)
