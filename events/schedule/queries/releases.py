"""What the public reads: the newest release of an edition."""

from datetime import datetime

from django.utils.translation import gettext as _

from events.schedule.models import ScheduleRelease
from events.schedule.rules.reading import SHANGHAI, read
from portal.clock.instants import long_day

from .standing import nothing_yet


def newest_release(edition):
    """The newest ScheduleRelease of an edition, or None while nothing is public."""
    return ScheduleRelease.objects.filter(edition=edition).order_by("-number").first()


def public_schedule(edition, release, language):
    """The ReadSchedule of a release, or an empty one where there is none."""
    return read(release.schedule if release else nothing_yet(edition), language)


def change_sentences(changes, language):
    """What differs from the release before, as (slug or "", sentence) in the reader's language."""
    return [(line.get("slug", ""), _sentence(line, language)) for line in changes]


def _sentence(line, language):
    end = "zh" if language.lower().startswith("zh") else "en"
    words = {
        "title": line.get(f"title_{end}") or line.get("title_en", ""),
        "old": line.get(f"old_{end}") or line.get("old_en", ""),
        "at": _when(line.get("at"), language),
        "old_at": _when(line.get("old_at"), language),
        "room": _room(line.get("room"), end),
        "old_room": _room(line.get("old_room"), end),
    }
    return _patterns()[line["what"]] % words


def _patterns():
    return {
        "added": _("New: “%(title)s”, %(at)s."),
        "cancelled": _("Cancelled: “%(title)s”."),
        "restored": _("“%(title)s” takes place after all."),
        "removed": _("No longer in the schedule: “%(title)s”."),
        "renamed": _("“%(old)s” is now called “%(title)s”."),
        "moved": _("“%(title)s” moved from %(old_at)s to %(at)s."),
        "other room": _("“%(title)s” moved from %(old_room)s to %(room)s."),
        "other people": _("Other chairs or speakers in “%(title)s”."),
        "reworded": _("Details changed in “%(title)s”."),
        "details": _("Details of speakers, rooms or sub-forums changed."),
    }


def _when(instant, language):
    if not instant:
        return ""
    local = datetime.fromisoformat(instant).astimezone(SHANGHAI)
    return f"{long_day(local.date(), language)} {local:%H:%M}"


def _room(names, end):
    return (names[end] or names["en"]) if names else _("all rooms")
