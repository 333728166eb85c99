from django.db.models import Q

from portal.access.permissions import Answers, answers, by_role
from portal.access.roles import STAFF_ROLES, Role, roles_of

from .models import Opportunity, Placement
from .states import OPPORTUNITY, OWNER, PLACEMENT, OpportunityState


@answers(Opportunity)
class OpportunityAccess(Answers):
    """Staff keep them; young doctors read what is published, and what they have asked for."""

    def visible_to(self, person):
        roles = roles_of(person)
        if roles & STAFF_ROLES:
            return Opportunity.objects.all()
        if Role.DOCTOR in roles:
            mine = Q(state=OpportunityState.PUBLISHED) | Q(placements__person=person)
            return Opportunity.objects.filter(mine).distinct()
        return Opportunity.objects.none()

    def may(self, person, act, obj):
        roles = roles_of(person)
        if act in ("list", "add", "export"):
            return bool(roles & STAFF_ROLES)
        if isinstance(obj, type):
            return False
        if act == "change":
            return bool(roles & STAFF_ROLES) and obj.state in (OpportunityState.DRAFT, OpportunityState.PUBLISHED)
        if act == "nominate":
            return bool(roles & STAFF_ROLES) and obj.state == OpportunityState.PUBLISHED
        if act == "ask for":
            return Role.DOCTOR in roles and obj.state == OpportunityState.PUBLISHED
        return by_role(person, OPPORTUNITY, act, obj, roles)


@answers(Placement)
class PlacementAccess(Answers):
    """Staff see every placement, a young doctor their own."""

    def visible_to(self, person):
        if roles_of(person) & STAFF_ROLES:
            return Placement.objects.all()
        if person is None or not person.is_authenticated:
            return Placement.objects.none()
        return Placement.objects.filter(person=person)

    def sees(self, person, obj):
        return bool(roles_of(person) & STAFF_ROLES) or (person is not None and obj.person_id == person.pk)

    def may(self, person, act, obj):
        roles = roles_of(person)
        if act in ("list", "export"):
            return bool(roles & STAFF_ROLES)
        if act == "desk":
            return Role.DOCTOR in roles or (
                person.is_authenticated and Placement.objects.filter(person=person).exists()
            )
        if isinstance(obj, type):
            return False
        relation = {OWNER} if person is not None and obj.person_id == person.pk else set()
        return by_role(person, PLACEMENT, act, obj, roles | relation)
