from django.db import models
from django.utils.translation import gettext_lazy as _

from portal.access.roles import STAFF
from portal.lifecycle.table import Lifecycle, Transition


class EditionState(models.TextChoices):
    DRAFT = "draft", _("draft")
    PUBLISHED = "published", _("published")
    ARCHIVED = "archived", _("archived")


S = EditionState

# What the public may follow: its page, its schedule, its calendar.
PUBLIC = (S.PUBLISHED, S.ARCHIVED)

EDITION = Lifecycle(
    entity="events.edition",
    states=EditionState,
    born=(S.DRAFT,),
    transitions=(
        Transition("publish", (S.DRAFT,), S.PUBLISHED, STAFF, label=_("published")),
        Transition("withdraw", (S.PUBLISHED,), S.DRAFT, STAFF, asks=("reason",), label=_("taken off the site")),
        Transition("archive", (S.PUBLISHED,), S.ARCHIVED, STAFF, label=_("archived")),
    ),
)
