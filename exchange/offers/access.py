from django.db.models import Q

from exchange.applications.access import owns
from portal.access.permissions import Answers, answers
from portal.access.roles import STAFF_ROLES, Role, roles_of

from .models import Offer, WaitingListEntry
from .states import ENTRY, OFFER

OFFICE_ACTS = frozenset({"list", "make offers", "extend", "export"})
ANSWERS_OF_THE_PERSON = frozenset({"accept", "decline", "relinquish"})


def lifecycle_names(lifecycle, act, roles):
    """Whether the table gives the act to one of these roles from some state; from which one, the action says in words."""
    return any(set(row.who) & set(roles) for row in lifecycle.by_name.get(act, ()))


@answers(Offer)
class OfferAccess(Answers):
    """Staff see every offer; its person sees their own, and alone answers it."""

    def visible_to(self, person):
        if roles_of(person) & STAFF_ROLES:
            return Offer.objects.all()
        if person is None or not person.is_authenticated:
            return Offer.objects.none()
        return Offer.objects.filter(Q(application__person=person))

    def may(self, person, act, obj):
        roles = roles_of(person)
        if isinstance(obj, type) or act in OFFICE_ACTS:
            return act in OFFICE_ACTS and bool(roles & STAFF_ROLES)
        if act in ANSWERS_OF_THE_PERSON and owns(person, obj.application):
            return True
        return act != "accept" and lifecycle_names(OFFER, act, roles)


@answers(WaitingListEntry)
class EntryAccess(Answers):
    def visible_to(self, person):
        if roles_of(person) & STAFF_ROLES:
            return WaitingListEntry.objects.all()
        if person is None or not person.is_authenticated:
            return WaitingListEntry.objects.none()
        return WaitingListEntry.objects.filter(Q(application__person=person))

    def may(self, person, act, obj):
        roles = roles_of(person)
        if act == "move the stop":
            return Role.DIRECTOR in roles
        if isinstance(obj, type):
            return act == "list" and bool(roles & STAFF_ROLES)
        return lifecycle_names(ENTRY, act, roles)
