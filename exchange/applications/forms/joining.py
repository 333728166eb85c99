from allauth.account.forms import RequestLoginCodeForm
from django import forms
from django.utils.translation import gettext_lazy as _

from portal.people.forms import ZoneFromBrowser


class AddressForm(RequestLoginCodeForm):
    """The address to which the code goes. allauth's own limits hold: so many an address, so many a minute."""

    email = forms.EmailField(
        label=_("Your e-mail address"),
        help_text=_("We send a code to it. The receipt and everything after it go there too."),
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )
    time_zone = ZoneFromBrowser()
    use_required_attribute = False
