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


def figures(lines):
    """The exchange in numbers, from (year, direction, persons, days, hospital, country) lines.

    came, went: persons. hospitals, countries: with how many somebody was exchanged; what was booked and taken back counts
    as nothing. since: the first year, None without any. years: [(year, (persons out, days), (persons in, days))], newest first.
    """
    years, persons_with, countries = {}, {}, {}
    for year, direction, persons, days, hospital, country in lines:
        row = years.setdefault(year, {"in": [0, 0], "out": [0, 0]})[direction]
        row[0] += persons
        row[1] += days
        persons_with[hospital] = persons_with.get(hospital, 0) + persons
        countries[hospital] = str(country)
    met = [hospital for hospital, persons in persons_with.items() if persons > 0]
    return {
        "came": sum(row["in"][0] for row in years.values()),
        "went": sum(row["out"][0] for row in years.values()),
        "hospitals": len(met),
        "countries": len({countries[hospital] for hospital in met} - {""}),
        "since": min(years, default=None),
        "years": [(year, tuple(row["out"]), tuple(row["in"])) for year, row in sorted(years.items(), reverse=True)],
    }
