"""The last seats under twenty real processes: one winner always, every loser told clearly, no seat sold twice or left empty.

Each race runs twice: as the site runs, and with its guard off (no `UPDATE cycle SET turn`; on SQLite no immediate
transaction either), where it must come out wrong. The guard is taken away inside the test's own processes; the site
knows no way to do without it.

What could interleave is made to. Clerks who click at the last seats write slowly. Of two who meet over one seat, each
waits before the write that they meet at until the other is there: without the guard both have then read the same, with
it the second is still waiting for its turn and the first goes on alone.
"""

import tempfile

import pytest
from seasons.rivals import (
    ATTEMPTS,
    PAIRS,
    SEATS,
    count_last_seats,
    grab,
    one_side,
    set_up_last_seats,
    set_up_pairs,
    what_came_of_it,
    what_is_wrong,
)

pytestmark = pytest.mark.race

PROCESSES = 20


def told(results):
    """dict of what each attempt came to → how often."""
    counted = {}
    for result in results:
        counted[result] = counted.get(result, 0) + 1
    return counted


def unclear(results):
    """Losers who were not told clearly: an error, or "somebody changed this", where the lock should have made them wait."""
    return [
        result
        for result in results
        if result != "done" and not result.startswith(("Refusal: ", "NotPossibleNow: ", "SeatHeld: "))
    ]


def run_last_seats(race, call, url, guarded):
    where = call(set_up_last_seats, url)
    outcomes = race(grab, url, [(where, guarded)] * PROCESSES)
    results = [result for outcome in outcomes for result in (outcome.value or [f"{outcome.error}: {outcome.message}"])]
    return results, call(count_last_seats, url, where)


def test_two_hundred_attempts_at_the_last_seats(race, call, database_url):
    results, after = run_last_seats(race, call, database_url, guarded=True)
    print(f"\n{database_url.partition(':')[0]}, guarded: {told(results)}; {after}")
    assert len(results) == PROCESSES * ATTEMPTS
    assert told(results) == {
        "done": SEATS,
        "Refusal: Somebody holds this seat now. Look at the page again.": 200 - SEATS,
    }
    assert after == {"occupying": SEATS, "offered": [1, 2, 3], "wrong": []}


def test_without_the_guard_the_last_seats_come_out_wrong(race, call, database_url):
    results, after = run_last_seats(race, call, database_url, guarded=False)
    print(f"\n{database_url.partition(':')[0]}, guard off: {shortened(results)}; {after}")
    assert unclear(results) or after["wrong"] or after["occupying"] != SEATS


def shortened(results):
    return told([result.splitlines()[0][:110] for result in results])


def run_pairs(race, call, url, guarded):
    """{pair: [(what each side came to, how things stand, what is wrong afterwards)]}, one round after the other."""
    staged = call(set_up_pairs, url)
    return {
        pair: [run_pair(race, call, url, pair, keys, guarded, early=number % 2) for number, keys in enumerate(rounds)]
        for pair, rounds in staged.items()
    }


def run_pair(race, call, url, pair, keys, guarded, early):
    """early: which of the two sides comes a little before the other, so that either may win."""
    *sides, tables = PAIRS[pair]
    with tempfile.TemporaryDirectory() as folder:
        outcomes = race(
            one_side, url, [(act, tables, keys, folder, guarded, 0.1 * (act != sides[early])) for act in sides]
        )
    came_to = {
        act: outcome.value or f"{outcome.error}: {outcome.message}"
        for act, outcome in zip(sides, outcomes, strict=True)
    }
    return came_to, call(what_came_of_it, url, keys), call(what_is_wrong, url, keys["cycle"])


# How many of the two are told that it is done: the clock never loses, it finds an answered offer or ends an open one.
WINNERS = {
    "shut against offer": (1,),
    "accept against expiry": (1, 2),
    "accept against rescind": (1,),
    "withdraw against promote": (2,),  # both happen, in one order or the other
}
# What stands in the tables if, and only if, a side was told that it is done.
DONE = {
    "shut": lambda stands: stands["seat"] == "shut",
    "offer": lambda stands: stands["open offers"] == 1,
    "accept": lambda stands: stands["offer"] == "accepted",
    "rescind": lambda stands: stands["offer"] == "rescinded",
    "withdraw": lambda stands: stands["application"] == "withdrawn",
    "decline": lambda stands: stands["offer"] == "declined",
}


def failures(pair, rounds):
    found = []
    for came_to, stands, wrong in rounds:
        found += wrong + unclear(came_to.values())
        done = [act for act, result in came_to.items() if result == "done"]
        if len(done) not in WINNERS[pair]:
            found.append(f"{len(done)} winners: {came_to}")
        found += [f"{act}: told {came_to[act]!r}, and stands {stands}" for act in came_to if lies(act, done, stands)]
    return found


def lies(act, done, stands):
    """Whether a side was told what the tables deny. The clock is told nothing, and has seen to it that none is open."""
    if act == "expire":
        return act not in done or stands["offer"] not in ("accepted", "expired")
    return (act in done) != DONE[act](stands)


def test_one_side_wins_every_time(race, call, database_url):
    after = run_pairs(race, call, database_url, guarded=True)
    print(f"\n{database_url.partition(':')[0]}, guarded:")
    for pair, rounds in after.items():
        print(f"  {pair}: {told([str(came_to) for came_to, _stands, _wrong in rounds])}")
    assert {pair: failures(pair, rounds) for pair, rounds in after.items()} == dict.fromkeys(PAIRS, [])


def test_without_the_guard_every_pair_comes_out_wrong(race, call, database_url):
    after = run_pairs(race, call, database_url, guarded=False)
    found = {pair: failures(pair, rounds) for pair, rounds in after.items()}
    print(f"\n{database_url.partition(':')[0]}, guard off:")
    for pair, lines in found.items():
        print(f"  {pair}: {shortened(lines)}")
    assert [pair for pair, lines in found.items() if not lines] == []
