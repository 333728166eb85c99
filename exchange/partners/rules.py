"""The ledger's arithmetic, pure. Persons count in the year of arrival, days in the year in which each falls."""

from datetime import date


def days_by_year(first_day, last_day):
    """{year: days} of a stay, both ends counted."""
    counted = {}
    for year in range(first_day.year, last_day.year + 1):
        starts, ends = max(first_day, date(year, 1, 1)), min(last_day, date(year, 12, 31))
        counted[year] = (ends - starts).days + 1
    return counted


def lines_of_stay(first_day, last_day):
    """[(year, persons, days)] to book for one person's stay."""
    return [
        (year, 1 if year == first_day.year else 0, days) for year, days in days_by_year(first_day, last_day).items()
    ]


def balance(lines):
    """Sums of (direction, persons, days) lines: {"in": (persons, days), "out": …, "balance": persons in − out}."""
    sums = {"in": [0, 0], "out": [0, 0]}
    for direction, persons, days in lines:
        sums[direction][0] += persons
        sums[direction][1] += days
    return {"in": tuple(sums["in"]), "out": tuple(sums["out"]), "balance": sums["in"][0] - sums["out"][0]}
