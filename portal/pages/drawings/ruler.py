"""One instant on the clocks of two cities: two rulers of 24 hours set against each other, one stroke
through both.
"""

from datetime import UTC, timedelta
from html import escape
from zoneinfo import ZoneInfo

from .canvas import n

WIDTH = 640
HOUR = WIDTH / 24
NIGHT_FROM, NIGHT_TO = 22, 7


def hour_marks(start, zone):
    """(x, local time) of each whole hour of a zone within 24 hours of an aware start.

    Zones with half hours get their marks between those of others, which is how the band comes to be
    shifted.
    """
    marks = []
    at = start.astimezone(UTC)
    local = at.astimezone(ZoneInfo(zone))
    behind = timedelta(minutes=local.minute, seconds=local.second, microseconds=local.microsecond)
    at += (timedelta(hours=1) - behind) if behind else timedelta()
    while at - start < timedelta(hours=24):
        marks.append(((at - start) / timedelta(hours=1) * HOUR, at.astimezone(ZoneInfo(zone))))
        at += timedelta(hours=1)
    return marks


def _is_night(hour):
    return hour >= NIGHT_FROM or hour < NIGHT_TO


def nights(start, zone):
    """Stretches (x1, x2) of the band that are night in that zone."""
    runs = []
    begin = 0 if _is_night(start.astimezone(ZoneInfo(zone)).hour) else None
    for x, local in hour_marks(start, zone):
        dark = _is_night(local.hour)
        if dark and begin is None:
            begin = x
        elif not dark and begin is not None:
            runs.append((begin, x))
            begin = None
    if begin is not None:
        runs.append((begin, WIDTH))
    return [(a, b) for a, b in runs if b > a]


def _band(start, zone, city, y, stroke_x, day_label):
    s = [f'<text class="city" x="0" y="{y - 10}">{escape(city)}</text>']
    s.append(f'<path class="hours" d="M.5 {y}h{WIDTH - 1}v30H.5z"/>')
    dark = nights(start, zone)
    s += [f'<path class="night" d="M{n(a)} {y}H{n(b)}v30H{n(a)}z"/>' for a, b in dark]
    marks = [(x, local) for x, local in hour_marks(start, zone) if 1 < x < WIDTH - 1]
    s.append(f'<path class="tick" d="{"".join(f"M{n(x)} {y}v5" for x, _ in marks)}"/>')
    for x, local in marks:
        if local.hour % 3 == 0 and abs(x - stroke_x) > 13 and 12 < x < WIDTH - 12 and local.hour:
            # At the edge of a night the digits would stand half in the dark: they are left out there.
            if any(abs(x - edge) < 9 for a, b in dark for edge in (a, b)):
                continue
            classes = ("inv" if _is_night(local.hour) else "") + (" odd" if local.hour % 6 else "")
            attribute = f' class="{classes.strip()}"' if classes else ""
            s.append(f'<text{attribute} text-anchor="middle" x="{n(x)}" y="{y + 21}">{local:%H}</text>')
        if local.hour == 0 and 60 < x < WIDTH - 60:
            s.append(f'<path class="tick" d="M{n(x)} {y - 10}v10"/>')
            s.append(f'<text class="odd" x="{n(x + 5)}" y="{y - 4}">{escape(day_label(local.date()))}</text>')
    return "".join(s)


def ruler(instant, cities, title, day_label, past=False):
    """Inline SVG of an aware instant. cities: (IANA zone, name) pairs, one or two; title: the text
    alternative.

    day_label: a date to a short text such as "1 Apr". Once the instant is past there is no stroke.
    """
    start = instant.astimezone(ZoneInfo(cities[0][0])).replace(minute=0, second=0, microsecond=0) - timedelta(hours=17)
    stroke_x = (instant - start) / timedelta(hours=1) * HOUR
    height = 70 + 72 * (len(cities) - 1)
    s = [f'<svg viewBox="0 0 {WIDTH} {height}" role="img" aria-label="{escape(title)}">']
    for i, (zone, city) in enumerate(cities):
        s.append(_band(start, zone, city, 32 + 72 * i, -99 if past else stroke_x, day_label))
    if not past:
        s.append(f'<path class="stroke" d="M{n(stroke_x)} 22V{height}"/>')
    return "".join(s) + "</svg>"
