"""What this slice mails."""

from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext_lazy as _

from portal.mail.outbox import post, register_kind

register_kind(
    "people.invite_staff",
    "portal/people/mail/invite_staff",
    _("Invitation to the staff"),
)


def address_of(name, *args, language):
    """Path of a page in a language, for a link in a mail."""
    with translation.override(language):
        return reverse(name, args=args)


def invite_staff(*, person, by, token, expires, now):
    return post(
        kind="people.invite_staff",
        to=person,
        now=now,
        about=person,
        context={
            "by": by,
            "expires": expires,
            "roles": [row.get_role_display() for row in person.role_assignments.all()],
        },
        secrets={
            "link": site_address(
                address_of("people_join", token, language=person.language)
            )
        },
    )


def site_address(path):
    from django.conf import settings

    return settings.WAGTAILADMIN_BASE_URL.rstrip("/") + path
