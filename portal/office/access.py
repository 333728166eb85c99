from portal.access.permissions import KeptByTheHouse, answers
from portal.clock.models import OfficeHours, SpecialDay


class CalendarOfTheHouse(KeptByTheHouse):
    """Working days and office hours: pages only show what follows from them."""

    acts = ("list", "add", "change", "delete", "load")


@answers(SpecialDay)
class SpecialDayAccess(CalendarOfTheHouse):
    pass


@answers(OfficeHours)
class OfficeHoursAccess(CalendarOfTheHouse):
    pass
