from django.db.models import Q

from portal.access.permissions import Answers, answers
from portal.access.roles import STAFF_ROLES, Role, roles_of

from .models import User


@answers(User)
class PersonAccess(Answers):
    """Everybody sees themselves; staff see everybody; roles are given by the director and the administrator."""

    GIVERS = frozenset({Role.DIRECTOR, Role.ADMINISTRATOR})

    def visible_to(self, person):
        if roles_of(person) & (STAFF_ROLES | self.GIVERS):
            return User.objects.all()
        if person is None or not person.is_authenticated:
            return User.objects.none()
        return User.objects.filter(Q(pk=person.pk))

    def may(self, person, act, obj):
        roles = roles_of(person)
        if act in ("give role", "end role", "invite staff", "let leave"):
            return bool(roles & self.GIVERS)
        if act == "list":
            return bool(roles & (STAFF_ROLES | self.GIVERS))
        if act == "change":
            return person is not None and person.is_authenticated and obj.pk == person.pk
        if act in ("allow name", "withdraw name"):
            own = person is not None and person.is_authenticated and obj.pk == person.pk
            return own or bool(roles & STAFF_ROLES)
        return False


def may_read_roles(person):
    """Whether the page of the roles opens for this person."""
    return bool(roles_of(person) & (STAFF_ROLES | PersonAccess.GIVERS))
