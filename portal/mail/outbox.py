"""Writing into the outbox, in the transaction of the act that causes the mail."""

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.core.mail.utils import DNS_NAME
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.crypto import get_random_string

from . import rules
from .holding import born_held
from .kinds import all_kinds, kind_named, register_kind
from .models import MailSecret, OutboxMessage
from .states import MailState

__all__ = ["all_kinds", "keep", "new_message_id", "post", "register_kind"]


def new_message_id(at):
    domain = settings.MAIL_REPLY_TO.rpartition("@")[2] or str(DNS_NAME)
    return f"<{at:%Y%m%d%H%M%S}.{get_random_string(24).lower()}@{domain}>"


def post(
    *,
    kind,
    to,
    now,
    context=None,
    secrets=None,
    about=None,
    address=None,
    reply_to=None,
    delay=None,
    held=False,
    language=None,
    headers=None,
):
    """Render a mail in the reader's language and put it into the outbox. Returns the OutboxMessage, or None where the
    person has no address (their case then says so to the office).

    kind: a registered name. to: the person (or None with `address`). now: aware instant. context: what the templates
    read. secrets: dict of name → value (a code, a link); the templates see marks in their place, so that the kept text
    never holds them. about: the object that the office finds the mail under. delay: timedelta before it may leave.
    held: born held (demo, restore). headers: dict of further header lines; a secret in them is its `rules.mark(name)`.
    """
    target = address or (to.email if to is not None else None)
    if not target:
        return None
    language = language or (to.language if to is not None else settings.LANGUAGE_CODE)
    secrets = secrets or {}
    template = kind_named(kind).template
    values = {
        **(context or {}),
        **{name: rules.mark(name) for name in secrets},
        "person": to,
        "now": now,
        "language": language,
        "zone": to.zone if to is not None else "",
        "site_name": settings.WAGTAIL_SITE_NAME,
        "base_url": settings.WAGTAILADMIN_BASE_URL,
    }
    with translation.override(language):
        subject = rules.one_line(render_to_string(f"{template}.subject.txt", values))
        text = render_to_string(f"{template}.txt", values).strip() + "\n"
        html = render_to_string(f"{template}.html", values)
    return keep(
        kind=kind, person=to, address=target, subject=subject, text=text, html=html, language=language, now=now,
        secrets=secrets, about=about, reply_to=reply_to, headers=headers, delay=delay, held=held,
    )  # fmt: skip


def keep(
    *, kind, address, subject, text, now, html="", person=None, language="en", secrets=None, about=None, reply_to=None,
    sender=None, headers=None, delay=None, held=False, wholly_secret=False,
):  # fmt: skip
    """Put a rendered mail into the outbox (see `post`); its worker's task is written in the same transaction."""
    held = held or born_held()
    message = OutboxMessage.objects.create(
        state=MailState.HELD if held else MailState.QUEUED,
        kind=kind,
        person=person,
        address=rules.one_line(address),
        sender=sender or settings.DEFAULT_FROM_EMAIL,
        reply_to=reply_to or settings.MAIL_REPLY_TO,
        language=language,
        subject=subject[:255],
        text=text,
        html=html,
        headers=headers or {},
        message_id=new_message_id(now),
        wholly_secret=wholly_secret,
        about_type=ContentType.objects.get_for_model(about) if about is not None else None,
        about_id=str(about.pk) if about is not None else "",
        created_at=now,
        not_before=now + delay if delay else now,
    )
    MailSecret.objects.bulk_create(
        MailSecret(message=message, mark=name, value=str(value)) for name, value in (secrets or {}).items()
    )
    if not held and not delay:
        from .tasks import deliver_mail

        deliver_mail.enqueue(message.pk)
    return message
