"""The form, one class a section."""

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from ..models import Specialty
from ..queries.answers import MOST_AFFILIATIONS, MOST_WINDOWS
from ..rules.person import birth_problem
from ..rules.windows import window_problems
from ..states import Participation, PlaceOffered, PlacePurpose, Section
from .base import SectionForm
from .fields import CountryOrRegion, Day, LimitedWords, Phone, Year
from .sentences import BIRTH_SENTENCES, window_sentence


def line(label, length, hint="", required=True, **attrs):
    return forms.CharField(
        label=label, max_length=length, help_text=hint, required=required, widget=forms.TextInput(attrs=attrs)
    )


def text(label, hint="", required=True, rows=4):
    return forms.CharField(
        label=label,
        help_text=hint,
        required=required,
        max_length=5000,
        widget=forms.Textarea(attrs={"rows": rows}),
    )


class YouForm(SectionForm):
    section = Section.YOU

    surname = line(
        _("Surname, as in your passport"), 120, _("With all its accents. If you have one name only, write it here."),
        autocomplete="family-name",
    )  # fmt: skip
    given_names = line(
        _("Given names, as in your passport"), 120, _("Leave it empty if you have one name only."),
        required=False, autocomplete="given-name",
    )  # fmt: skip
    preferred_name = line(
        _("Name you go by"), 160, _("As we should call you, in letters and on your badge."), required=False,
        autocomplete="name",
    )  # fmt: skip
    chinese_name = line(_("Chinese name"), 60, _("If you have one."), required=False, lang="zh-Hans")
    birth_date = Day(label=_("Date of birth"))
    nationality = CountryOrRegion(label=_("Nationality"))
    second_nationality = CountryOrRegion(
        label=_("Second nationality"), required=False, help_text=_("It may decide whether you need a visa.")
    )
    phone = Phone(
        label=_("Phone"),
        help_text=_("With the country code, such as +420 601 123 456. We call only if a mail comes back."),
    )

    def clean_birth_date(self):
        born = self.cleaned_data["birth_date"]
        problem = birth_problem(born, today=self.today) if born else None
        if problem:
            raise forms.ValidationError(BIRTH_SENTENCES[problem](), code=problem)
        return born


class HospitalForm(SectionForm):
    section = Section.HOSPITAL

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for number in range(1, MOST_AFFILIATIONS + 1):
            first = number == 1
            self.fields |= {
                f"affiliation_{number}_name": line(
                    _("Hospital or university"), 200, _("Its name in its own language."), required=first,
                    list="partners", autocomplete="organization" if first else "off",
                ),
                f"affiliation_{number}_department": line(_("Department"), 160, required=False),
                f"affiliation_{number}_city": line(_("City"), 80, required=first),
                f"affiliation_{number}_country": CountryOrRegion(required=first),
            }  # fmt: skip
        self.fields["sending"] = forms.ChoiceField(
            label=_("Which of them would send you?"),
            help_text=_("It counts for the exchange between our hospitals."),
            choices=[(str(n), _("Hospital %(number)s") % {"number": n}) for n in range(1, MOST_AFFILIATIONS + 1)],
            required=False,
            widget=forms.RadioSelect,
        )

    def numbers(self, asked=0):
        """Numbers of the hospitals to show: those that are filled in, and as many as were asked for."""
        filled = [n for n in range(1, MOST_AFFILIATIONS + 1) if self[f"affiliation_{n}_name"].value()]
        return range(1, min(max([1, asked, *filled]), MOST_AFFILIATIONS) + 1)


def specialty_choices():
    return [
        ("", _("Choose one")),
        *((str(row.pk), row.named(get_language())) for row in Specialty.objects.all()),
    ]


class TrainingForm(SectionForm):
    section = Section.TRAINING

    specialty = forms.ChoiceField(label=_("Specialty"), choices=specialty_choices)
    specialty_detail = line(
        _("What you do most"),
        200,
        _("Such as sleeve resection, robotic segmentectomy, airway work."),
        required=False,
    )
    post = line(_("Your post"), 160, _("As it stands in your contract."), autocomplete="organization-title")
    post_since = Year(label=_("In this post since"), required=False)
    qualified_in = Year(label=_("Specialist since"))
    training = text(_("Your training"), _("Where and in what, the latest first. A few lines."))
    registered_with = line(_("Registered with"), 200, _("The chamber or council that holds your licence."))
    registration_number = line(_("Registration number"), 80, required=False)

    def clean_specialty(self):
        return int(self.cleaned_data["specialty"]) if self.cleaned_data["specialty"] else None

    def clean(self):
        for name in ("post_since", "qualified_in"):
            year = self.cleaned_data.get(name)
            if year and year > self.today.year:
                self.add_error(name, _("This year is still to come."))
        return self.cleaned_data


class ProposalForm(SectionForm):
    section = Section.PROPOSAL

    participation = forms.MultipleChoiceField(
        label=_("What would you like to do in Shanghai?"),
        help_text=_(
            "Choose all that fit. Operating needs a short-term licence, which the department applies for "
            "at least five weeks before."
        ),
        choices=[
            (Participation.LECTURE, _("Give a lecture")),
            (Participation.OBSERVE, _("Observe in theatre and on the wards")),
            (Participation.OPERATE, _("Operate with the host team")),
        ],
        widget=forms.CheckboxSelectMultiple,
    )
    proposal = LimitedWords(
        label=_("Your proposal"),
        help_text=_("At most 400 words. Say what you would bring, what you would like to see, and for how long."),
        widget=forms.Textarea(attrs={"rows": 9}),
    )
    knows_here = text(
        _("People you know at our hospital"),
        _("If you have worked or published with somebody here, name them: they will not review you."),
        required=False,
        rows=2,
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for number in range(1, MOST_WINDOWS + 1):
            self.fields[f"window_{number}_from"] = Day(
                label=_("Window %(number)s, from") % {"number": number}, required=number == 1
            )
            self.fields[f"window_{number}_to"] = Day(label=_("to"), required=number == 1)

    def numbers(self, asked=0):
        """Numbers of the windows to show: those that are filled in and one more, and as many as were asked for."""
        filled = [
            n for n in range(1, MOST_WINDOWS + 1) if self[f"window_{n}_from"].value() or self[f"window_{n}_to"].value()
        ]
        return range(1, min(max([2, asked, *filled]), MOST_WINDOWS) + 1)

    def clean(self):
        cycle = self.application.cycle
        rows = []
        for number in range(1, MOST_WINDOWS + 1):
            names = (f"window_{number}_from", f"window_{number}_to")
            if any(self.has_wrong(name) for name in names):
                continue
            first, last = (self.cleaned_data.get(name) for name in names)
            if first or last:
                rows.append((number, first, last))
        for problem in window_problems(rows, today=self.today, visit_from=cycle.visit_from, visit_to=cycle.visit_to):
            self.add_error(f"window_{problem.place}_{problem.end}", window_sentence(problem))
        return self.cleaned_data

    def has_wrong(self, name):
        return any(error.code != "required" for error in self._errors.get(name, forms.utils.ErrorList()).as_data())


class ReturnForm(SectionForm):
    section = Section.RETURN

    place_offered = forms.ChoiceField(
        label=_("Could your own hospital take a young doctor from Shanghai?"),
        help_text=_("It is read, and it is not scored."),
        choices=PlaceOffered,
        widget=forms.RadioSelect,
    )
    place_purpose = forms.ChoiceField(
        label=_("For what?"), choices=PlacePurpose, required=False, widget=forms.RadioSelect
    )
    place_months = forms.IntegerField(
        label=_("For how many months?"), required=False, min_value=1, max_value=36,
        widget=forms.NumberInput(attrs={"class": "w-date", "inputmode": "numeric"}),
    )  # fmt: skip
    places = forms.IntegerField(
        label=_("How many at a time?"), required=False, min_value=1, max_value=20,
        widget=forms.NumberInput(attrs={"class": "w-date", "inputmode": "numeric"}),
    )  # fmt: skip
    place_department = line(_("In which department?"), 160, required=False)
    place_note = text(_("What could they do there?"), required=False, rows=3)


FORMS = {form.section: form for form in (YouForm, HospitalForm, TrainingForm, ProposalForm, ReturnForm)}
