"""An overlap in words: both sides, and what they would share."""

from django.utils.translation import gettext as _

from portal.clock import instants
from portal.hospital.models import Room
from portal.people.models import User


def overlap_lines(overlaps, language):
    """[{"wanted", "held", "over"}] for the clash component, in two queries."""
    ids = {person for overlap in overlaps for person in overlap.people}
    people = User.objects.in_bulk(ids)
    rooms = Room.objects.in_bulk({overlap.room for overlap in overlaps if overlap.room is not None})
    lines = []
    for overlap in overlaps:
        shared = sorted(people[key].named(language) for key in overlap.people if key in people)
        if overlap.room in rooms:
            shared.append(rooms[overlap.room].named(language))
        joined = (_(", ")).join(shared)
        lines.append(
            {
                "wanted": in_words(overlap.one, language),
                "held": in_words(overlap.other, language),
                "over": _("Both would take: %(what)s.") % {"what": joined},
            }
        )
    return lines


def in_words(entry, language):
    """An entry as one line: what, on which day, from when until when, where."""
    if entry.all_day:
        when = instants.span_of_days(entry.starts, entry.ends, language)
    else:
        starts, ends = (moment.astimezone(instants.ZoneInfo(instants.OFFICE_ZONE)) for moment in entry.takes)
        when = f"{instants.long_day(starts.date(), language)} {starts:%H:%M}–{ends:%H:%M}"
    return (_(", ")).join(part for part in (entry.summary, when, entry.location) if part)
