from allauth.account.forms import SignupForm
from django import forms
from django.contrib.auth.password_validation import validate_password
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from portal.access.roles import GIVEN_BY_STAFF, Role
from portal.clock.cities import is_zone, zone_choices
from portal.office.acting import ActionForm

from .models import User


class ZoneFromBrowser(forms.CharField):
    """The browser's IANA zone in a hidden field; anything else that arrives in it counts as not said."""

    def __init__(self, **kwargs):
        super().__init__(required=False, widget=forms.HiddenInput(attrs={"data-zone": ""}), **kwargs)

    def clean(self, value):
        return value if value and is_zone(value) else ""


class SignUpForm(SignupForm):
    preferred_name = forms.CharField(
        label=_("Your name"),
        max_length=160,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    time_zone = ZoneFromBrowser()

    field_order = ["preferred_name", "email", "password1", "time_zone"]


class JoinForm(forms.Form):
    """The one password of somebody who was invited to the staff."""

    password = forms.CharField(
        label=_("Password"),
        help_text=_("At least ten characters, not only digits."),
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )

    def __init__(self, *args, person, **kwargs):
        super().__init__(*args, **kwargs)
        self.person = person

    def clean_password(self):
        validate_password(self.cleaned_data["password"], self.person)
        return self.cleaned_data["password"]


class MyDataForm(forms.ModelForm):
    """What a person may change of themselves. The address changes by a mailed code, on allauth's page."""

    time_zone = forms.ChoiceField(label=_("Your city, for times"))

    class Meta:
        model = User
        fields = [
            "preferred_name",
            "given_names",
            "surname",
            "chinese_name",
            "language",
            "time_zone",
        ]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["time_zone"].choices = zone_choices(get_language())


class AllowNameForm(ActionForm):
    kept_at = forms.CharField(
        label=_("Where their letter or mail is kept"),
        max_length=300,
        help_text=_("They may also say it themselves, on “My visit” or “My data”, and take it back there."),
    )


class InviteStaffForm(ActionForm):
    email = forms.EmailField(label=_("E-mail"))
    given_names = forms.CharField(label=_("Given names"), max_length=120, required=False)
    surname = forms.CharField(label=_("Surname"), max_length=120, required=False)
    chinese_name = forms.CharField(label=_("Chinese name"), max_length=60, required=False)
    language = forms.ChoiceField(label=_("Language"), choices=[("zh-hans", "简体中文"), ("en", "English")])
    roles = forms.MultipleChoiceField(
        label=_("Roles"),
        choices=[(role.value, role.label) for role in GIVEN_BY_STAFF],
        widget=forms.CheckboxSelectMultiple,
    )


class RoleForm(ActionForm):
    """One role of a person: `choices` says which may be chosen."""

    role = forms.ChoiceField(label=_("Role"))

    def __init__(self, *args, person, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["role"].choices = [(role.value, role.label) for role in self.choices(person.role_names)]


class GiveRoleForm(RoleForm):
    reason = forms.CharField(label=_("Reason"), max_length=300, required=False)

    def choices(self, held):
        return [role for role in GIVEN_BY_STAFF if role not in held]


class EndRoleForm(RoleForm):
    reason = forms.CharField(label=_("Reason"), max_length=300)

    def choices(self, held):
        return [role for role in GIVEN_BY_STAFF if role in held]


class LeaveForm(ActionForm):
    successor = forms.ModelChoiceField(
        label=_("Who takes over"),
        queryset=User.objects.none(),
        required=False,
        empty_label=_("Nobody"),
    )
    reason = forms.CharField(label=_("Reason"), max_length=300)

    def __init__(self, *args, person, **kwargs):
        super().__init__(*args, **kwargs)
        roles = [Role.OFFICE, Role.DIRECTOR, Role.REVIEWER, Role.HOST]
        at_work = User.objects.filter(is_active=True, role_assignments__until=None, role_assignments__role__in=roles)
        others = at_work.exclude(pk=person.pk).distinct()
        self.fields["successor"].queryset = others.order_by("surname", "given_names")
