from portal.access.permissions import Answers, answers
from portal.access.roles import STAFF_ROLES, Role, roles_of
from portal.clock.models import OfficeHours, SpecialDay


class CalendarOfTheHouse(Answers):
    """Working days and office hours: kept by staff and the administrator; pages only show what follows from them."""

    KEEPERS = STAFF_ROLES | {Role.ADMINISTRATOR}

    def visible_to(self, person):
        rows = self.model._default_manager
        return rows.all() if roles_of(person) & self.KEEPERS else rows.none()

    def sees(self, person, obj):
        return bool(roles_of(person) & self.KEEPERS)

    def may(self, person, act, obj):
        return act in ("list", "add", "change", "delete", "load") and bool(roles_of(person) & self.KEEPERS)


@answers(SpecialDay)
class SpecialDayAccess(CalendarOfTheHouse):
    pass


@answers(OfficeHours)
class OfficeHoursAccess(CalendarOfTheHouse):
    pass
