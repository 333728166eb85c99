from django.db import models
from django.utils.translation import gettext_lazy as _

from portal.files.models import PrivateFile

from ..states import FileClass


class ApplicationFile(models.Model):
    """A file that an application holds; several of one class may stand beside each other."""

    application = models.ForeignKey("exchange.Application", on_delete=models.CASCADE, related_name="papers")
    file = models.ForeignKey(PrivateFile, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(_("class"), max_length=14, choices=FileClass)
    added_at = models.DateTimeField()

    class Meta:
        ordering = ["kind", "added_at", "id"]
        verbose_name = _("file of an application")
        verbose_name_plural = _("files of applications")
        constraints = [models.UniqueConstraint(fields=["application", "file"], name="an_application_holds_a_file_once")]

    def __str__(self):
        return self.file.name
