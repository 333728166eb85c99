"""What allauth asks of us: names the secrets of its mails, and saves language and zone with a new account."""

from urllib.parse import urlparse

from allauth.account.adapter import DefaultAccountAdapter
from django.conf import settings
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.translation import gettext as _

from .models import User

# The values of allauth's mail contexts that open something. Whatever is not here is kept as it reads.
SECRET_KEYS = (
    "code",
    "key",
    "activate_url",
    "password_reset_url",
    "signup_url",
    "request_login_code_url",
    "uid",
    "token",
)
# Of these, plain addresses of our own pages that open nothing are no secrets.
PLAIN_ADDRESSES = ("signup_url",)


def secrets_in(context):
    """The secrets among an allauth mail's context: dict of name → value as it stands in the text."""
    found = {}
    for name in SECRET_KEYS:
        value = context.get(name)
        if value and name not in PLAIN_ADDRESSES and isinstance(value, str) and len(value) >= 4:
            if name == "password_reset_url" and "key" not in urlparse(value).path:
                continue
            found[name] = value
    return found


def html_of(template_prefix, subject, values):
    """The HTML of an allauth mail, made of its text: the code large, the address as a button."""
    text = render_to_string(f"{template_prefix}_message.txt", {**values, "layout": "account/email/bare.txt"})
    addresses = {
        values.get("password_reset_url"): _("Set a new password"),
        values.get("signup_url"): _("Make an account"),
    }
    parts = []
    for part in filter(None, (block.strip() for block in text.split("\n\n"))):
        if part == values.get("code"):
            parts.append({"code": part})
        elif part in addresses:
            parts.append({"url": part, "label": addresses[part]})
        else:
            parts.append({"text": part})
    return render_to_string("account/email/shell.html", {**values, "subject": subject, "parts": parts})


class PortalAccountAdapter(DefaultAccountAdapter):
    def render_mail(self, template_prefix, email, context, headers=None):
        address = email if isinstance(email, str) else email[0]
        person = User.objects.filter(email=User.objects.clean_address(address)).first()
        # The page's language for somebody unknown, the person's own for somebody we know.
        language = person.language if person else translation.get_language()
        values = {
            **context,
            "person": person,
            "language": language,
            "zone": person.zone if person else "",
            "base_url": settings.WAGTAILADMIN_BASE_URL,
        }
        with translation.override(language):
            message = super().render_mail(template_prefix, email, values, headers)
            message.attach_alternative(html_of(template_prefix, message.subject, values), "text/html")
        message.portal_kind = "account." + template_prefix.rpartition("/")[2]
        message.portal_secrets = secrets_in(context)
        message.portal_person = person
        return message

    def save_user(self, request, user, form, commit=True):
        user = super().save_user(request, user, form, commit=False)
        user.language = translation.get_language() or "en"
        user.time_zone = form.cleaned_data.get("time_zone", "")
        user.preferred_name = form.cleaned_data.get("preferred_name", "")
        if commit:
            user.save()
        return user

    def populate_username(self, request, user):
        """There are no user names here."""
