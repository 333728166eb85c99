"""Translations that are out of date, for those who write pages."""

from django.urls import reverse
from django.utils.translation import gettext as _

from portal.access.permissions import may
from portal.office.worklist import WorkItem, register

from .models import TranslationLevel
from .queries import out_of_date


@register
def translations_out_of_date(person, now):
    """One line for each page that is behind its other language."""
    if not may(person, "list", TranslationLevel):
        return []
    return [
        WorkItem(
            title=_("A translation is out of date"),
            who=f"{row.page.title} · {row.page.locale.get_display_name()}",
            since=row.changed_at,
            due=None,
            url=reverse("wagtailadmin_pages:edit", args=[row.page.pk]),
            kind=_("Translation"),
        )
        for row in out_of_date()
    ]
