from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models


class Heartbeat(models.Model):
    """When a part of the machinery last did its work: "tick", "worker"."""

    part = models.CharField(max_length=40, unique=True)
    at = models.DateTimeField()
    note = models.JSONField(default=dict, blank=True)

    def __str__(self):
        return f"{self.part} {self.at:%Y-%m-%d %H:%M:%S}"


class DemoRow(models.Model):
    """A row that the demo made, so that renewing the demo touches nothing that people made."""

    key = models.CharField(max_length=120, unique=True)
    content_type = models.ForeignKey(ContentType, on_delete=models.CASCADE)
    object_id = models.CharField(max_length=64)
    obj = GenericForeignKey("content_type", "object_id")
    loaded_for = models.DateField()

    class Meta:
        indexes = [models.Index(fields=["content_type", "object_id"])]

    def __str__(self):
        return self.key
