from django import forms
from django.utils.translation import gettext_lazy as _

from portal.pages.open_forms import OpenForm

from .states import Subject


class ContactForm(OpenForm):
    name = forms.CharField(label=_("Your name"), max_length=120, widget=forms.TextInput(attrs={"autocomplete": "name"}))
    email = forms.EmailField(
        label=_("Your e-mail"),
        max_length=254,
        help_text=_("We answer to this address."),
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )
    subject = forms.ChoiceField(label=_("Subject"), choices=[("", _("Choose one")), *Subject.choices])
    message = forms.CharField(
        label=_("Message"),
        max_length=4000,
        help_text=_("If you have applied, give your number, such as VE-2027-014. No files of patients, please."),
        widget=forms.Textarea(attrs={"rows": 10}),
    )
