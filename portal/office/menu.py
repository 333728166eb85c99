"""The office's menu: what stands on its first level, and the groups below it, by order."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import Menu, MenuItem, SubmenuMenuItem

# name: label, icon, order on the first level. Daily screens stand on the first level themselves (orders 10 to 90).
GROUPS = {
    "forum": (_("Forum"), "group", 200),
    "house": (_("House and people"), "user", 300),
    "setup": (_("Set-up"), "cogs", 900),
}


@dataclass(frozen=True)
class Entry:
    label: object
    url_name: str
    icon: str
    order: int
    group: str | None
    shown: object


_entries = {}


def enter(label, url_name, *, icon="list-ul", order=100, group=None, shown):
    """Put a screen into the menu. group: None or a name in GROUPS. shown: function(person) -> bool."""
    if group is not None and group not in GROUPS:
        raise ValueError(f"There is no menu group {group!r}: see portal.office.menu.GROUPS")
    _entries[url_name] = Entry(label, url_name, icon, order, group, shown)


def entries(group=None):
    return sorted((entry for entry in _entries.values() if entry.group == group), key=lambda entry: entry.order)


class OfficeMenuItem(MenuItem):
    """An entry whose address is looked up when it is shown, and which asks whether this person needs it."""

    def __init__(self, entry):
        self.entry = entry
        super().__init__(
            entry.label, "", name=entry.url_name.replace(":", "-"), icon_name=entry.icon, order=entry.order
        )

    @property
    def url(self):
        return reverse(self.entry.url_name)

    @url.setter
    def url(self, value):
        """The address comes from the entry's name alone."""

    def is_shown(self, request):
        return self.entry.shown(request.user)


class GroupMenu(Menu):
    """The entries of one group."""

    def __init__(self, group):
        super().__init__(items=[])
        self.group = group

    @cached_property
    def registered_menu_items(self):
        return [OfficeMenuItem(entry) for entry in entries(self.group)]


def first_level():
    """Everything that the office adds to Wagtail's menu, once every slice's office room is loaded."""
    items = [OfficeMenuItem(entry) for entry in entries()]
    for group, (label, icon, order) in GROUPS.items():
        if entries(group):
            items.append(SubmenuMenuItem(label, GroupMenu(group), name=group, icon_name=icon, order=order))
    return items
