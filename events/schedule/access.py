from events.editions.states import PUBLIC, EditionState
from portal.access.permissions import Answers, answers, by_role
from portal.access.roles import STAFF_ROLES, roles_of

from .models import ScheduleRelease, Session
from .states import SESSION


@answers(Session)
class SessionAccess(Answers):
    """Sessions as they stand are the office's; the public reads the newest release of the edition."""

    def visible_to(self, person):
        return Session.objects.all() if roles_of(person) & STAFF_ROLES else Session.objects.none()

    def sees(self, person, obj):
        return bool(roles_of(person) & STAFF_ROLES)

    def may(self, person, act, obj):
        roles = roles_of(person)
        if not roles & STAFF_ROLES:
            return False
        if isinstance(obj, type):
            return act in ("list", "add")
        if obj.edition.state == EditionState.ARCHIVED:
            return False
        return act == "change" or by_role(person, SESSION, act, obj, roles)


@answers(ScheduleRelease)
class ReleaseAccess(Answers):
    """A release is as public as its edition. Nobody changes one."""

    def visible_to(self, person):
        if roles_of(person) & STAFF_ROLES:
            return ScheduleRelease.objects.all()
        return ScheduleRelease.objects.filter(edition__state__in=PUBLIC)

    def may(self, person, act, obj):
        return act == "list" and bool(roles_of(person) & STAFF_ROLES)
