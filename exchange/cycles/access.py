from portal.access.permissions import Answers, answers, by_role
from portal.access.roles import STAFF_ROLES, Role, roles_of

from .models import Criterion, Cycle, Seat
from .states import CYCLE, CycleState

SEAT_ACTS = ("make offers",)


@answers(Cycle)
class CycleAccess(Answers):
    """Staff keep cycles; whoever is in the review or applies meets a cycle through its page, never here."""

    def visible_to(self, person):
        return Cycle.objects.all() if roles_of(person) & STAFF_ROLES else Cycle.objects.none()

    def sees(self, person, obj):
        return bool(roles_of(person) & STAFF_ROLES)

    def may(self, person, act, obj):
        roles = roles_of(person)
        if act in ("list", "add"):
            return bool(roles & STAFF_ROLES)
        if act == "change":
            return bool(roles & STAFF_ROLES) and obj.state not in (
                CycleState.ARCHIVED,
                CycleState.CANCELLED,
            )
        if act in ("open the reserve seat", "move the stop"):
            return Role.DIRECTOR in roles
        if act in ("open seats", "shut seats"):
            return bool(roles & STAFF_ROLES)
        return not isinstance(obj, type) and by_role(person, CYCLE, act, obj, roles)


@answers(Seat)
class SeatAccess(Answers):
    def visible_to(self, person):
        return Seat.objects.all() if roles_of(person) & STAFF_ROLES else Seat.objects.none()

    def may(self, person, act, obj):
        if act in ("open the reserve seat", "open seats", "shut seats"):
            return CycleAccess().may(person, act, Cycle)
        # The seats' screen asks for each; SEAT_ACTS are what staff do with one.
        return act in SEAT_ACTS and bool(roles_of(person) & STAFF_ROLES)


@answers(Criterion)
class CriterionAccess(Answers):
    """Criteria are set by staff until the review begins; reviewers read them on the desk."""

    def visible_to(self, person):
        return Criterion.objects.all() if roles_of(person) & STAFF_ROLES else Criterion.objects.none()

    def may(self, person, act, obj):
        if not roles_of(person) & STAFF_ROLES or act not in ("list", "add", "change", "delete"):
            return False
        return isinstance(obj, type) or obj.cycle.state in (
            CycleState.DRAFT,
            CycleState.OPEN,
            CycleState.CLOSED,
        )
