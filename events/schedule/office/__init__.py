"""Screens of the office: editions with their releases, and sessions."""

from wagtail import hooks

from .editions import EditionViewSet, ReleaseViewSet
from .sessions import SessionViewSet


@hooks.register("register_admin_viewset")
def schedule_screens():
    return [EditionViewSet(), SessionViewSet(), ReleaseViewSet()]
