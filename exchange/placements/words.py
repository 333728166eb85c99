from django.utils.translation import gettext_lazy as _

STAY = {
    "reversed": _("The last day is before the first. Change one of the two."),
    "outside the window": _("The days are outside those that the partner offers."),
    "another placement": _("There is another placement in these days."),
}
NO_PLACE_LEFT = _("Every place of this opportunity is taken.")
ASKED_ALREADY = _("You have asked for this place already.")
RECORDED = _("recorded")
CHANGED = _("changed")
ASKED = _("asked for")
