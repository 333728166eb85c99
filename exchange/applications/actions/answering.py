"""Begin a draft, and write answers into it."""

from dataclasses import dataclass, field

from django.db import IntegrityError, transaction
from django.db.models import F
from django.utils.translation import gettext_lazy as _

from exchange.cycles.rules import takes_submissions
from portal.access.permissions import require
from portal.lifecycle.audit import record, register_act
from portal.lifecycle.refusals import Refusal

from ..access import Browser
from ..models import Application
from ..queries.answers import texts_of, with_rows, write_values
from ..queries.deadlines import extension_of
from ..queries.names import folded_name
from ..rules.saving import what_differs
from ..states import ApplicationState

register_act("exchange.application.begin", _("draft begun"))
register_act("exchange.application.answer", _("answers changed"))

NAMES = ("surname", "given_names", "preferred_name", "chinese_name")


def begin(*, cycle, by, now, language="en", zone="", invitation=None, refuse_after_close=True):
    """A new draft of a person, or of a Browser (`by`); the person's live application where there is one already."""
    require(by, "begin", Application)
    at = now()
    browser = isinstance(by, Browser)
    there = live_of(by, cycle)
    if there is not None:
        return there
    if refuse_after_close and not takes_submissions(cycle, at, None if browser else extension_of(cycle, by)):
        raise Refusal(_("This call takes no applications now."))
    carried = {} if browser else {name: getattr(by, name) for name in NAMES}
    try:
        with transaction.atomic():
            draft = Application(
                cycle=cycle,
                begun_at=at,
                saved_at=at,
                language=language,
                time_zone=zone,
                invitation=invitation,
                **carried,
            )
            draft.person = None if browser else by
            draft.browser_digest = by.digest if browser else None
            draft.folded_name = folded_name(draft)
            draft.save()
            record(draft, "exchange.application.begin", by=by, at=at)
    except IntegrityError:  # a second tab was faster
        draft = live_of(by, cycle)
    return draft


def live_of(by, cycle):
    """The live application of a person, or the draft of a Browser, in a cycle; None where there is none."""
    rows = with_rows(Application.objects.filter(cycle=cycle))
    if isinstance(by, Browser):
        return rows.filter(person=None, browser_digest=by.digest, state=ApplicationState.DRAFT).first()
    return rows.filter(person=by).exclude(state=ApplicationState.WITHDRAWN).first()


@dataclass
class Saved:
    """What became of a writing: the version that now stands, when it was saved, and what was left as it is.

    theirs: field → text that somebody else wrote meanwhile; these fields were not written.
    """

    version: int
    at: object
    theirs: dict = field(default_factory=dict)


def save_answers(*, application, changes, by, now, version=None, seen=None, language="", zone=""):
    """Write the changes of one section into a draft or a returned application.

    changes: forms.opening.Changes. version: the one the writer had before them; where it no longer stands, fields in
    which somebody else wrote something else meanwhile are left as they are and given back. seen: field → text that the
    writer had before them. language, zone: as the page was read. Returns Saved.
    """
    require(by, "change answers", application)
    with transaction.atomic():
        # The row's own lock, which both databases honour.
        Application.objects.filter(pk=application.pk).update(version=F("version"))
        fresh = with_rows(Application.objects.filter(pk=application.pk)).get()
        at = now()
        require(by, "change answers", fresh)
        refuse_shut_section(fresh, changes)
        theirs = {}
        if version is not None and version != fresh.version:
            stored = texts_of(fresh)
            theirs = {name: stored.get(name, "") for name in what_differs(changes.texts, seen, stored)}
        values = {name: value for name, value in changes.values.items() if name not in theirs}
        typed = {name: value for name, value in changes.typed.items() if name not in theirs}
        if values or typed:
            put(fresh, values, typed, at, language, zone)
            if fresh.state == ApplicationState.RETURNED:
                record(fresh, "exchange.application.answer", by=by, at=at, fields=sorted({*values, *typed}))
    return Saved(version=fresh.version, at=at, theirs=theirs)


def put(fresh, values, typed, at, language, zone):
    write_values(fresh, values)
    fresh.typed = {name: text for name, text in fresh.typed.items() if name not in values} | typed
    fresh.version += 1
    fresh.saved_at = at
    fresh.language = language or fresh.language
    fresh.time_zone = zone or fresh.time_zone
    fresh.folded_name = folded_name(fresh)
    fresh.save()


def refuse_shut_section(application, changes):
    """Only the sections that the office named are open again in a returned application."""
    if application.state != ApplicationState.RETURNED:
        return
    request = application.information_requests.filter(closed_at=None).first()
    if request is None or changes.form.section not in request.sections:
        raise Refusal(_("This part of your application is not open for changes."))
