import uuid

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from .checking.verdict import CONTENT_TYPES, Kind


class FileKind(models.TextChoices):
    PDF = Kind.PDF.value, "PDF"
    JPEG = Kind.JPEG.value, "JPEG"
    PNG = Kind.PNG.value, "PNG"


class Scan(models.TextChoices):
    """What the virus scanner said. Only "unscanned" keeps a file shut: there is a scanner and it has not
    answered.
    """

    NOT_ASKED = "not_asked", _("no scanner")
    UNSCANNED = "unscanned", _("not scanned yet")
    CLEAN = "clean", _("scanned, nothing found")
    INFECTED = "infected", _("scanned, removed")


class PrivateFile(models.Model):
    """A file that somebody sent: what it is called, what it is, who sent it, and where its content lies.

    The content has an unguessable name in the "private" storage, outside the media root. Whoever points
    to the row holds the file (portal.files.ownership), and the question who may read it is asked of the
    holder.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    name = models.CharField(_("name"), max_length=200)
    kind = models.CharField(_("kind of file"), max_length=8, choices=FileKind)
    size = models.PositiveBigIntegerField(_("size"), help_text=_("Bytes, as kept."))
    sha256 = models.CharField(max_length=64)
    sent_sha256 = models.CharField(max_length=64, help_text=_("Of the bytes as sent; a picture is kept re-encoded."))
    pages = models.PositiveSmallIntegerField(_("number of pages"), null=True, blank=True)
    width = models.PositiveIntegerField(null=True, blank=True)
    height = models.PositiveIntegerField(null=True, blank=True)
    purpose = models.CharField(_("purpose"), max_length=40)
    uploaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    uploaded_at = models.DateTimeField(_("sent at"))
    token = models.CharField(max_length=64, blank=True, help_text=_("The browser's mark of this upload."))
    storage_name = models.CharField(max_length=120, unique=True)
    scan = models.CharField(_("virus scan"), max_length=10, choices=Scan, default=Scan.NOT_ASKED)
    purge_after = models.DateTimeField(_("removed after"), null=True, blank=True)
    purged_at = models.DateTimeField(_("removed at"), null=True, blank=True)

    class Meta:
        ordering = ["-uploaded_at"]
        verbose_name = _("private file")
        verbose_name_plural = _("private files")
        indexes = [
            models.Index(fields=["uploaded_by", "sent_sha256"]),
            models.Index(fields=["purge_after"]),
            models.Index(fields=["scan"]),
        ]
        constraints = [
            models.UniqueConstraint(fields=["token"], condition=~models.Q(token=""), name="an_upload_is_kept_once")
        ]

    def __str__(self):
        return self.name

    @property
    def content_type(self):
        return CONTENT_TYPES[Kind(self.kind)]

    @property
    def is_gone(self):
        return self.purged_at is not None

    @property
    def is_readable(self):
        """Whether there is content that may be given to anybody at all."""
        return not self.is_gone and self.scan not in (Scan.UNSCANNED, Scan.INFECTED)

    @property
    def page_numbers(self):
        return range(1, (self.pages or 1) + 1)


class ReadingKind(models.TextChoices):
    DOWNLOAD = "download", _("downloaded")
    RANGE = "range", _("downloaded in part")
    UNCHANGED = "unchanged", _("asked whether it had changed")
    HEAD = "head", _("asked for its size")
    PAGE = "page", _("looked at a page")


class FileReadingQuerySet(models.QuerySet):
    def update(self, **fields):
        raise RuntimeError("The log of readings is only added to")

    def delete(self):
        raise RuntimeError("The log of readings is only added to")


class FileReading(models.Model):
    """One reading of a file. Append-only; when a person is erased, "who" becomes empty and the line stays."""

    file = models.ForeignKey(PrivateFile, on_delete=models.CASCADE, related_name="readings")
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    at = models.DateTimeField(_("when"))
    what = models.CharField(_("what was done"), max_length=12, choices=ReadingKind)
    page = models.PositiveSmallIntegerField(_("page number"), null=True, blank=True)
    address = models.GenericIPAddressField(null=True, blank=True)

    objects = FileReadingQuerySet.as_manager()

    class Meta:
        ordering = ["-at", "-id"]
        verbose_name = _("reading of a file")
        verbose_name_plural = _("readings of files")
        indexes = [models.Index(fields=["file", "at"])]

    def __str__(self):
        return f"{self.get_what_display()} {self.at:%Y-%m-%d %H:%M}"

    def save(self, *args, **kwargs):
        if not self._state.adding:
            raise RuntimeError("The log of readings is only added to")
        super().save(*args, **kwargs)

    def delete(self, *args, **kwargs):
        raise RuntimeError("The log of readings is only added to")
