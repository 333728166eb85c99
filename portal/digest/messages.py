"""What this slice mails: the question whether somebody wants the news, a word to who has them already, and the digest."""

from urllib.parse import urlsplit

from django.conf import settings
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from portal.mail import rules as mail_rules
from portal.mail.outbox import post, register_kind
from portal.people.messages import address_of, site_address

from .queries import wanted_topics, wants_news

CONFIRM, ALREADY, ISSUE = "digest.confirm", "digest.already", "digest.issue"

register_kind(CONFIRM, "portal/digest/mail/confirm", _("News by e-mail: please confirm"))
register_kind(ALREADY, "portal/digest/mail/already", _("News by e-mail: subscribed already"))
register_kind(ISSUE, "portal/digest/mail/issue", _("News by e-mail: digest"), wanted=wants_news)


def link_to(name, token, language):
    return site_address(address_of(name, token, language=language))


def post_to(subscriber, kind, *, now, context=None, **more):
    """A mail to a subscriber in their language, with what they asked for. more: secrets and headers, as post() takes them."""
    return post(
        kind=kind,
        to=None,
        address=subscriber.address,
        language=subscriber.language,
        now=now,
        about=subscriber,
        context={"topics": wanted_in(subscriber), **(context or {})},
        **more,
    )


def ask_to_confirm(subscriber, *, token, expires, now):
    """To an address that somebody typed: nothing is sent to it until its owner says so."""
    link = link_to("digest_confirm", token, subscriber.language)
    return post_to(subscriber, CONFIRM, now=now, context={"expires": expires}, secrets={"link": link})


def has_it_already(subscriber, *, token, now):
    """To a confirmed address that was typed into the form again: the form itself told nobody that it is known."""
    link = link_to("digest_choices", token, subscriber.language)
    return post_to(subscriber, ALREADY, now=now, secrets={"link": link})


def digest(subscriber, *, stories, token, now):
    """One digest. stories: StoryInMail, newest first, at least one. Answers RFC 2369 and RFC 8058 with one-click headers."""
    language = subscriber.language
    first, *others = stories
    return post_to(
        subscriber,
        ISSUE,
        now=now,
        context={
            "stories": [{"story": story, "url": address(story.url)} for story in stories],
            "first": first,
            "others": len(others),
            "since": subscriber.confirmed_at,
        },
        secrets={
            "choices": link_to("digest_choices", token, language),
            "leave": link_to("digest_unsubscribe", token, language),
        },
        headers={
            "List-Unsubscribe": f"<{mail_rules.mark('leave')}>",
            "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
            "List-Id": f"<news-{language}.{urlsplit(settings.WAGTAILADMIN_BASE_URL).hostname}>",
        },
    )


def wanted_in(subscriber):
    """What somebody asked for, in their own language."""
    with override(subscriber.language):
        return wanted_topics(subscriber, subscriber.language)


def address(url):
    """A page's address for a mail; Wagtail names the host itself where an installation has several sites."""
    return url if "://" in url else site_address(url)
