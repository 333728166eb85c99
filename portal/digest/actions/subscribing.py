"""What the owner of an address does: ask, confirm, choose, leave. All but the asking need a link that was mailed there."""

from datetime import timedelta

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from portal.access import links
from portal.access.limits import Limit, take
from portal.lifecycle.audit import record, register_act
from portal.lifecycle.moving import move
from portal.lifecycle.refusals import NotPossibleNow
from portal.mail.actions import recall_unsent

from .. import messages
from ..models import Subscriber
from ..rules import UNCONFIRMED_KEPT
from ..states import SubscriberState

CONFIRM, KEEP = "digest.confirm", "digest.keep"
"""Purposes of links: to say yes, once; to choose and to leave, for as long as somebody may still read an old mail."""
KEEP_LASTS = timedelta(days=400)
MAILS_TO_ONE = Limit("digest.ask.address", 3, timedelta(days=1))
"""Whoever types a stranger's address into the form can have so many mails sent there, and no more."""
SAME_AGAIN = Limit("digest.ask.same", 1, timedelta(minutes=2))
"""The same wish within so short a time is one form that was sent twice: it gets one mail."""

GONE = _("Nothing is kept of this address any more, and no news is sent to it.")

register_act("portal.subscriber.ask", _("asked for the news"))
register_act("portal.subscriber.choose", _("choice changed"))


def ask(*, address, language, all_topics, topics, now):
    """Somebody typed an address into the form. A mail goes there, whatever is known of it; the caller is told nothing.

    topics: Topic rows, read where all_topics is False. Nothing is sent to an address beyond its limit.
    """
    at = now()
    address = address.strip().lower()
    wish = " ".join([address, language, str(all_topics), *sorted(str(topic.pk) for topic in topics)])
    with transaction.atomic():
        if not take(SAME_AGAIN, wish, now=at) or not take(MAILS_TO_ONE, address, now=at):
            return
        subscriber, _made = Subscriber.objects.get_or_create(
            address=address, defaults={"language": language, "all_topics": all_topics, "asked_at": at}
        )
        subscriber = locked(subscriber.pk)
        if subscriber.state == SubscriberState.CONFIRMED:
            messages.has_it_already(subscriber, token=keep_link(subscriber, at), now=at)
            return
        # A paused one keeps what its owner chose: whoever typed the address may be somebody else.
        if subscriber.state != SubscriberState.PAUSED:
            put_wishes(subscriber, language, all_topics, topics)
        Subscriber.objects.filter(pk=subscriber.pk).update(asked_at=at)
        token = links.issue(purpose=CONFIRM, person=None, about=subscriber, now=at, lasts=UNCONFIRMED_KEPT)
        messages.ask_to_confirm(subscriber, token=token, expires=at + UNCONFIRMED_KEPT, now=at)
        record(subscriber, "portal.subscriber.ask", by=None, at=at)


def confirm(*, link, now):
    """The owner says yes. Returns (subscriber, token of a link to the choice). Raises LinkRefused where the link was used."""
    at = now()
    with transaction.atomic():
        subscriber = holder(link)
        # One UPDATE decides which of two clicks was the first.
        if not links.revoke(about=subscriber, purpose=CONFIRM, now=at):
            raise links.LinkRefused(_("This link was used already."))
        if subscriber.state != SubscriberState.CONFIRMED:
            move(subscriber, "confirm", by=None, at=at, confirmed_at=at, ended_at=None)
        return subscriber, keep_link(subscriber, at)


def choose(*, link, language, all_topics, topics, now):
    """The owner changes what they get. One whose mails came back gets them again from now on."""
    at = now()
    with transaction.atomic():
        subscriber = holder(link)
        if subscriber.state == SubscriberState.UNSUBSCRIBED:
            raise NotPossibleNow(_("This address gets no news from us. Subscribe again if you want it."))
        put_wishes(subscriber, language, all_topics, topics)
        record(subscriber, "portal.subscriber.choose", by=None, at=at)
        if subscriber.state == SubscriberState.PAUSED:
            move(subscriber, "confirm", by=None, at=at, confirmed_at=at, ended_at=None)
    return subscriber


def unsubscribe(*, link, now):
    """The owner leaves; what is written and has not left stays here. Doing it again changes nothing."""
    at = now()
    with transaction.atomic():
        subscriber = holder(link)
        if subscriber.state in (SubscriberState.CONFIRMED, SubscriberState.PAUSED):
            move(subscriber, "unsubscribe", by=None, at=at, ended_at=at)
            links.revoke(about=subscriber, purpose=CONFIRM, now=at)
        recall_unsent(about=subscriber, kind=messages.ISSUE, at=at)
    return subscriber


def locked(pk):
    """The row as it stands; on PostgreSQL nobody else writes it until this transaction ends, on SQLite nobody writes at all."""
    return Subscriber.objects.select_for_update().get(pk=pk)


def holder(link):
    """The subscriber of a link, locked. Raises LinkRefused for one that was erased."""
    try:
        return locked(link.about_id)
    except Subscriber.DoesNotExist:
        raise links.LinkRefused(GONE) from None


def holder_as_read(link):
    """The subscriber of a link, for a page that changes nothing. Raises LinkRefused."""
    subscriber = Subscriber.objects.filter(pk=link.about_id).first()
    if subscriber is None:
        raise links.LinkRefused(GONE)
    return subscriber


def put_wishes(subscriber, language, all_topics, topics):
    subscriber.language, subscriber.all_topics = language, all_topics
    subscriber.save(update_fields=["language", "all_topics"])
    subscriber.topics.set([] if all_topics else topics)


def keep_link(subscriber, at):
    return links.issue(purpose=KEEP, person=None, about=subscriber, now=at, lasts=KEEP_LASTS)
