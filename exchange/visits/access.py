from django.db.models import Q

from portal.access.permissions import Answers, answers, by_role
from portal.access.roles import STAFF_ROLES, roles_of

from .models import ItineraryItem, Visit
from .states import HOSTING, ITEM, OWNER, VISIT


def relations(person, visit):
    """What binds a person to a visit beside their roles."""
    found = set()
    if person is not None and person.pk == visit.person_id:
        found.add(OWNER)
    if person is not None and person.pk and (person.pk == visit.host_id or visit.team.filter(pk=person.pk).exists()):
        found.add(HOSTING)
    return found


@answers(Visit)
class VisitAccess(Answers):
    """Staff see every visit, the expert their own, hosts those that they host."""

    def visible_to(self, person):
        if roles_of(person) & STAFF_ROLES:
            return Visit.objects.all()
        if person is None or not person.is_authenticated:
            return Visit.objects.none()
        return Visit.objects.filter(Q(person=person) | Q(host=person) | Q(team=person)).distinct()

    def sees(self, person, obj):
        return bool(roles_of(person) & STAFF_ROLES) or bool(relations(person, obj))

    def may(self, person, act, obj):
        roles = roles_of(person)
        if act in ("list", "export", "change", "plan items"):
            return bool(roles & STAFF_ROLES)
        if isinstance(obj, type):
            return False
        return by_role(person, VISIT, act, obj, roles | relations(person, obj))


@answers(ItineraryItem)
class ItemAccess(Answers):
    """An item is seen by whoever sees its visit, and by the people it takes."""

    def visible_to(self, person):
        if roles_of(person) & STAFF_ROLES:
            return ItineraryItem.objects.all()
        if person is None or not person.is_authenticated:
            return ItineraryItem.objects.none()
        mine = Q(visit__person=person) | Q(visit__host=person) | Q(visit__team=person) | Q(people=person)
        return ItineraryItem.objects.filter(mine).distinct()

    def may(self, person, act, obj):
        roles = roles_of(person)
        if act in ("list", "export", "change"):
            return bool(roles & STAFF_ROLES)
        return not isinstance(obj, type) and by_role(person, ITEM, act, obj, roles)
