from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.models import WagtailAdminModelForm

from portal.access.roles import STAFF
from portal.people.models import User

from .models import Cycle
from .states import CycleState

FIELDS = [
    "programme", "year", "opens_at", "closes_at", "stop_promotion_at", "visit_from", "visit_to", "offer_days", "promotion",
    "reviews_wanted", "officer",
]  # fmt: skip
# What people have read cannot be typed over any more: these move by acts of their own, once the call is open.
FIXED_WHEN_OPEN = ("programme", "year", "opens_at", "closes_at", "stop_promotion_at")


class CycleForm(WagtailAdminModelForm):
    class Meta:
        model = Cycle
        fields = FIELDS

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["officer"].queryset = User.objects.filter(
            role_assignments__role__in=STAFF, role_assignments__until=None, is_active=True
        ).distinct()
        if self.instance.pk and self.instance.state != CycleState.DRAFT:
            for name in FIXED_WHEN_OPEN:
                del self.fields[name]

    def clean(self):
        data = super().clean()
        opens, closes, stop = (self.held(data, name) for name in ("opens_at", "closes_at", "stop_promotion_at"))
        first, last = self.held(data, "visit_from"), self.held(data, "visit_to")
        if opens and closes and closes <= opens:
            self.add_error("closes_at", _("The call closes before it opens. Change one of the two."))
        if closes and stop and stop <= closes:
            self.add_error("stop_promotion_at", _("The waiting list would close before the call does."))
        if first and last and last < first:
            self.add_error("visit_to", _("The last day is before the first. Change one of the two."))
        return data

    def held(self, data, name):
        return data.get(name) if name in self.fields else getattr(self.instance, name)


class NewCycleForm(CycleForm):
    firm = forms.IntegerField(label=_("Firm seats"), min_value=1, max_value=60, initial=4)
    reserve = forms.IntegerField(label=_("Seats in reserve"), min_value=0, max_value=10, initial=1)


class ReopenFields(forms.Form):
    closes_at = forms.DateTimeField(label=_("Closes"), help_text=_("Shanghai time. The last minute still counts."))
