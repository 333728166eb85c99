from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from events.editions.models import Edition


class ReleaseRewritten(RuntimeError):
    """Code tried to change what was released. A programming error, never shown to a person."""


class ReleaseQuerySet(models.QuerySet):
    def update(self, **fields):
        raise ReleaseRewritten("What was released is kept as it was; make another release")

    update.alters_data = True

    def delete(self):
        raise ReleaseRewritten("What was released is kept")

    delete.alters_data = True
    delete.queryset_only = True


class ScheduleRelease(models.Model):
    """The schedule of an edition as it was made public, numbered, kept as it was.

    schedule: everything that the public reads, in both languages (see rules/reading.py). changes: what
    differs from the release before, as rules/changes.py tells it.
    """

    edition = models.ForeignKey(Edition, on_delete=models.PROTECT, related_name="releases")
    number = models.PositiveIntegerField(_("number"))
    released_at = models.DateTimeField(_("released"))
    released_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+", verbose_name=_("by")
    )
    schedule = models.JSONField()
    changes = models.JSONField(default=list)

    objects = ReleaseQuerySet.as_manager()

    class Meta:
        ordering = ["edition", "-number"]
        verbose_name = _("schedule release")
        verbose_name_plural = _("schedule releases")
        constraints = [
            models.UniqueConstraint(fields=["edition", "number"], name="releases_are_numbered_once_in_an_edition")
        ]

    def __str__(self):
        return f"{self.edition} · {self.number}"

    def save(self, *args, **kwargs):
        if not self._state.adding:
            raise ReleaseRewritten("What was released is kept as it was; make another release")
        super().save(*args, **kwargs)

    def delete(self, *args, **kwargs):
        raise ReleaseRewritten("What was released is kept")
