"""Cycles at a given stage, for tests that begin there: rows are put in place, not acted out.

Needs Django set up; used by tests in one process and by those that start many.
"""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from itertools import count

from exchange.applications.models import Application
from exchange.applications.states import ApplicationState
from exchange.cycles.models import Criterion, Cycle, Seat
from exchange.cycles.states import CycleState, Programme, SeatKind
from exchange.offers.models import Offer, WaitingListEntry
from exchange.offers.states import EntryState, OfferState
from portal.access.roles import OFFICE_DOOR, Role
from portal.lifecycle.models import guarded_write
from portal.people.groups import make_groups, put_into_groups
from portal.people.models import RoleAssignment, User

MONDAY = datetime(2027, 7, 12, 2, 0, tzinfo=UTC)
"""10:00 in Shanghai on a working day, the instant that most of these tests begin at."""

_number = count(1)


@dataclass
class Clock:
    """A callable for an action's `now=`; `pass_` moves it."""

    instant: datetime = MONDAY

    def __call__(self):
        return self.instant

    def pass_(self, **amount):
        self.instant += timedelta(**amount)
        return self.instant


def person(*roles, **fields):
    number = next(_number)
    fields = {"surname": f"Surname{number}", "given_names": "Given", "time_zone": "Europe/Prague", **fields}
    made = User.objects.create_user(email=f"person{number}-{datetime.now(UTC).timestamp()}@hospital.example", **fields)
    for role in roles:
        RoleAssignment.objects.create(person=made, role=role, since=MONDAY - timedelta(days=400))
    if set(roles) & OFFICE_DOOR:
        put_into_groups(made)
        if not User.objects.get(pk=made.pk).has_perm("wagtailadmin.access_admin"):
            make_groups()  # the groups of a database that no demo was loaded into are empty
    return made


def director():
    return person(Role.DIRECTOR, language="zh-hans", time_zone="Asia/Shanghai", chinese_name="季睿清")


def officer():
    return person(Role.OFFICE, language="zh-hans", time_zone="Asia/Shanghai", chinese_name="周敏")


def a_cycle(state=CycleState.RUNNING, *, firm=4, reserve=1, year=2027, programme=Programme.VISITING_EXPERT, **fields):
    """A cycle in a state, with its seats: the firm ones open, the reserve shut. `officer` is its person to ask."""
    with guarded_write():
        cycle = Cycle.objects.create(
            **{
                "programme": programme,
                "year": year,
                "state": state,
                "opens_at": MONDAY - timedelta(days=180),
                "closes_at": MONDAY - timedelta(days=120),
                "stop_promotion_at": MONDAY + timedelta(days=60),
                "visit_from": date(year, 6, 1),
                "visit_to": date(year, 11, 30),
                "released_at": MONDAY - timedelta(days=60)
                if state in (CycleState.RELEASED, CycleState.RUNNING)
                else None,
                **fields,
            }
        )
    Seat.objects.bulk_create(
        Seat(
            cycle=cycle,
            number=number,
            kind=SeatKind.FIRM if number <= firm else SeatKind.RESERVE,
            opened_at=cycle.opens_at if number <= firm else None,
        )
        for number in range(1, firm + reserve + 1)
    )
    return cycle


def criteria(cycle, weights=(3, 2)):
    return [
        Criterion.objects.create(
            cycle=cycle, order=order, label_en=f"Criterion {order}", label_zh=f"标准{order}", weight=weight
        )
        for order, weight in enumerate(weights, start=1)
    ]


def an_application(cycle, state=ApplicationState.UNDER_REVIEW, *, by=None, **fields):
    by = by or person()
    serial = (Application.objects.filter(cycle=cycle).count() or 0) + 1
    with guarded_write():
        return Application.objects.create(
            cycle=cycle,
            person=by,
            state=state,
            serial=serial,
            number=f"{cycle.code}-{serial:03d}",
            begun_at=cycle.opens_at,
            submitted_at=cycle.opens_at if state != ApplicationState.DRAFT else None,
            **{
                "surname": by.surname,
                "given_names": by.given_names,
                "preferred_name": by.preferred_name,
                "observes": True,
                **fields,
            },
        )


def waiting(cycle, rank, *, state=EntryState.WAITING, application_state=ApplicationState.WAITLISTED, by=None):
    """An application on the list at a rank. Returns the entry."""
    application = an_application(cycle, application_state, by=by)
    with guarded_write():
        return WaitingListEntry.objects.create(
            cycle=cycle, application=application, rank=rank, state=state, entered_at=MONDAY - timedelta(days=60)
        )


def an_offer(cycle, number, *, state=OfferState.OPEN, entry=None, application=None, expires_at=None, **fields):
    """An offer that holds seat `number`, in a state, to an application made for it unless one is given."""
    application = application or (entry.application if entry else an_application(cycle, ApplicationState.SELECTED))
    with guarded_write():
        return Offer.objects.create(
            seat=Seat.objects.get(cycle=cycle, number=number),
            application=application,
            entry=entry,
            state=state,
            made_at=MONDAY - timedelta(days=5),
            expires_at=expires_at or MONDAY + timedelta(days=9, hours=8),
            accepted_at=MONDAY - timedelta(days=1) if state != OfferState.OPEN else None,
            **fields,
        )


@dataclass
class Season:
    """A running cycle: seats 1 to `held` under open offers, `list_` people waiting."""

    cycle: Cycle
    offers: list = field(default_factory=list)
    entries: list = field(default_factory=list)
    director: User = None
    officer: User = None


def a_season(*, firm=4, reserve=1, held=4, list_=6, **fields):
    office = officer()
    cycle = a_cycle(firm=firm, reserve=reserve, officer=office, **fields)
    return Season(
        cycle=cycle,
        offers=[an_offer(cycle, number) for number in range(1, held + 1)],
        entries=[waiting(cycle, rank) for rank in range(1, list_ + 1)],
        director=director(),
        officer=office,
    )


def occupying(cycle):
    """(seat number, application number) of every offer that holds a seat now, by seat."""
    from exchange.offers.states import OCCUPYING

    rows = Offer.objects.filter(seat__cycle=cycle, state__in=OCCUPYING).order_by("seat__number")
    return list(rows.values_list("seat__number", "application__number"))


def list_states(cycle):
    """dict of rank → state."""
    return dict(WaitingListEntry.objects.filter(cycle=cycle).order_by("rank").values_list("rank", "state"))
