"""The name of what Wagtail and Django write by themselves: notices about pages that wait for approval."""

from django.utils.translation import gettext_lazy as _

from .outbox import register_kind

register_kind("django", "", _("Notice about pages"))
