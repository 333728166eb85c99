from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class CalendarFeed(models.Model):
    """An address to subscribe to, of one kind, for one person.

    The token is kept readable, since its owner must be able to read the address again; nobody else is shown it, it can be
    renewed, and it opens nothing but this feed. What the feed holds is asked anew at each reading: whoever loses a role
    reads an empty calendar.
    """

    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="calendar_feeds")
    kind = models.CharField(_("what it shows"), max_length=40)
    token = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField(_("made"))
    last_read_at = models.DateTimeField(_("last read"), null=True, blank=True)

    class Meta:
        verbose_name = _("calendar feed")
        verbose_name_plural = _("calendar feeds")
        constraints = [models.UniqueConstraint(fields=["person", "kind"], name="one_feed_of_a_kind_per_person")]

    def __str__(self):
        return f"{self.kind} · {self.person}"
