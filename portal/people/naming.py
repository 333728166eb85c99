"""Who lets their name stand on the public pages: said by the person, kept with its words, taken back at any time.

A slice that shows somebody by name asks `named` and says in its room privacy.py what would be shown:

    register_appearances(stays_of)        # stays_of(person, language) -> lines such as "Visit, 3–14 March 2027"
"""

from functools import cache

from django.db import IntegrityError, transaction
from django.db.models import Exists, OuterRef
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from portal.access.permissions import require
from portal.lifecycle.audit import record, register_act
from portal.lifecycle.refusals import Overtaken, Refusal
from portal.slices import load

from .models import NameConsent

register_act("portal.user.allow_name", gettext_lazy("lets their name stand on the public pages"))
register_act("portal.user.withdraw_name", gettext_lazy("takes their name off the public pages"))

_sources = []


def register_appearances(source):
    """source(person, language) gives lines that say where the person's name would stand."""
    _sources.append(source)
    return source


@cache
def load_rooms():
    load("privacy")


def appearances_of(person, language):
    """Every line of every slice, in their order."""
    load_rooms()
    return [line for source in _sources for line in source(person, language)]


def words_of_consent():
    """What is agreed to, in the active language."""
    return _(
        "My name, my hospital and the days of my stay may stand on the public pages of this site. "
        "I can take this back at any time."
    )


def standing_consent(person):
    """The NameConsent that is in force, or None."""
    return person.name_consents.filter(withdrawn_at=None).first()


def name_context(person):
    """What portal/people/my_name.html needs: whether the name stands, what was agreed to, and where it stands or would."""
    return {
        "name_consent": standing_consent(person),
        "name_words": words_of_consent(),
        "name_stands": appearances_of(person, get_language() or "en"),
    }


def named(field="person"):
    """A condition for querysets: the person in `field` lets their name stand."""
    return Exists(NameConsent.objects.filter(person=OuterRef(field), withdrawn_at=None))


def allow_name(*, person, by, now, kept_at=""):
    """Keep that a person's name may stand. Staff may record what somebody wrote, and say where that letter is kept.

    Returns the NameConsent; where one stands already nothing changes.
    """
    require(by, "allow name", person)
    if by.pk != person.pk and not kept_at.strip():
        raise Refusal(_("Say where their letter or mail is kept."), field="kept_at")
    at = now()
    try:
        with transaction.atomic():
            standing = standing_consent(person)
            if standing is not None:
                return standing
            consent = NameConsent.objects.create(
                person=person,
                words=words_of_consent(),
                language=get_language() or "en",
                given_at=at,
                given_by=by,
                kept_at=kept_at.strip(),
            )
            record(person, "portal.user.allow_name", by=by, at=at, why=consent.kept_at)
            return consent
    except IntegrityError as meanwhile:
        # Two clicks at once: the other one stands.
        standing = standing_consent(person)
        if standing is None:
            raise Overtaken from meanwhile
        return standing


def withdraw_name(*, person, by, now, reason=""):
    """Take the consent back: from this moment no page shows the name. Returns whether there was one."""
    require(by, "withdraw name", person)
    at = now()
    with transaction.atomic():
        ended = NameConsent.objects.filter(person=person, withdrawn_at=None).update(withdrawn_at=at, withdrawn_by=by)
        if ended:
            record(person, "portal.user.withdraw_name", by=by, at=at, why=reason)
    return bool(ended)
