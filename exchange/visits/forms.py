from django import forms
from django.utils.translation import gettext_lazy as _

from portal.access.roles import Role
from portal.office.acting import ActionForm
from portal.people.models import User

from .models import ItineraryItem, Visit


def people_of_the_house():
    """Who may host or take part: hosts, reviewers, doctors and staff who work here."""
    roles = (Role.HOST, Role.OFFICE, Role.DIRECTOR, Role.REVIEWER, Role.DOCTOR)
    return (
        User.objects.filter(role_assignments__role__in=roles, role_assignments__until=None, is_active=True)
        .distinct()
        .order_by("surname", "given_names")
    )


class DayField(forms.DateField):
    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


class InstantField(forms.DateTimeField):
    """Date and time in Shanghai, by the browser's own picker."""

    widget = forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M")


class ChangeVisitForm(ActionForm):
    first_day = DayField(label=_("First day"))
    last_day = DayField(label=_("Last day"))
    participation = forms.ChoiceField(
        label=_("Participation"), choices=Visit._meta.get_field("participation").choices
    )  # fmt: skip
    department = forms.ModelChoiceField(label=_("Host department"), queryset=None, required=False)
    host = forms.ModelChoiceField(label=_("Host"), queryset=None, required=False)
    team = forms.ModelMultipleChoiceField(
        label=_("Host team"), queryset=None, required=False, widget=forms.CheckboxSelectMultiple
    )
    seen = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["department"].queryset = Visit._meta.get_field("department").related_model.objects.all()
        for name in ("host", "team"):
            self.fields[name].queryset = people_of_the_house()


class ItemForm(ActionForm):
    kind = forms.ChoiceField(label=_("Kind"), choices=ItineraryItem._meta.get_field("kind").choices)
    title_en = forms.CharField(label=_("Title in English"), max_length=160)
    title_zh = forms.CharField(label=_("Title in Chinese"), max_length=80, required=False)
    starts_at = InstantField(label=_("Starts"), help_text=_("Shanghai time."))
    ends_at = InstantField(label=_("Ends"), help_text=_("Shanghai time."))
    room = forms.ModelChoiceField(label=_("Room"), queryset=None, required=False)
    place = forms.CharField(label=_("Place, if not one of our rooms"), max_length=160, required=False)
    people = forms.ModelMultipleChoiceField(
        label=_("With"), queryset=None, required=False, widget=forms.CheckboxSelectMultiple
    )
    note = forms.CharField(label=_("Note for the expert"), required=False, widget=forms.Textarea(attrs={"rows": 2}))
    staff_note = forms.CharField(label=_("Note for staff"), required=False, widget=forms.Textarea(attrs={"rows": 2}))
    seen = forms.IntegerField(widget=forms.HiddenInput, required=False)
    accept_reason = forms.CharField(
        label=_("Keep it so, because"),
        required=False,
        max_length=300,
        help_text=_(
            "Only where it overlaps with something, or falls on an odd time. The reason is kept with the record."
        ),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["room"].queryset = ItineraryItem._meta.get_field("room").related_model.objects.all()
        self.fields["people"].queryset = people_of_the_house()


class ArrivalForm(ActionForm):
    arrived_on = DayField(label=_("Arrived on"))
