"""What this slice mails."""

from datetime import timedelta

from django.conf import settings
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from portal.access import links
from portal.mail.actions import renews
from portal.mail.outbox import post, register_kind

INVITATION_LASTS = timedelta(days=14)

register_kind("people.invite_staff", "portal/people/mail/invite_staff", _("Invitation to the staff"))
for name, label in (
    ("account.login_code", _("Code to sign in")),
    ("account.email_confirmation", _("Code that confirms an e-mail")),
    ("account.email_confirmation_signup", _("Code that confirms a new account")),
    ("account.password_reset_key", _("Link for a new password")),
    ("account.account_already_exists", _("Notice: an account exists")),
    ("account.unknown_account", _("Notice: no account with this address")),
    ("account.email_changed", _("Notice: e-mail changed")),
    ("account.email_confirm", _("Notice: e-mail confirmed")),
    ("account.email_deleted", _("Notice: e-mail removed")),
    ("account.password_changed", _("Notice: password changed")),
    ("account.password_reset", _("Notice: password set anew")),
    ("account.password_set", _("Notice: password set")),
):
    register_kind(name, f"account/email/{name.partition('.')[2]}", label)


def address_of(name, *args, language):
    """Path of a page in a language, for a link in a mail."""
    with translation.override(language):
        return reverse(name, args=args)


def site_address(path):
    return settings.WAGTAILADMIN_BASE_URL.rstrip("/") + path


def invite_staff(*, person, by, token, expires, now):
    """The invitation, in the language of the person invited. by: who invites, or None for the first administrator."""
    with translation.override(person.language):
        inviter = by.named(person.language) if by is not None else _now("The site’s installation")
        held = person.role_assignments.filter(until=None)
        roles = _now(", ").join(str(row.get_role_display()) for row in held)
    return post(
        kind="people.invite_staff",
        to=person,
        now=now,
        about=person,
        context={
            "inviter": inviter,
            "person_name": person.named(person.language) or person.email,
            "expires": expires,
            "role_names": roles,
        },
        secrets={"link": site_address(address_of("people_join", token, language=person.language))},
    )


@renews("people.invite_staff")
def invite_again(message, *, now, by):
    """The invitation anew, with a fresh link; nothing for somebody who has joined or left."""
    person = message.person
    if person is None or not person.is_active or person.has_usable_password():
        return None
    token = links.issue(purpose="people.join", person=person, about=person, now=now, lasts=INVITATION_LASTS)
    return invite_staff(person=person, by=by, token=token, expires=now + INVITATION_LASTS, now=now)
