"""The sentences that say what is wrong, by code of the rules."""

from django.utils.translation import gettext_lazy as _

VISIT_PLANNED = _("planned")

DATES = {
    "reversed": _("The last day is before the first. Change one of the two."),
    "before the window": _("The first day is before the cycle's visit window."),
    "after the window": _("The last day is after the cycle's visit window."),
    "another stay": _("This expert has another stay with us in these days."),
}
FIELD_OF_DATES = {"before the window": "first_day"}

ARRIVAL = {
    "not yet": _("This day is still to come. Record the arrival once the guest is here."),
    "after the stay": _("This day is after the planned stay. Change the dates of the visit first."),
}

LEAVING = {
    "not yet": _("This day is still to come. Record the last day once it is over."),
    "before arrival": _("The last day is before the day of arrival. Change it."),
}

ITEM = {
    "no time": _("It ends before it begins. Change one of the two times."),
    "outside the stay": _("It is outside the days of the visit."),
    "past midnight": _("It goes past midnight."),
    "no working day": _("The office does not work on this day."),
}

CLASHES = _("Nothing is saved yet. Read what stands in the way, then change this, or give a reason to keep it so.")
VISIT_CHANGED = _("changed")
ITEM_CHANGED = _("changed")
OVERLAP_ACCEPTED = _("overlap taken in")
NEW_DAYS = _("Give the first and the last day of the visit.")
