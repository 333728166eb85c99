"""The demo's visits, made of the offers that were accepted: last year's are over, this year's stand at every stage."""

from datetime import date, datetime, time, timedelta

from exchange.offers.models import Offer
from exchange.offers.states import OfferState
from exchange.visits.actions.itinerary import act_on_item, plan_item
from exchange.visits.actions.staying import arrive, change_visit, close_visit, confirm
from exchange.visits.models import Visit
from exchange.visits.states import ItemKind
from portal.calendars.entries import SHANGHAI
from portal.hospital.models import Department
from portal.people.demo import may_sign_in
from portal.people.naming import allow_name

from .visit_ends import complete_visit

# Days from today on which last year's four visits began, and how long they were.
LAST_YEAR = ((-455, 12), (-420, 11), (-370, 12), (-330, 10))
# This year: one that is over, one under way, one that is planned.
OVER, UNDER_WAY, AHEAD = (-62, 11), (-4, 12), (47, 12)
# Whose names stand on no public page: the second guest of last year said nothing, the one to come has not been asked.
SILENT = (LAST_YEAR[1][0], AHEAD[0])

# day of the stay, hours, kind, title, title in Chinese, for everybody of the team; a room of the house or a place
PLAN = (
    (0, 14, 15, ItemKind.ARRIVAL, "Arrival and welcome", "抵达与欢迎", "浦东机场 Pudong airport"),
    (1, 8, 12, ItemKind.THEATRE, "Theatre: sleeve lobectomy", "手术观摩：袖式肺叶切除", "theatre6"),
    (1, 15, 16, ItemKind.MDT, "Multidisciplinary meeting, thoracic tumours", "胸部肿瘤多学科讨论", "seminar"),
    (2, 7, 8, ItemKind.WARD_ROUND, "Ward round with the airway team", "气道团队查房", "6病区 Ward 6"),
    (3, 17, 18, ItemKind.LECTURE, "Lecture: ten unedited cases", "讲座：十例未经剪辑的病例", "hall"),
)


def load_visits(demo):
    """Do nothing where an offer that was expected is not there: the rest of the demo stands by itself."""
    for visit, (days, length) in zip(accepted(demo, "last"), LAST_YEAR, strict=False):
        if not demo.known(f"visit.{visit.pk}"):
            go_through(demo, visit, days, length, closed=True)
    stages = zip(accepted(demo, "this"), (OVER, UNDER_WAY, AHEAD), strict=False)
    for visit, (days, length) in stages:
        if demo.known(f"visit.{visit.pk}"):
            continue
        if (days, length) == OVER:
            go_through(demo, visit, days, length, closed=False)
        else:
            host_it(demo, visit, days, length)
            if (days, length) == UNDER_WAY:
                come(demo, visit, days)
                demo.remember("person.guest", may_sign_in(visit.person))
        demo.remember(f"visit.{visit.pk}", visit)


def accepted(demo, key):
    """Visits of a cycle's accepted offers, by seat."""
    cycle = demo.known(f"cycle.{key}")
    offers = Offer.objects.filter(seat__cycle=cycle, state=OfferState.ACCEPTED).order_by("seat__number")
    return [visit for visit in (Visit.objects.filter(offer=offer).first() for offer in offers) if visit]


def working_day(demo, days):
    """The Monday on or before a day, so that nobody's first theatre is on a Sunday."""
    day = demo.day(days)
    return day - timedelta(days=day.weekday())


def host_it(demo, visit, days, length):
    """Dates, department, host and team; then the itinerary, and the confirmation."""
    office, host = demo.known("person.office"), demo.known("person.host")
    first = demo.day(days) if days == UNDER_WAY[0] else working_day(demo, days)
    department = Department.objects.order_by("pk").first()
    now = demo.at(days - 40, 11)
    change_visit(
        visit=visit, by=office, now=now, seen_sequence=visit.sequence, team=[demo.known("person.host2")],
        first_day=first, last_day=first + timedelta(days=length - 1), department=department, host=host,
    )  # fmt: skip
    visit.refresh_from_db()
    for offset, starts, ends, kind, title, title_zh, where in PLAN:
        room = demo.known(f"room.{where}")
        item = plan_item(
            visit=visit, by=office, now=now, people=[host], accept_reason="Agreed with the department.", kind=kind,
            title_en=title, title_zh=title_zh, starts_at=at(first, offset, starts), ends_at=at(first, offset, ends),
            room=room, place="" if room else where,
        )  # fmt: skip
        if kind != ItemKind.LECTURE:
            act_on_item(item=item, act="confirm", by=office, now=now)
    if days not in SILENT:
        allow_name(person=visit.person, by=visit.person, now=demo.at(days - 36, 20))
    if days != AHEAD[0]:
        confirm(visit=Visit.objects.get(pk=visit.pk), by=office, now=demo.at(days - 35, 11))


def at(first: date, offset, hour):
    return datetime.combine(first + timedelta(days=offset), time(hour), tzinfo=SHANGHAI)


def come(demo, visit, days):
    fresh = Visit.objects.get(pk=visit.pk)
    now = demo.set(datetime.combine(fresh.first_day, time(15), tzinfo=SHANGHAI))
    arrive(visit=fresh, arrived_on=fresh.first_day, by=demo.known("person.host"), now=now)


def go_through(demo, visit, days, length, *, closed):
    """From planning to the end of the stay."""
    host_it(demo, visit, days, length)
    come(demo, visit, days)
    fresh = Visit.objects.get(pk=visit.pk)
    evening = datetime.combine(fresh.last_day, time(17), tzinfo=SHANGHAI)
    complete_visit(visit=fresh, left_on=fresh.last_day, by=demo.known("person.office"), now=demo.set(evening))
    if closed:
        now = demo.set(evening + timedelta(days=30))
        fresh = Visit.objects.get(pk=visit.pk)
        close_visit(
            visit=fresh, by=demo.known("person.director"), now=now, reason="Report and certificate are on file."
        )
    demo.remember(f"visit.{visit.pk}", visit)
