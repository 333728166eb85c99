from django.conf import settings
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.utils.translation import gettext_lazy as _


class SignedLink(models.Model):
    """A random token, stored hashed, that lets one person do one thing until it expires or is revoked.

    Opening it changes nothing; a POST does. Each mail carries a fresh one, older ones live to their expiry.
    """

    digest = models.CharField(max_length=64, unique=True)
    purpose = models.CharField(_("purpose"), max_length=60)
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.CASCADE, related_name="+"
    )
    about_type = models.ForeignKey(ContentType, null=True, on_delete=models.CASCADE, related_name="+")
    about_id = models.CharField(max_length=64, blank=True)
    about = GenericForeignKey("about_type", "about_id")
    issued_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = [models.Index(fields=["about_type", "about_id", "purpose"])]
        verbose_name = _("signed link")
        verbose_name_plural = _("signed links")

    def __str__(self):
        return f"{self.purpose} #{self.pk}"


class SignedLinkUse(models.Model):
    """One opening or use of a link. Append-only."""

    link = models.ForeignKey(SignedLink, on_delete=models.CASCADE, related_name="uses")
    at = models.DateTimeField()
    what = models.CharField(max_length=20)
    address = models.GenericIPAddressField(null=True, blank=True)

    class Meta:
        ordering = ["at", "id"]

    def __str__(self):
        return f"{self.what} {self.at:%Y-%m-%d %H:%M}"


class Tally(models.Model):
    """How often something was tried since when: see limits.py. The key is a digest and names nobody."""

    key = models.CharField(max_length=64, unique=True)
    began_at = models.DateTimeField(db_index=True)
    taken = models.PositiveIntegerField()

    def __str__(self):
        return f"{self.key[:8]} {self.taken}"
