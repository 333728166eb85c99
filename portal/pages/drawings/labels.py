"""Where names stand on a map: beside their pins, else a little away with a line that leads to them, never on each other.

Pure. A greedy search: places with the closest neighbours choose first, each the nearest room that is free.
"""

import math
from dataclasses import dataclass

# Width of a character in parts of the size: bold Latin at its widest average, Chinese a square.
LATIN, HAN = 0.64, 1.02
ROUND = [math.tau * k / 16 for k in (0, 8, 1, 15, 7, 9, 4, 12, 2, 14, 6, 10, 3, 13, 5, 11)]
REACHES = (1.4, 2.1, 2.9, 3.8, 4.8, 6)
TRIES = 4


@dataclass(frozen=True)
class Label:
    """x, y: the text's anchor on its base line. anchor: start, middle or end, whichever is nearest to the pin, so that a
    letter that is wider than thought grows away from it. box: left, top, right, bottom. leader: x, y to x, y, or None."""

    name: str
    x: float
    y: float
    anchor: str
    box: tuple
    leader: tuple | None = None


def laid_out(spots, size, frame, pin):
    """The labels of spots (x, y, name), in their order. size: of the letters; frame: width, height; pin: its radius.

    A name for which no room is free in any direction has none. What found none is placed first in the next try, and the
    try that leaves out the fewest stands.
    """
    order = sorted(range(len(spots)), key=lambda number: (-_crowd(spots, number, 5 * size), number))
    best = {}
    for _try in range(TRIES):
        found = _placed(spots, order, size, frame, pin)
        best = max(best, found, key=len)
        if len(found) == len(spots):
            break
        order = [number for number in order if number not in found] + [number for number in order if number in found]
    return [best[number] for number in sorted(best)]


def _placed(spots, order, size, frame, pin):
    pins = [(x - pin, y - pin, x + pin, y + pin) for x, y, _name in spots]
    found, boxes, leaders = {}, [], []
    for number in order:
        others = [box for other, box in enumerate(pins) if other != number]
        for label in _candidates(*spots[number], size, pin):
            if _is_free(label, pins, others, boxes, leaders, frame):
                found[number] = label
                boxes.append(label.box)
                leaders += [label.leader] if label.leader else []
                break
    return found


def _crowd(spots, number, radius):
    x, y, _name = spots[number]
    return sum(math.hypot(x - other[0], y - other[1]) < radius for other in spots)


def wide(name, size):
    """The room that a name takes, rather too much than too little."""
    return sum((HAN if ord(char) > 0x2E7F else LATIN) * size for char in name)


def _candidates(x, y, name, size, pin):
    room, gap = wide(name, size), pin + 0.25 * size
    for dy in (0, -0.6 * size, 0.6 * size):
        yield _label(name, x + gap, y + dy, "start", room, size)
        yield _label(name, x - gap, y + dy, "end", room, size)
    for dy in (-gap - 0.55 * size, gap + 0.55 * size):
        yield _label(name, x, y + dy, "middle", room, size)
    for reach in REACHES:
        for turn in ROUND:
            far = pin + reach * size
            tip_x, tip_y = x + far * math.cos(turn), y + far * math.sin(turn)
            # The line meets the name at its near end, or from above and below in its middle.
            sideways = math.cos(turn)
            if abs(sideways) < 0.3:
                at, anchor, middle = tip_x, "middle", tip_y + math.copysign(0.55 * size, math.sin(turn))
            else:
                at, anchor, middle = tip_x + math.copysign(2, sideways), "start" if sideways > 0 else "end", tip_y
            yield _label(name, at, middle, anchor, room, size, (x, y, tip_x, tip_y))


def _label(name, x, middle, anchor, room, size, leader=None):
    left = x - {"start": 0, "middle": room / 2, "end": room}[anchor]
    box = (left, middle - 0.6 * size, left + room, middle + 0.6 * size)
    return Label(name, x, middle + 0.36 * size, anchor, box, leader)


def _is_free(label, pins, others, boxes, leaders, frame):
    left, top, right, bottom = label.box
    if left < 3 or top < 3 or right > frame[0] - 3 or bottom > frame[1] - 3:
        return False
    if any(_meet(label.box, box) for box in (*pins, *boxes)) or any(_crosses(line, label.box) for line in leaders):
        return False
    return label.leader is None or not any(_crosses(label.leader, box) for box in (*others, *boxes))


def _meet(one, other):
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _crosses(line, box):
    """Whether a line passes through a box (Liang and Barsky's clipping)."""
    x, y, to_x, to_y = line
    enters, leaves = 0.0, 1.0
    for at, step, low, high in ((x, to_x - x, box[0], box[2]), (y, to_y - y, box[1], box[3])):
        if step == 0:
            if not low < at < high:
                return False
            continue
        first, second = sorted(((low - at) / step, (high - at) / step))
        enters, leaves = max(enters, first), min(leaves, second)
    return enters < leaves
