"""Every publication of a page comes by here, by whichever way it was published: Wagtail has no other place that sees all of
them. What follows from it is decided in actions.py.
"""

from django.dispatch import receiver
from wagtail.signals import page_published

from .actions import note_publication


@receiver(page_published, dispatch_uid="portal.translations")
def on_publication(sender, instance, **kwargs):
    note_publication(instance)
