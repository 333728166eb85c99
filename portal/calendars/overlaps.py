"""Which entries take the same person or the same room at the same time. Pure: entries in, pairs out."""

from dataclasses import dataclass

from .entries import CANCELLED, CalendarEntry


@dataclass(frozen=True)
class Overlap:
    """Two entries that clash: over which persons (ids), and over which room (id, or None)."""

    one: CalendarEntry
    other: CalendarEntry
    people: frozenset
    room: object = None


def clash(one, other):
    """The Overlap of two entries, or None. Ends are not part of an entry: 10:00 may follow upon 10:00."""
    if one.uid == other.uid or not (_counts(one) and _counts(other)):
        return None
    (starts, ends), (other_starts, other_ends) = one.takes, other.takes
    if not (starts < other_ends and other_starts < ends):
        return None
    people = one.people & other.people
    room = one.room if one.room is not None and one.room == other.room else None
    if not people and room is None:
        return None
    return Overlap(one, other, people, room)


def overlaps_with(entry, others):
    """Every clash of one entry with others, in order of time."""
    found = [clash(entry, other) for other in others]
    return sorted((overlap for overlap in found if overlap), key=lambda overlap: overlap.other.takes)


def overlaps(entries):
    """Every clash among entries, each pair once, in order of time. Entries with one uid are one and the
    same."""
    rows = {}
    for place, entry in enumerate(entries):
        if _counts(entry):
            for resource in _resources(entry):
                rows.setdefault(resource, []).append((*entry.takes, place, entry))
    pairs = {}
    for row in rows.values():
        running = []
        for starts, ends, place, entry in sorted(row, key=lambda line: line[:3]):
            running = [line for line in running if line[1] > starts]
            for _starts, _ends, earlier_place, earlier in running:
                first, second = sorted(((earlier_place, earlier), (place, entry)), key=lambda pair: pair[0])
                overlap = clash(first[1], second[1])
                if overlap:
                    pairs[first[0], second[0]] = overlap
            running.append((starts, ends, place, entry))
    return [pairs[key] for key in sorted(pairs, key=lambda key: (*pairs[key].one.takes, key))]


def _counts(entry):
    return entry.busy and entry.status != CANCELLED


def _resources(entry):
    """What an entry takes: its persons and its room, told apart since ids of both are numbers."""
    yield from (("person", person) for person in entry.people)
    if entry.room is not None:
        yield ("room", entry.room)
