"""What the office does with a schedule: plan, change, cancel and restore sessions; release."""

from itertools import chain, count

from django.db import transaction
from django.db.models import Max
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

from events.editions.actions import take_edition
from events.editions.states import EditionState
from portal.access.permissions import require
from portal.calendars.overlaps import overlaps_with
from portal.calendars.sources import entries_between
from portal.lifecycle.audit import record, register_act
from portal.lifecycle.moving import move
from portal.lifecycle.refusals import NotPossibleNow, Overtaken, ReasonMissing, Refusal
from portal.pages.searching.index import renew

from .calendar_entries import entry_of
from .models import ScheduleRelease, Session
from .queries.releases import newest_release
from .queries.standing import schedule_as_it_stands
from .rules.changes import changes
from .rules.times import what_is_wrong

register_act("events.session.plan", _("planned"))
register_act("events.session.change", _("changed"))
register_act("events.edition.release_schedule", _("schedule released"))

WHAT_IS_WRONG = {
    "no time": _("The session ends before it begins. Change one of the two times."),
    "past midnight": _("The session goes past midnight. Make two of it."),
    "not on its days": _("The session is not on a day of the edition. Change its date."),
}


class SessionsOverlap(Refusal):
    """The session would take a person or a room twice; `overlaps` are the pairs, for a page that shows both
    sides."""

    def __init__(self, overlaps):
        self.overlaps = overlaps
        super().__init__(_("This overlaps with something else. Nothing is saved yet."), field="starts_at")


def overlaps_of(session, language="en"):
    """What a session, as it is to be saved, overlaps with, in every calendar of the house."""
    entry = entry_of(session, session.chairs.all(), session.talks.all(), language)
    return overlaps_with(entry, entries_between(session.starts_at, session.ends_at, language))


def save_session(*, session, by, now, seen=None, accept_overlaps=False, reason=""):
    """Keep a session that is new or was edited, with its chairs and talks; calendars are told by its
    SEQUENCE.

    seen: the sequence that the editor read; None for a new session. An overlap is refused with
    SessionsOverlap unless it is accepted with a reason, which the record keeps.
    """
    new = session.pk is None
    require(by, "change the schedule", session.edition)
    with transaction.atomic():
        _take_open(session.edition_id)
        at = now()
        _refuse_impossible(session)
        stored = 0 if new else Session.objects.values_list("sequence", flat=True).get(pk=session.pk)
        if not new and seen is not None and stored != seen:
            raise Overtaken
        accepted = _settle_overlaps(session, accept_overlaps, reason)
        session.slug = session.slug or free_slug(session)
        session.sequence = 0 if new else stored + 1
        session.changed_at = at
        session.save()
        act = "events.session.plan" if new else "events.session.change"
        record(session, act, by=by, at=at, why=reason, overlaps=accepted, sequence=session.sequence)
    return session


def cancel_session(*, session, by, now, reason):
    """planned → cancelled: it stays in the schedule, marked, and calendars take it out."""
    require(by, "cancel", session)
    with transaction.atomic():
        _take_open(session.edition_id)
        return _move(session, "cancel", by=by, at=now(), reason=reason)


def restore_session(*, session, by, now, reason):
    """cancelled → planned, where its people and its room are still free."""
    require(by, "restore", session)
    with transaction.atomic():
        _take_open(session.edition_id)
        session = Session.objects.get(pk=session.pk)
        at = now()
        wanted = Session.objects.get(pk=session.pk)
        wanted.state = "planned"
        if found := overlaps_of(wanted):
            raise SessionsOverlap(found)
        return _move(session, "restore", by=by, at=at, reason=reason)


def free_slug(session):
    """A word for the session's address from its English title; a number follows where another one has it."""
    stem = slugify(session.title_en)[:70] or "session"
    taken = set(session.edition.sessions.values_list("slug", flat=True))
    return next(word for word in chain([stem], (f"{stem}-{n}" for n in count(2))) if word not in taken)


def what_would_change(edition):
    """(data of a release made now, its changes against the newest one, that one or None)."""
    last = newest_release(edition)
    before = last.schedule if last else None
    shown = frozenset(row["slug"] for row in before["sessions"]) if before else frozenset()
    after = schedule_as_it_stands(edition, shown)
    return after, changes(before, after), last


def release_schedule(*, edition, by, now):
    """Make the schedule public as it stands: a new numbered release, kept as it is. Refused where nothing
    changed."""
    require(by, "release the schedule", edition)
    with transaction.atomic():
        edition = _take_open(edition.pk)
        at = now()
        schedule, changed, last = what_would_change(edition)
        if not schedule["sessions"]:
            raise Refusal(_("There is no session yet. Plan one first."))
        if last is not None and not changed:
            raise Refusal(_("Nothing has changed since release %(number)s.") % {"number": last.number})
        number = (edition.releases.aggregate(n=Max("number"))["n"] or 0) + 1
        release = ScheduleRelease.objects.create(
            edition=edition, number=number, released_at=at, released_by=by, schedule=schedule, changes=changed
        )
        record(edition, "events.edition.release_schedule", by=by, at=at, number=number, changes=len(changed))
        renew("schedule", [row.pk for row in (last, release) if row])
        renew("pages", edition.pages.values_list("pk", flat=True))
    return release


def _take_open(pk):
    edition = take_edition(pk)
    if edition.state == EditionState.ARCHIVED:
        raise NotPossibleNow(_("The edition is archived: its schedule stays as it was."))
    return edition


def _move(session, name, *, by, at, reason):
    session = Session.objects.get(pk=session.pk)
    return move(
        session, name, by=by, at=at, reason=reason, sequence=session.sequence + 1, changed_at=at,
        note={"sequence": session.sequence + 1},
    )  # fmt: skip


def _refuse_impossible(session):
    edition = session.edition
    wrong = what_is_wrong(session.starts_at, session.ends_at, edition.starts_on, edition.ends_on)
    if wrong:
        raise Refusal(WHAT_IS_WRONG[wrong], field="ends_at" if wrong == "no time" else "starts_at")


def _settle_overlaps(session, accept, reason):
    """The overlaps as the record keeps them, once they are accepted; refuses those that are not."""
    found = overlaps_of(session)
    if found and not accept:
        raise SessionsOverlap(found)
    if found and not reason.strip():
        raise ReasonMissing
    return [{"with": overlap.other.summary, "uid": overlap.other.uid} for overlap in found]
