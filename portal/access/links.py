"""Signed links: issue one, find who holds one, note what was done with it."""

import hashlib
import secrets
from datetime import timedelta

from django.contrib.contenttypes.models import ContentType
from django.utils.translation import gettext_lazy as _

from portal.lifecycle.refusals import Refusal

from .models import SignedLink, SignedLinkUse


class LinkRefused(Refusal):
    """The link opens nothing; `message` says why and what to do."""


def digest_of(token):
    return hashlib.sha256(token.encode()).hexdigest()


def issue(*, purpose, person, now, lasts=timedelta(days=30), about=None):
    """Make a link and return its token, which is kept nowhere in clear.

    purpose: "slice.act". person: whom it is bound to. about: the object it opens. now: aware instant. lasts: timedelta.
    """
    token = secrets.token_urlsafe(32)
    SignedLink.objects.create(
        digest=digest_of(token),
        purpose=purpose,
        person=person,
        about_type=ContentType.objects.get_for_model(about) if about is not None else None,
        about_id=str(about.pk) if about is not None else "",
        issued_at=now,
        expires_at=now + lasts,
    )
    return token


def find(token, *, purpose, now):
    """The link of a token for this purpose. Raises LinkRefused: unknown, revoked or expired, each with a way on."""
    link = SignedLink.objects.select_related("person").filter(digest=digest_of(token), purpose=purpose).first()
    if link is None or link.revoked_at is not None:
        raise LinkRefused(_("This link does not open anything. Use the newest mail from us, or write to the office."))
    if link.expires_at <= now:
        raise LinkRefused(_("This link has expired. Write to the office and we will send a new one."))
    return link


def note(link, what, *, now, address=None):
    """Keep that a link was "opened" or "used"."""
    SignedLinkUse.objects.create(link=link, at=now, what=what, address=address or None)


def revoke(*, about, now, purpose=None):
    """End every living link about an object (of one purpose, or all); returns how many."""
    links = SignedLink.objects.filter(
        about_type=ContentType.objects.get_for_model(about), about_id=str(about.pk), revoked_at=None
    )
    if purpose:
        links = links.filter(purpose=purpose)
    return links.update(revoked_at=now)


def forget(*, about_type, about_ids):
    """Erase every link about objects that are erased, with the record of its use; returns how many links."""
    links = SignedLink.objects.filter(about_type=about_type, about_id__in=[str(pk) for pk in about_ids])
    return links.delete()[1].get(SignedLink._meta.label, 0)


def forget_expired(*, purpose, now):
    """Erase the links of a purpose that opened nothing any more a month ago; returns how many."""
    links = SignedLink.objects.filter(purpose=purpose, expires_at__lt=now - timedelta(days=30))
    return links.delete()[1].get(SignedLink._meta.label, 0)
