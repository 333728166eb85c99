"""The pages of the news by mail, and the office's of its subscribers."""

from django.urls import reverse
from django.utils.translation import override

from portal.access import links
from portal.clock.system import system_now

from .actions.subscribing import CONFIRM, KEEP
from .models import DigestIssue, Subscriber


def pages():
    return {
        "news_by_mail": reverse("digest_subscribe"),
        "news_by_mail_asked": reverse("digest_asked"),
        "office_subscribers": reverse("subscribers:index"),
        "office_digests": reverse("digests:index"),
        **of_links(),
        **of_rows(),
    }


def of_links():
    """What links in mails open, by links issued afresh."""
    found = {}
    for name, view, purpose, state in (
        ("link_news_confirm", "digest_confirm", CONFIRM, "unconfirmed"),
        ("link_news_choices", "digest_choices", KEEP, "confirmed"),
        ("link_news_paused", "digest_choices", KEEP, "paused"),
        ("link_news_left", "digest_choices", KEEP, "unsubscribed"),
        ("link_news_unsubscribe", "digest_unsubscribe", KEEP, "confirmed"),
        ("link_news_unsubscribed", "digest_unsubscribe", KEEP, "unsubscribed"),
    ):
        subscriber = Subscriber.objects.filter(state=state, language="en").order_by("pk").first()
        if subscriber is not None:
            token = links.issue(purpose=purpose, person=None, about=subscriber, now=system_now())
            with override("en"):
                found[name] = reverse(view, args=[token])
    return found


def of_rows():
    subscriber = Subscriber.objects.filter(state="confirmed").order_by("pk").first()
    issue = DigestIssue.objects.order_by("pk").first()
    found = {}
    if subscriber is not None:
        found["office_subscriber"] = reverse("subscribers:inspect", args=[subscriber.pk])
        found["office_subscriber_erase"] = reverse("subscribers:erase", args=[subscriber.pk])
    if issue is not None:
        found["office_digest"] = reverse("digests:inspect", args=[issue.pk])
    return found
