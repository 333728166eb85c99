"""Django's mail backend: whoever calls send_mail (allauth and Wagtail among them) writes into the outbox."""

from django.core.mail.backends.base import BaseEmailBackend
from django.db import transaction
from django.utils.translation import get_language

from portal.clock.system import system_now

from . import rules
from .outbox import keep


class OutboxBackend(BaseEmailBackend):
    """Keeps each message for the worker.

    A message may carry `portal_secrets` (dict of name → value that its text holds) and `portal_kind`. One without
    `portal_secrets` is a secret as a whole: nobody said which part of it may be read.
    """

    def send_messages(self, email_messages):
        written = 0
        for message in email_messages:
            secrets = getattr(message, "portal_secrets", None)
            whole = secrets is None
            html = next((part for part, kind in getattr(message, "alternatives", []) if kind == "text/html"), "")
            text = message.body
            if whole:
                secrets = {"body": text, "html": html}
                text, html = rules.mark("body"), rules.mark("html") if html else ""
            else:
                text, html = rules.take_out(text, secrets), rules.take_out(html, secrets)
            for address in message.recipients():
                with transaction.atomic():
                    keep(
                        kind=getattr(message, "portal_kind", "django"),
                        person=getattr(message, "portal_person", None),
                        address=address,
                        subject=rules.take_out(rules.one_line(str(message.subject)), {} if whole else secrets),
                        text=text,
                        html=html,
                        language=get_language() or "en",
                        now=system_now(),
                        secrets=secrets,
                        sender=message.from_email,
                        reply_to=message.reply_to[0] if message.reply_to else None,
                        wholly_secret=whole,
                    )
                written += 1
        return written
