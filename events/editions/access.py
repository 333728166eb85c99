from portal.access.permissions import Answers, answers, by_role
from portal.access.roles import STAFF_ROLES, roles_of

from .models import Edition, ForumSeries, SubForum
from .states import EDITION, PUBLIC, EditionState


@answers(Edition)
class EditionAccess(Answers):
    """Staff see and change every edition; everybody else sees those that are published or archived."""

    def visible_to(self, person):
        if roles_of(person) & STAFF_ROLES:
            return Edition.objects.all()
        return Edition.objects.filter(state__in=PUBLIC)

    def sees(self, person, obj):
        return obj.state in PUBLIC or bool(roles_of(person) & STAFF_ROLES)

    def may(self, person, act, obj):
        roles = roles_of(person)
        if not roles & STAFF_ROLES:
            return False
        if act in ("list", "add"):
            return True
        if act in ("change", "change the schedule", "release the schedule"):
            return obj.state != EditionState.ARCHIVED
        return not isinstance(obj, type) and by_role(person, EDITION, act, obj, roles)


@answers(ForumSeries)
class SeriesAccess(Answers):
    """A series is known to everybody; staff keep it."""

    def visible_to(self, person):
        return ForumSeries.objects.all()

    def may(self, person, act, obj):
        return act in ("list", "add", "change") and bool(roles_of(person) & STAFF_ROLES)


@answers(SubForum)
class SubForumAccess(Answers):
    """A sub-forum goes with its edition."""

    def visible_to(self, person):
        if roles_of(person) & STAFF_ROLES:
            return SubForum.objects.all()
        return SubForum.objects.filter(edition__state__in=PUBLIC)

    def may(self, person, act, obj):
        if act not in ("list", "add", "change", "delete") or not roles_of(person) & STAFF_ROLES:
            return False
        return isinstance(obj, type) or obj.edition.state != EditionState.ARCHIVED
