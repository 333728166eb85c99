from django.utils.translation import gettext_lazy as _

STAY = {
    "reversed": _("The last day is before the first. Change one of the two."),
    "outside the window": _("The days are outside those that the partner offers."),
    "another placement": _("There is another placement in these days."),
}
NO_PLACE_LEFT = _("Every place of this opportunity is taken.")
ASKED_ALREADY = _("This place was asked for already.")
DUE_IS_PAST = _("This day is past. Give the partner a day to come.")
NOT_YET = _("This day has not come yet. Record it once it has.")
BACK_TOO_EARLY = _("The last day is before the day on which the person left.")
RECORDED = _("recorded")
CHANGED = _("changed")
ASKED = _("asked for")
NOMINATED = _("nominated")
