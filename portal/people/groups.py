"""Wagtail's groups, derived from roles: what each role may touch of Wagtail's own screens. Edited by nobody."""

from django.contrib.auth.models import Group, Permission
from wagtail.models import (
    Collection,
    GroupCollectionPermission,
    GroupPagePermission,
    Page,
)
from wagtail.users.models import UserProfile

from portal.access.roles import OFFICE_DOOR, Role
from portal.clock.cities import OFFICE_ZONE

PAGE_ACTS = {
    Role.EDITOR: ("add_page", "change_page"),
    Role.PUBLISHER: (
        "add_page",
        "change_page",
        "publish_page",
        "lock_page",
        "unlock_page",
    ),
    Role.OFFICE: (),
    Role.DIRECTOR: (
        "add_page",
        "change_page",
        "publish_page",
        "lock_page",
        "unlock_page",
    ),
    Role.ADMINISTRATOR: (),
}
COLLECTION_ACTS = (
    "add_image",
    "change_image",
    "choose_image",
    "add_document",
    "change_document",
    "choose_document",
)
WRITERS = (Role.EDITOR, Role.PUBLISHER, Role.DIRECTOR)
TRANSLATORS = WRITERS
HOUSE = (Role.OFFICE, Role.DIRECTOR, Role.ADMINISTRATOR)
"""Who keeps the office hours and the hour of the digest, settings of Wagtail's."""
SETTINGS = ("change_officehours", "change_digesttiming")
SPEAKERS = (Role.PUBLISHER, Role.DIRECTOR, Role.ADMINISTRATOR)
"""Who says how the site is called and which records it has, a setting of Wagtail's."""


def group_of(role):
    return Group.objects.get_or_create(name=f"role: {role}")[0]


def permission(codename, app_label):
    return Permission.objects.get(codename=codename, content_type__app_label=app_label)


def make_groups():
    """Make every role's group say exactly what this page says. Safe to run at any time; migrate runs it."""
    root = Page.get_first_root_node()
    collection = Collection.get_first_root_node()
    for role in OFFICE_DOOR:
        group = group_of(role)
        wanted = {permission("access_admin", "wagtailadmin")}
        if role in HOUSE:
            wanted |= {permission(codename, "portal") for codename in SETTINGS}
        if role in SPEAKERS:
            wanted.add(permission("change_siteidentity", "portal"))
        if role in TRANSLATORS:
            wanted.add(permission("submit_translation", "wagtail_localize"))
        group.permissions.set(wanted)
        GroupPagePermission.objects.filter(group=group).delete()
        GroupCollectionPermission.objects.filter(group=group).delete()
        for codename in PAGE_ACTS[role]:
            GroupPagePermission.objects.create(group=group, page=root, permission=permission(codename, "wagtailcore"))
        if role in WRITERS:
            for codename in COLLECTION_ACTS:
                app_label = "wagtailimages" if "image" in codename else "wagtaildocs"
                GroupCollectionPermission.objects.create(
                    group=group,
                    collection=collection,
                    permission=permission(codename, app_label),
                )


def put_into_groups(person):
    """Let a person's groups follow the roles held."""
    held = [group_of(role) for role in OFFICE_DOOR if person.has_role(role)]
    person.groups.set(held)
    if held:
        tell_wagtail(person)


def tell_wagtail(person):
    """Wagtail keeps a profile of its own, by which it chooses the language of its mails: it says what the person said."""
    UserProfile.objects.update_or_create(
        user=person, defaults={"preferred_language": person.language, "current_time_zone": OFFICE_ZONE}
    )
