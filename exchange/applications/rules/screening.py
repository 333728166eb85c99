"""What the office's lists say about an application. They say; a person decides."""

from dataclasses import dataclass


@dataclass(frozen=True)
class ListsSay:
    """europe: "all", "some" or "none" of the places of work are on the list, "unknown" without a country.

    outside: country codes that are not on it. specialty: "inside", "outside" or "unknown".
    """

    europe: str
    outside: tuple
    specialty: str


def lists_say(countries, european, specialty_within):
    """countries: codes of the places of work. european: set of codes. specialty_within: bool, or None where none is given."""
    named = [code for code in countries if code]
    outside = tuple(code for code in named if code not in european)
    if not named:
        europe = "unknown"
    elif not outside:
        europe = "all"
    else:
        europe = "none" if len(outside) == len(named) else "some"
    specialty = "unknown" if specialty_within is None else "inside" if specialty_within else "outside"
    return ListsSay(europe, outside, specialty)
