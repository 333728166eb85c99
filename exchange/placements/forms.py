from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.models import WagtailAdminModelForm

from exchange.visits.forms import DayField
from portal.access.roles import Role
from portal.office.acting import ActionForm
from portal.people.models import User
from portal.people.naming import words_of_consent

from . import words
from .models import Opportunity

PLACE_FIELDS = [
    "partner", "department", "purpose", "title_en", "title_zh", "details", "from_day", "to_day", "months", "places",
]  # fmt: skip


class OpportunityForm(WagtailAdminModelForm):
    class Meta:
        model = Opportunity
        fields = PLACE_FIELDS

    def clean(self):
        data = super().clean()
        first, last = data.get("from_day"), data.get("to_day")
        if first and last and last < first:
            self.add_error("to_day", words.STAY["reversed"])
        department = data.get("department")
        if department and data.get("partner") and department.partner_id != data["partner"].pk:
            self.add_error("department", _("This department belongs to another partner. Choose one of the two again."))
        return data


class OfferedPlaceForm(OpportunityForm):
    """The same on the page of an act."""

    def __init__(self, *args, asks_reason=False, **kwargs):
        super().__init__(*args, **kwargs)


class AskForm(forms.Form):
    project = forms.CharField(
        label=_("Project"), max_length=4000, widget=forms.Textarea(attrs={"rows": 5}),
        help_text=_("What you want to do there, in your own words."),
    )  # fmt: skip
    expected_result = forms.CharField(
        label=_("Expected result"), max_length=4000, widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("What you bring back. Your report will answer to it."),
    )  # fmt: skip
    first_day = DayField(label=_("First day"))
    last_day = DayField(label=_("Last day"))
    public_name = forms.BooleanField(
        required=False, help_text=_("Otherwise the city alone stands there. You can change it at any time on “My data”."),
    )  # fmt: skip

    def __init__(self, *args, asks_name=True, **kwargs):
        super().__init__(*args, **kwargs)
        if asks_name:
            self.fields["public_name"].label = words_of_consent()
        else:
            del self.fields["public_name"]


class NominateForm(AskForm, ActionForm):
    field_order = ["person"]
    person = forms.ModelChoiceField(label=_("Young doctor"), queryset=None)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, asks_name=False, **kwargs)
        self.fields["person"].queryset = User.objects.filter(
            role_assignments__role=Role.DOCTOR, role_assignments__until=None, is_active=True
        ).distinct()


class AnswerDueForm(ActionForm):
    answer_due = DayField(label=_("Partner’s answer due"))


class LeftForm(ActionForm):
    left_on = DayField(label=_("Left on"), help_text=_("The real day."))


class CameBackForm(ActionForm):
    came_back_on = DayField(label=_("Came back on"), help_text=_("The real last day at the partner, early or late."))
