from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm

from portal.people.models import User

NAMES = ("surname", "given_names", "chinese_name", "email")


class SpeakerForm(WagtailAdminModelForm):
    """The profile; for a new one also whose it is: somebody who is known by this e-mail, else a new
    person."""

    surname = forms.CharField(label=_("surname"), required=False, max_length=120)
    given_names = forms.CharField(label=_("given names"), required=False, max_length=120)
    chinese_name = forms.CharField(label=_("Chinese name"), required=False, max_length=60)
    email = forms.EmailField(
        label=_("e-mail"),
        required=False,
        help_text=_("If somebody with this address is known, the profile is theirs."),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            for name in NAMES:
                self.fields[name].initial = getattr(self.instance.person, name)
                self.fields[name].disabled = True

    def clean(self):
        data = super().clean()
        if self.instance.pk:
            return data
        known = User.objects.filter(email=User.objects.clean_address(data.get("email"))).exclude(email=None).first()
        if known is None and not (data.get("surname") or data.get("chinese_name")):
            self.add_error("surname", _("Give a surname or a Chinese name, or the e-mail of somebody who is known."))
        edition = data.get("edition")
        if known and edition and edition.speakers.filter(person=known).exists():
            self.add_error("email", _("This person has a profile at this edition already. Change that one."))
        self.known = known
        return data

    def whose(self):
        """The person of a new profile; made here where nobody is known."""
        if self.known:
            return self.known
        return User.objects.create_user(**{name: self.cleaned_data[name] for name in NAMES})

    def save(self, commit=True):
        if not self.instance.pk:
            self.instance.person = self.whose()
        return super().save(commit)
