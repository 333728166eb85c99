"""The head of an office page: what Wagtail's template takes as title, icon and the way back."""

from django.urls import reverse
from django.utils.translation import gettext as _


def heading(title, icon, *way, here=None):
    """dict for a page's context. way: (label, address) of the pages between the first one and this; here: its name at the
    end of that way, where the title is longer than that."""
    steps = [(_("Home"), reverse("wagtailadmin_home")), *way, (title if here is None else here, "")]
    return {
        "header_title": title,
        "header_icon": icon,
        "breadcrumbs_items": [{"label": label, "url": url} for label, url in steps],
    }
