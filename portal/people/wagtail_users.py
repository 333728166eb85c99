"""Wagtail's own screens for users and groups are shut: roles are rows of ours, and people's actions derive the groups."""

from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect
from django.urls import path
from wagtail.admin.viewsets.base import ViewSet
from wagtail.users.apps import WagtailUsersAppConfig


class PortalUsersConfig(WagtailUsersAppConfig):
    user_viewset = "portal.people.wagtail_users.ShutUsers"
    group_viewset = "portal.people.wagtail_users.ShutGroups"


class ShutUsers(ViewSet):
    """Keeps the names that Wagtail reverses; each of them leads to our own list of people."""

    def get_urlpatterns(self):
        return [
            path("", to_people, name="index"),
            path("<path:rest>", to_people, name="edit"),
        ]


class ShutGroups(ViewSet):
    def get_urlpatterns(self):
        return [
            path("", refuse, name="index"),
            path("<path:rest>", refuse, name="edit"),
        ]


def to_people(request, rest=""):
    return redirect("people:index")


def refuse(request, rest=""):
    raise PermissionDenied
