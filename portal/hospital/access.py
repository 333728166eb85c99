from portal.access.permissions import Answers, answers
from portal.access.roles import STAFF_ROLES, Role, roles_of

from .models import Department, Room

READERS = STAFF_ROLES | {Role.HOST}


class HouseData(Answers):
    """Staff keep the house's departments and rooms; hosts read them."""

    def visible_to(self, person):
        return self.model.objects.all() if roles_of(person) & READERS else self.model.objects.none()

    def sees(self, person, obj):
        return bool(roles_of(person) & READERS)

    def may(self, person, act, obj):
        return act in ("list", "add", "change", "delete") and bool(roles_of(person) & STAFF_ROLES)


@answers(Department)
class DepartmentAccess(HouseData):
    pass


@answers(Room)
class RoomAccess(HouseData):
    pass
