"""What this slice mails: a reader's words, to the office."""

from django.conf import settings
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from portal.mail.outbox import post, register_kind

from .states import Subject

KIND = "contact.message"
register_kind(KIND, "portal/contact/mail/message", _("Message from the contact form"))


def to_the_office(*, name, address, subject, text, language, now):
    """A reader's message as a mail to the office, which answers it by its own "reply".

    language: that of the page on which it was written, so that the office sees in which one to answer. Of the
    reader's words the name alone stands in a header, the subject, as one line; the reply address is a checked one.
    """
    with override(language):
        about = str(Subject(subject).label)
    return post(
        kind=KIND,
        to=None,
        address=settings.MAIL_REPLY_TO,
        reply_to=address,
        language=language,
        now=now,
        context={"name": name, "address": address, "about": about, "message": text},
    )
