"""Joins the office to Wagtail's admin: each slice's office room, the menu, the first page, the record's words."""

from django.templatetags.static import static
from django.urls import path
from django.utils.html import format_html
from wagtail import hooks

from portal.access.roles import Role, roles_of
from portal.office import first_page, log_lines, menu
from portal.office.finding import find_page
from portal.slices import load

load("office")

hooks.register("register_log_actions", log_lines.register_all)
hooks.register("construct_homepage_panels", first_page.put_worklist_first)

WRITERS = frozenset({Role.EDITOR, Role.PUBLISHER, Role.DIRECTOR})
# Wagtail shows these to everybody who enters; who writes no pages has no use for them.
FOR_WRITERS = ("explorer", "images", "documents", "reports", "help")
# Links to sites of others, which do not open everywhere.
OUTWARD = ("editor-guide", "whats-new-in-wagtail-")


@hooks.register("construct_main_menu")
def make_menu(request, items):
    """Our own screens go in; what of Wagtail's the role has no use for goes out."""
    if not roles_of(request.user) & WRITERS:
        items[:] = [item for item in items if item.name not in FOR_WRITERS]
    items += [item for item in menu.first_level() if item.is_shown(request)]


@hooks.register("construct_help_menu")
def hide_links_outward(request, items):
    items[:] = [item for item in items if not item.name.startswith(OUTWARD)]


@hooks.register("insert_global_admin_css")
def office_css():
    return format_html('<link rel="stylesheet" href="{}">', static("portal/css/office.css"))


@hooks.register("register_admin_urls")
def office_urls():
    return [path("find/", find_page, name="office_find")]
