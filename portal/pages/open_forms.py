"""Forms that anybody may send without an account: what keeps programs off without a riddle, a script or a third party.

A trap that people neither see nor reach, and a signed time at which the form was shown. Whoever is caught by mistake gets
the form back with what they typed, and the next try passes. How often one place may send is asked in the view, by
portal.access.limits.
"""

from datetime import UTC, datetime, timedelta

from django import forms
from django.core.signing import BadSignature, Signer
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from .frame import frame

QUICKEST = timedelta(seconds=3)
OPEN_FOR = timedelta(days=1)
SALT = "portal.pages.open_forms"


def stamp(now):
    """The instant at which a form was shown, signed."""
    return Signer(salt=SALT).sign(int(now.timestamp()))


def shown_at(text):
    """The instant of a stamp, None where it is not ours."""
    try:
        return datetime.fromtimestamp(int(Signer(salt=SALT).unsign(text)), tz=UTC)
    except (BadSignature, ValueError):
        return None


def surroundings(here, key, above):
    """What pages of such a form need around it: the crumbs down to `here`, and where the site says what it keeps.

    key, above: of the page that leads to the form, as the frame knows its address, and its name.
    """
    language = get_language()
    addresses = frame(language).addresses
    way = [(gettext("Home"), f"/{language}/"), (above, addresses.get(key, ""))]
    crumbs = [(label, url) for label, url in way if url]
    return {"crumbs": [*crumbs, (here, "")], "privacy_url": addresses.get("privacy", "")}


class OpenForm(forms.Form):
    """now: aware instant, of showing and of sending alike. `trap` and `stamp` belong into components/open_form.html."""

    trap = forms.CharField(
        label=_("Leave this field empty"),
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off", "tabindex": "-1"}),
    )
    stamp = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args, now, **kwargs):
        super().__init__(*args, **kwargs)
        self.now = now
        self.fields["stamp"].initial = stamp(now)

    def asked(self):
        """The fields that people see."""
        return [self[name] for name in self.fields if name not in ("trap", "stamp")]

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("trap"):
            self.put("trap", "")
            self.add_error(
                None, _("A field that nobody sees was filled in, as programs do. It is empty again: send once more.")
            )
        then = shown_at(cleaned.get("stamp", ""))
        if then is None or not timedelta(0) <= self.now - then <= OPEN_FOR:
            self.put("stamp", stamp(self.now))
            self.add_error(None, _("The form was open for longer than a day. Look it over, then send it once more."))
        elif self.now - then < QUICKEST:
            self.add_error(None, _("This was sent within three seconds, as programs do. Send it once more."))
        return cleaned

    def put(self, name, value):
        """What the form shows in a field when it comes back."""
        self.data = self.data.copy()
        self.data[self.add_prefix(name)] = value
