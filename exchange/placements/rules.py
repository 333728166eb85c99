"""Whether a doctor may ask for a place, and on which days; pure."""


def problems_of_stay(first_day, last_day, window):
    """Codes of what is wrong: "reversed", "outside the window". window: (first, last) date of the opportunity."""
    if last_day < first_day:
        return ["reversed"]
    return ["outside the window"] if first_day < window[0] or last_day > window[1] else []


def stays_overlap(one, other):
    """Whether two stays, each (first day, last day), share a day."""
    return one[0] <= other[1] and other[0] <= one[1]


def places_left(places, taken):
    """How many places nobody holds. taken: number of placements that are past asking and have not ended otherwise."""
    return max(places - taken, 0)
