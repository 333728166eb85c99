"""What the office reads of one partner's ledger, in a constant number of queries."""

from ..expected import expected_stays
from ..models import Direction
from ..rules import balance, lines_of_stay


def ledger_of(partner):
    """Lines, newest first, with those that are reversed marked; sums of what is booked and of what is expected, by year."""
    lines = list(partner.ledger.select_related("reverses", "booked_by").order_by("-year", "-booked_at", "-pk"))
    taken_back = {line.reverses_id for line in lines if line.reverses_id}
    booked = [(line.year, line.direction, line.persons, line.days) for line in lines]
    expected = [
        (year, direction, persons, days)
        for direction, first, last in expected_stays(partner)
        for year, persons, days in lines_of_stay(first, last)
    ]
    years = sorted({row[0] for row in booked + expected}, reverse=True)
    return {
        "lines": [(line, line.pk in taken_back) for line in lines],
        "booked": balance(row[1:] for row in booked),
        "expected": balance(row[1:] for row in expected),
        "years": [
            {"year": year, "booked": of_year(booked, year), "expected": of_year(expected, year)} for year in years
        ],
    }


def of_year(rows, year):
    sums = balance(row[1:] for row in rows if row[0] == year)
    return {"came": sums[Direction.IN], "went": sums[Direction.OUT]}
