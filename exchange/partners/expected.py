"""Stays that are to come, told by the slices that plan them: beside what is booked they show where a balance goes."""

_sources = []


def register_expected(source):
    """Decorator for a function(partner) -> [(direction, first_day, last_day)] of one person's stay each, in one query."""
    _sources.append(source)
    return source


def expected_stays(partner):
    return [stay for source in _sources for stay in source(partner)]
