"""The office's own forms."""

from datetime import timedelta

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from exchange.cycles.models import Cycle
from exchange.cycles.states import CycleState
from portal.access.roles import STAFF
from portal.office.acting import ActionForm
from portal.people.models import User

from ..models import ReadyReason
from ..states import Finding, Section


def staff():
    people = User.objects.filter(is_active=True, role_assignments__role__in=STAFF, role_assignments__until=None)
    return people.distinct().order_by("surname", "given_names")


class PersonChoice(forms.ModelChoiceField):
    def label_from_instance(self, person):
        return person.named(get_language())


class FindingsForm(forms.Form):
    """What a person found: one yes or no each, with the reason where it goes against the list."""

    europe = forms.ChoiceField(label=_("Works in Europe"), choices=Finding, widget=forms.RadioSelect, required=False)
    europe_why = forms.CharField(label=_("Why"), max_length=400, required=False)
    specialty = forms.ChoiceField(label=_("Specialty fits"), choices=Finding, widget=forms.RadioSelect, required=False)
    specialty_why = forms.CharField(label=_("Why"), max_length=400, required=False)

    def __init__(self, *args, lists=None, **kwargs):
        self.lists = lists
        super().__init__(*args, label_suffix="", **kwargs)

    def clean(self):
        data = self.cleaned_data
        against = {
            "europe": (data.get("europe") == Finding.YES and self.lists.europe != "all")
            or (data.get("europe") == Finding.NO and self.lists.europe == "all"),
            "specialty": (data.get("specialty") == Finding.YES and self.lists.specialty != "inside")
            or (data.get("specialty") == Finding.NO and self.lists.specialty == "inside"),
        }
        for name, is_against in against.items():
            if is_against and not data.get(f"{name}_why", "").strip():
                self.add_error(f"{name}_why", _("This differs from the list. Say why."))
        return data


class DecisionForm(forms.Form):
    """A ready reason or one's own; the person reads it in their language."""

    ready = forms.ModelChoiceField(
        label=_("Ready reason"), queryset=ReadyReason.objects.none(), required=False, empty_label=_("None")
    )
    reason = forms.CharField(
        label=_("Reason in your own words"), required=False, max_length=3000, widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("The person reads it. Added to the ready reason, if one is chosen."),
    )  # fmt: skip

    def __init__(self, *args, use=ReadyReason.Use.NOT_ELIGIBLE, language="en", **kwargs):
        super().__init__(*args, label_suffix="", **kwargs)
        self.language = language
        self.fields["ready"].queryset = ReadyReason.objects.filter(use=use, in_use=True)
        self.fields["ready"].label_from_instance = lambda reason: reason.worded(get_language())

    def words(self):
        """The reason as the person will read it."""
        ready = self.cleaned_data["ready"]
        parts = [ready.worded(self.language) if ready else "", self.cleaned_data["reason"].strip()]
        return "\n\n".join(part for part in parts if part)


class NoteForm(forms.Form):
    text = forms.CharField(
        label=_("Internal note"), max_length=5000, widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Staff alone read it. It cannot be changed afterwards."),
    )  # fmt: skip


class OfficerForm(forms.Form):
    officer = PersonChoice(
        label=_("Officer in charge"), queryset=User.objects.none(), required=False, empty_label=_("Nobody")
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, label_suffix="", **kwargs)
        self.fields["officer"].queryset = staff()


class ReturnForm(ActionForm):
    sections = forms.MultipleChoiceField(
        label=_("Open again"), choices=Section, widget=forms.CheckboxSelectMultiple,
        help_text=_("Only these parts can be changed."),
    )  # fmt: skip
    ready = forms.ModelChoiceField(
        label=_("Ready words"), queryset=ReadyReason.objects.none(), required=False, empty_label=_("None")
    )
    words = forms.CharField(
        label=_("What is asked, in your own words"), required=False, max_length=3000,
        widget=forms.Textarea(attrs={"rows": 4}), help_text=_("The person reads it in a mail and above the form."),
    )  # fmt: skip
    due_at = forms.DateTimeField(label=_("Until"), help_text=_("Shanghai time."))

    def __init__(self, *args, **kwargs):
        self.language = kwargs.pop("language", "en")
        kwargs["asks_reason"] = False
        super().__init__(*args, **kwargs)
        self.fields["ready"].queryset = ReadyReason.objects.filter(use=ReadyReason.Use.RETURN, in_use=True)
        self.fields["ready"].label_from_instance = lambda reason: reason.worded(get_language())

    def clean(self):
        data = super().clean()
        ready = data.get("ready")
        parts = [ready.worded(self.language) if ready else "", (data.get("words") or "").strip()]
        data["asked"] = "\n\n".join(part for part in parts if part)
        if not data["asked"]:
            self.add_error("words", _("Say what is asked."))
        return data


class ExtendForm(ActionForm):
    until = forms.DateTimeField(label=_("Until"), help_text=_("Shanghai time. For this person alone."))


def in_a_week(now, calendar_close="18:00"):
    """A due time to begin with: a week on, at closing time in Shanghai."""
    from portal.clock.instants import in_office
    from portal.clock.queries import working_calendar
    from portal.clock.rules import working_day_from

    calendar = working_calendar()
    return in_office(working_day_from((now + timedelta(days=7)).date(), calendar), calendar.closes)


class WriteToForm(ActionForm):
    """A person by name and address, for an invitation or for an application that came by mail."""

    cycle = forms.ModelChoiceField(label=_("Cycle"), queryset=Cycle.objects.none(), empty_label=None)
    email = forms.EmailField(label=_("E-mail"))
    given_names = forms.CharField(label=_("Given names"), max_length=120, required=False)
    surname = forms.CharField(label=_("Surname"), max_length=120, required=False)
    chinese_name = forms.CharField(label=_("Chinese name"), max_length=60, required=False)
    language = forms.ChoiceField(
        label=_("Language of the mail"), choices=[("en", "English"), ("zh-hans", "简体中文")],
        help_text=_("Somebody whom we know already is written to in their own."),
    )  # fmt: skip

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["cycle"].queryset = Cycle.objects.filter(state=CycleState.OPEN).order_by("-year")

    def clean(self):
        data = super().clean()
        if not data.get("given_names") and not data.get("surname") and not data.get("chinese_name"):
            self.add_error("surname", _("Give at least one name."))
        return data

    def names(self):
        return {name: self.cleaned_data[name] for name in ("given_names", "surname", "chinese_name", "language")}


class InviteForm(WriteToForm):
    words = forms.CharField(
        label=_("Personal words"), required=False, max_length=2000, widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("They stand in the mail and on the page behind its link."),
    )  # fmt: skip
