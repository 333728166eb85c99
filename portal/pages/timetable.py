"""A day by time and room, as rows of a table with spans. Pure: slots in, rows out."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Slot:
    """Something that takes a room for a while. starts, ends: comparable, with strftime. room: a key, None
    for all.
    """

    starts: object
    ends: object
    room: object
    session: object


@dataclass
class Cell:
    """A cell of the table: its slots (none where a room is empty, several where they overlap) and its
    spans.
    """

    slots: list = field(default_factory=list)
    rowspan: int = 1
    colspan: int = 1
    room: object = None


@dataclass
class Row:
    """A row: the time at which it begins, and the cells that begin with it, in the order of the rooms."""

    time: object
    cells: list


def _meet(a, b):
    return a.starts < b.ends and b.starts < a.ends


def _groups(slots):
    """Slots of one room, joined where they overlap: (starts, ends, slots)."""
    groups = []
    for slot in sorted(slots, key=lambda slot: (slot.starts, slot.ends)):
        if groups and slot.starts < groups[-1][1]:
            starts, ends, members = groups[-1]
            groups[-1] = (starts, max(ends, slot.ends), [*members, slot])
        else:
            groups.append((slot.starts, slot.ends, [slot]))
    return groups


def rows(slots, rooms):
    """The table of a day. slots: Slots of one day; rooms: their keys in order. Returns Rows in order of
    time.

    A row begins wherever a slot begins or ends. A slot for all rooms takes the whole width, unless
    something else goes on at the same time: then it stands in the first room.
    """
    slots = [slot for slot in slots if slot.starts < slot.ends]
    if not slots or not rooms:
        return []
    whole = [s for s in slots if s.room is None and not any(_meet(s, other) for other in slots if other is not s)]
    own = {room: [] for room in rooms}
    for slot in slots:
        if slot not in whole:
            own[slot.room if slot.room in own else rooms[0]].append(slot)
    edges = sorted({edge for slot in slots for edge in (slot.starts, slot.ends)})
    height = {edge: i for i, edge in enumerate(edges)}
    table = [Row(edge, []) for edge in edges[:-1]]
    taken = set()
    for slot in whole:
        first, last = height[slot.starts], height[slot.ends]
        table[first].cells.append(Cell([slot], last - first, len(rooms), None))
        taken |= {(line, room) for line in range(first, last) for room in rooms}
    for room in rooms:
        for starts, ends, members in _groups(own[room]):
            first, last = height[starts], height[ends]
            table[first].cells.append(Cell(members, last - first, 1, room))
            taken |= {(line, room) for line in range(first, last)}
    for line, row in enumerate(table):
        row.cells += [Cell(room=room) for room in rooms if (line, room) not in taken]
        row.cells.sort(key=lambda cell: rooms.index(cell.room) if cell.room in rooms else 0)
    return table
