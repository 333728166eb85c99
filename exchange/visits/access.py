from django.db.models import Q

from portal.access.permissions import Answers, answers, by_role
from portal.access.roles import EMPLOYED, STAFF_ROLES, roles_of

from .models import ItineraryItem, Visit
from .queries import hosted_by, items_naming
from .states import CHANGED_IN, HOSTING, ITEM, OWNER, VISIT, ItemState


def works_here(person):
    """Hosts are people of the house; whoever has left it sees nothing of guests any more."""
    return bool(roles_of(person) & EMPLOYED)


def hosts(person, visit):
    return works_here(person) and (person.pk == visit.host_id or visit.team.filter(pk=person.pk).exists())


def relations(person, visit):
    """What binds a person to a visit beside their roles."""
    found = set()
    if person is not None and person.pk and person.pk == visit.person_id:
        found.add(OWNER)
    if hosts(person, visit):
        found.add(HOSTING)
    return found


@answers(Visit)
class VisitAccess(Answers):
    """Staff see every visit, the expert their own, hosts those that they host."""

    STAFF_READ = ("list", "export")

    def visible_to(self, person):
        if roles_of(person) & STAFF_ROLES:
            return Visit.objects.all()
        if person is None or not person.is_authenticated:
            return Visit.objects.none()
        if not works_here(person):
            return Visit.objects.filter(person=person)
        # By key, since the two sides of a union of conditions would double rows that a team has twice.
        return Visit.objects.filter(Q(person=person) | Q(pk__in=hosted_by(person).order_by().values("pk")))

    def sees(self, person, obj):
        return bool(roles_of(person) & STAFF_ROLES) or bool(relations(person, obj))

    def may(self, person, act, obj):
        staff = bool(roles_of(person) & STAFF_ROLES)
        if act in self.STAFF_READ:
            return staff
        if isinstance(obj, type):
            return False
        if act in ("change", "plan items"):
            return staff and obj.state in CHANGED_IN
        return by_role(person, VISIT, act, obj, roles_of(person) | relations(person, obj))


@answers(ItineraryItem)
class ItemAccess(Answers):
    """An item is seen by whoever sees its visit, and by the people it takes."""

    def visible_to(self, person):
        if roles_of(person) & STAFF_ROLES:
            return ItineraryItem.objects.all()
        if person is None or not person.is_authenticated:
            return ItineraryItem.objects.none()
        own = Q(visit__person=person)
        if not works_here(person):
            return ItineraryItem.objects.filter(own)
        return ItineraryItem.objects.filter(own | Q(pk__in=items_naming(person).order_by().values("pk")))

    def may(self, person, act, obj):
        staff = bool(roles_of(person) & STAFF_ROLES)
        if act in ("list", "export"):
            return staff
        if isinstance(obj, type):
            return False
        if act == "change":
            return staff and obj.visit.state in CHANGED_IN and obj.state != ItemState.CANCELLED
        return obj.visit.state in CHANGED_IN and by_role(person, ITEM, act, obj, roles_of(person))
