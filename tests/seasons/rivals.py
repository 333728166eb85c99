"""Rivals at one seat, for the races: what runs in their processes, and what must hold in the cycle afterwards."""

import time
from datetime import timedelta
from pathlib import Path

import seasons

ATTEMPTS, SEATS, ROUNDS = 10, 3, 3
SLOWLY = {"exchange_offer": 0.02, "exchange_seat": 0.02, "exchange_waitinglistentry": 0.1}
"""Seconds that a write to each table takes longer."""
PATIENCE = {True: 0.3, False: 3}
"""Seconds that the first waits for the second, with the guard (in vain) and without it."""
END = seasons.MONDAY + timedelta(days=1)


def warm_up():
    """Load addresses, languages and templates once, before the processes are forked, and not inside their transactions."""
    from django.template.loader import get_template
    from django.urls import get_resolver
    from django.utils import translation

    for language in ("en", "zh-hans"):
        with translation.override(language):
            get_resolver()._populate()
            translation.gettext("Offer")
    for kind in ("promoted", "declined", "accepted", "expired", "mistake", "office_told"):
        get_template(f"exchange/offers/mail/{kind}.html")


def writes_to(sql, table):
    return sql.startswith(("INSERT", "UPDATE")) and f'"{table}"' in sql[:60]


def slow_writes(execute, sql, params, many, context):
    result = execute(sql, params, many, context)
    time.sleep(sum(seconds for table, seconds in SLOWLY.items() if writes_to(sql, table)))
    return result


class Meeting:
    """Waits before the first write to the table that two sides meet at, until the other side is there or patience ends."""

    def __init__(self, folder, side, tables, patience):
        self.mine, self.folder = Path(folder, side), Path(folder)
        self.tables, self.patience = tables, patience

    def __call__(self, execute, sql, params, many, context):
        if any(writes_to(sql, table) for table in self.tables) and not self.mine.exists():
            self.mine.touch()
            until = time.monotonic() + self.patience
            while len(list(self.folder.iterdir())) < 2 and time.monotonic() < until:
                time.sleep(0.01)
        return execute(sql, params, many, context)


def without_guard():
    """Take the lock away, in this process alone."""
    from django.db import connection

    from exchange.cycles import lock
    from exchange.cycles.models import Cycle

    lock.take_turn = lambda pk: Cycle.objects.get(pk=pk)
    if connection.vendor == "sqlite":
        connection.transaction_mode = "DEFERRED"


def attempt(act, **arguments):
    """ "done", or the class and the words of what stopped it."""
    try:
        act(**arguments)
    except Exception as stopped:
        return f"{type(stopped).__name__}: {stopped}"
    return "done"


def set_up_last_seats():
    """Three free seats that wait for a click, thirty people in line. Returns keys of seats and clerks."""
    season = seasons.a_season(firm=SEATS, reserve=0, held=0, list_=30)
    season.cycle.seats.update(awaits_click_since=seasons.MONDAY)
    return {
        "cycle": season.cycle.pk,
        "seats": list(season.cycle.seats.order_by("number").values_list("pk", flat=True)),
        "clerk": season.officer.pk,
    }


def grab(where, guarded):
    """One clerk who clicks ten times, at one seat after the other."""
    from django.db import connection

    from exchange.cycles.models import Seat
    from exchange.offers.actions.offering import offer_to_next
    from portal.people.models import User

    if not guarded:
        without_guard()
    clerk = User.objects.get(pk=where["clerk"])
    with connection.execute_wrapper(slow_writes):
        return [
            attempt(
                offer_to_next,
                seat=Seat.objects.get(pk=where["seats"][turn % SEATS]),
                by=clerk,
                now=lambda: seasons.MONDAY,
            )
            for turn in range(ATTEMPTS)
        ]


PAIRS = {  # who meet, and the tables at whose writing they do
    "shut against offer": ("shut", "offer", ["exchange_seat", "exchange_offer"]),
    "accept against expiry": ("accept", "expire", ["exchange_offer"]),
    "accept against rescind": ("accept", "rescind", ["exchange_offer"]),
    "withdraw against promote": ("withdraw", "decline", ["exchange_waitinglistentry"]),
}


def set_up_pairs():
    """A cycle of one seat and four in line for each pair and round. Returns {pair: [keys]}."""
    return {pair: [stage(pair, year) for year in range(ROUNDS)] for pair in PAIRS}


def stage(pair, number):
    year = 2030 + 10 * list(PAIRS).index(pair) + number
    season = seasons.a_season(firm=1, reserve=0, held=0, list_=4, year=year)
    seat = season.cycle.seats.get()
    keys = {"cycle": season.cycle.pk, "seat": seat.pk, "officer": season.officer.pk, "director": season.director.pk}
    if pair == "shut against offer":
        season.cycle.seats.update(awaits_click_since=seasons.MONDAY)
        return keys
    if pair == "withdraw against promote":
        offer = seasons.an_offer(season.cycle, 1)
        return keys | {"offer": offer.pk, "application": season.entries[0].application_id}
    from exchange.applications.states import ApplicationState
    from exchange.offers.states import EntryState
    from portal.lifecycle.models import guarded_write

    entry = season.entries[0]
    with guarded_write():
        type(entry).objects.filter(pk=entry.pk).update(state=EntryState.OFFERED)
        type(entry.application).objects.filter(pk=entry.application_id).update(state=ApplicationState.SELECTED)
    return keys | {"offer": seasons.an_offer(season.cycle, 1, entry=entry, expires_at=END).pk}


def one_side(act, tables, keys, folder, guarded, late):
    from django.db import connection

    time.sleep(late)
    if not guarded:
        without_guard()
    with connection.execute_wrapper(Meeting(folder, act, tables, PATIENCE[guarded])):
        return attempt(SIDES[act], keys=keys)


def person(keys, role):
    from portal.people.models import User

    return User.objects.get(pk=keys[role])


def shut(keys):
    from exchange.cycles.models import Seat
    from exchange.offers.actions.seats import shut_seat

    shut_seat(
        seat=Seat.objects.get(pk=keys["seat"]), by=person(keys, "officer"), now=lambda: seasons.MONDAY, reason="Ward"
    )


def offer(keys):
    from exchange.cycles.models import Seat
    from exchange.offers.actions.offering import offer_to_next

    offer_to_next(seat=Seat.objects.get(pk=keys["seat"]), by=person(keys, "officer"), now=lambda: seasons.MONDAY)


def the_offer(keys):
    from exchange.offers.models import Offer

    return Offer.objects.select_related("application__person", "seat").get(pk=keys["offer"])


def accept(keys):
    from exchange.journey.acceptance import accept_offer

    made = the_offer(keys)
    accept_offer(offer=made, by=made.application.person, now=lambda: END - timedelta(seconds=1), confirmed=True)


def expire(keys):
    from exchange.offers.parts.turns import turn

    with turn(keys["cycle"], now=lambda: END):
        pass


def rescind(keys):
    from exchange.offers.actions.offering import rescind_offer
    from exchange.offers.states import Because

    rescind_offer(
        offer=the_offer(keys),
        because=Because.MISTAKE,
        by=person(keys, "officer"),
        now=lambda: seasons.MONDAY,
        reason="Oh",
    )


def withdraw(keys):
    from exchange.applications.models import Application
    from exchange.journey.withdrawal import withdraw_application

    mine = Application.objects.get(pk=keys["application"])
    withdraw_application(application=mine, by=mine.person, now=lambda: seasons.MONDAY)


def decline(keys):
    from exchange.journey.acceptance import decline_offer

    made = the_offer(keys)
    decline_offer(offer=made, by=made.application.person, now=lambda: seasons.MONDAY)


SIDES = {
    "shut": shut,
    "offer": offer,
    "accept": accept,
    "expire": expire,
    "rescind": rescind,
    "withdraw": withdraw,
    "decline": decline,
}


# --- What must hold afterwards ---------------------------------------------------------------------------------------


def what_is_wrong(cycle_pk):
    """Sentences on everything in a cycle that must never be."""
    from exchange.applications.states import ApplicationState
    from exchange.cycles.models import Cycle
    from exchange.offers.queries.standing import standing
    from exchange.offers.rules.promotion import queue_of
    from exchange.offers.rules.seats import free_seats, is_oversold
    from exchange.offers.states import EntryState

    stand = standing(Cycle.objects.get(pk=cycle_pk), seasons.MONDAY)
    found = []
    if is_oversold(stand.seats):
        found.append("an offer holds a seat that is shut")
    if [seat for seat in free_seats(stand.seats) if not seat.awaits_click] and queue_of(stand.claims):
        found.append("a seat is empty though somebody waits")
    ranks = [(entry.rank, entry.state) for entry in stand.entries.values()]
    first = min((rank for rank, state in ranks if state == EntryState.WAITING), default=99)
    if any(rank > first and state == EntryState.OFFERED for rank, state in ranks):
        found.append("somebody was passed over")
    for held in stand.holding.values():
        if held.application.state != ApplicationState.SELECTED:
            found.append(f"a seat is held by an application that is {held.application.state}")
        if held.entry and held.entry.state not in (EntryState.OFFERED, EntryState.ACCEPTED):
            found.append(f"a seat is held by an entry that is {held.entry.state}")
    return found


def what_came_of_it(keys):
    """How the things stand that the two sides of a pair acted on."""
    from exchange.applications.models import Application
    from exchange.cycles.models import Seat
    from exchange.offers.models import Offer

    offer = Offer.objects.filter(pk=keys.get("offer")).first()
    application = Application.objects.filter(pk=keys.get("application")).first()
    return {
        "seat": "open" if Seat.objects.get(pk=keys["seat"]).is_open else "shut",
        "offer": offer and offer.state,
        "application": application and application.state,
        "open offers": Offer.objects.filter(seat=keys["seat"], state="open").count(),
    }


def count_last_seats(where):
    from exchange.cycles.models import Cycle

    cycle = Cycle.objects.get(pk=where["cycle"])
    return {
        "occupying": len(seasons.occupying(cycle)),
        "offered": [rank for rank, state in seasons.list_states(cycle).items() if state == "offered"],
        "wrong": what_is_wrong(cycle.pk),
    }
