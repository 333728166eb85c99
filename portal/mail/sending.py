"""The only sender: takes one message out of the outbox and hands it to the mail server, outside any transaction."""

import smtplib

from django.conf import settings
from django.core.mail import EmailMultiAlternatives, get_connection
from django.db import transaction

from portal.lifecycle.moving import move
from portal.lifecycle.refusals import Overtaken

from . import rules
from .kinds import is_wanted
from .models import OutboxMessage
from .states import MailState


def deliver(message_pk, *, now):
    """Send one message if it may leave now. Safe with several workers and after a kill: a message is taken by one.

    now: callable that returns the aware instant. Returns the message's state afterwards, or None if it was not ours.
    """
    taken = take(message_pk, now())
    if taken is None:
        return None
    try:
        handed = hand_over(taken)
        problem = "" if handed else "The mail server took nothing and gave no reason."
        final = False
    except smtplib.SMTPRecipientsRefused as refused:
        code, words = next(iter(refused.recipients.values()))
        problem, final = (
            f"{code} {words.decode(errors='replace') if isinstance(words, bytes) else words}",
            code >= 550,
        )
    except (smtplib.SMTPException, OSError) as failed:
        problem, final = f"{type(failed).__name__}: {failed}", False
    except ValueError as failed:
        # The mail itself cannot be built (an address with a line break, say): trying again would not help.
        problem, final = f"{type(failed).__name__}: {failed}", True
    with transaction.atomic():
        return settle(taken, now(), problem, final)


def take(message_pk, at):
    with transaction.atomic():
        message = OutboxMessage.objects.filter(pk=message_pk, state=MailState.QUEUED, not_before__lte=at).first()
        if message is None:
            return None
        try:
            if not is_wanted(message):
                move(message, "recall", by=None, at=at)
                message.secrets.all().delete()
                return None
            return move(message, "take", by=None, at=at, taken_at=at, attempts=message.attempts + 1)
        except Overtaken:
            return None


def settle(message, at, problem, final):
    """Write what came of the attempt. A message that was held or swept meanwhile is left as it stands."""
    try:
        if not problem:
            move(message, "sent", by=None, at=at, sent_at=at, problem="")
            message.secrets.all().delete()
            return message.state
        wait = None if final else rules.wait_after(message.attempts)
        note = {"problem": problem[:300]}
        if wait is None:
            move(message, "give_up", by=None, at=at, problem=problem[:500], note=note)
            message.secrets.all().delete()
        else:
            move(message, "retry", by=None, at=at, problem=problem[:500], not_before=at + wait, note=note)
        return message.state
    except Overtaken:
        return None


def hand_over(message):
    """Build the mail with its secrets and give it to the transport; returns how many were taken."""
    secrets = dict(message.secrets.values_list("mark", "value"))
    headers = {name: rules.with_secrets(value, secrets) for name, value in message.headers.items()}
    mail = EmailMultiAlternatives(
        subject=rules.with_secrets(message.subject, secrets),
        body=rules.with_secrets(message.text, secrets),
        from_email=message.sender,
        to=[message.address],
        reply_to=[message.reply_to] if message.reply_to else None,
        headers={**headers, "Message-ID": message.message_id, "Auto-Submitted": "auto-generated"},
        connection=get_connection(settings.MAIL_TRANSPORT),
    )
    if message.html:
        mail.attach_alternative(rules.with_secrets(message.html, secrets), "text/html")
    return mail.send()


def sweep(*, now):
    """Put back what a killed worker had taken; returns how many. Their Message-ID stays, so that a copy is known as one."""
    at = now()
    lost = OutboxMessage.objects.filter(state=MailState.SENDING, taken_at__lt=at - rules.LOST_AFTER)
    swept = 0
    for message in lost:
        with transaction.atomic():
            try:
                move(
                    message,
                    "retry",
                    by=None,
                    at=at,
                    problem="The worker stopped while sending.",
                    not_before=at,
                )
                swept += 1
            except Overtaken:
                continue
    return swept


def due(*, now):
    """Keys of the messages that may leave now, oldest first."""
    return list(
        OutboxMessage.objects.filter(state=MailState.QUEUED, not_before__lte=now())
        .order_by("not_before", "pk")
        .values_list("pk", flat=True)
    )


def deliver_all_due(*, now):
    """Send whatever may leave now, one after the other; returns how many were handed over."""
    return sum(1 for message_pk in due(now=now) if deliver(message_pk, now=now) == MailState.SENT)
