"""The demo's two earlier years, from the close of the call to the visits, each act on its own day."""

from exchange.applications.models import Application
from exchange.applications.states import ApplicationState
from exchange.cycles.actions import close_what_is_due
from exchange.offers.models import Offer
from exchange.offers.states import OfferState
from exchange.partners.models import LedgerEntry
from exchange.review.actions.assigning import assign_evenly
from exchange.review.actions.deciding import decide
from exchange.review.actions.stages import begin_deciding, begin_review
from exchange.review.models import ReviewAssignment
from exchange.review.states import Outcome
from exchange.visits.models import Visit
from portal.operations.models import DemoRow
from portal.people.demo import may_sign_in

from . import demo_mails, demo_training, demo_visits
from .acceptance import accept_offer, give_back_seat
from .demo_reviews import write_review
from .release import release
from .running import run_cycle
from .year_end import archive_cycle, complete_cycle

# Days from today: review begins, reviews are in, decisions are made and released, answers come, the year is over.
YEARS = {"last": (-632, -610, -600, -590, -586), "this": (-262, -240, -232, -226, -222)}
SELECTED = 4
ON_THE_LIST = {"last": 3, "this": 7}
SEAT_GIVEN_BACK = -5


def load(demo):
    for key in ("last", "this"):
        cycle = demo.known(f"cycle.{key}")
        if cycle and not demo.known(f"review.{key}") and Application.objects.filter(cycle=cycle).exists():
            through_review(demo, cycle, key)
            demo.remember(f"review.{key}", cycle)
    demo_visits.load_visits(demo)
    finish_last_year(demo)
    demo_training.load(demo)
    remember_what_was_booked(demo)
    demo_mails.load(demo)


def through_review(demo, cycle, key):
    begins, reviewed, decided, released, answered = YEARS[key]
    office, director = demo.known("person.office"), demo.known("person.director")
    close_what_is_due(now=demo.at(begins - 2, 0, 5))
    fresh = type(cycle).objects.get(pk=cycle.pk)
    begin_review(cycle=fresh, by=office, now=demo.at(begins, 9))
    assign_evenly(cycle=fresh, by=office, now=demo.at(begins, 10))
    for number, review in enumerate(ReviewAssignment.objects.filter(application__cycle=fresh).order_by("pk")):
        write_review(review, number, demo.at(reviewed, 8 + number % 10, number % 60))
    fresh.refresh_from_db()
    begin_deciding(cycle=fresh, by=office, now=demo.at(decided, 9))
    decide_all(demo, fresh, key, director, decided)
    release(cycle=type(fresh).objects.get(pk=fresh.pk), by=director, now=demo.at(released, 10))
    for offer in Offer.objects.filter(seat__cycle=fresh, state=OfferState.OPEN).order_by("seat__number"):
        now = demo.at(answered, 16, offer.seat.number)
        accept_offer(offer=offer, by=offer.application.person, now=now, confirmed=True)
    run_cycle(cycle=type(fresh).objects.get(pk=fresh.pk), by=office, now=demo.at(answered + 2, 9))
    if key == "this":
        last = Offer.objects.filter(seat__cycle=fresh, state=OfferState.ACCEPTED).order_by("-seat__number").first()
        words = "My clinic cannot spare me in these weeks after all."
        give_back_seat(offer=last, by=last.application.person, now=demo.at(SEAT_GIVEN_BACK, 14, 2), words=words)
        next_in_order = Offer.objects.get(seat__cycle=fresh, state=OfferState.OPEN)
        demo.remember("person.offered", may_sign_in(next_in_order.application.person))


def decide_all(demo, cycle, key, director, day):
    under_review = Application.objects.filter(cycle=cycle, state=ApplicationState.UNDER_REVIEW).order_by("pk")
    for place, application in enumerate(under_review):
        outcome = Outcome.NOT_SELECTED
        if place < SELECTED:
            outcome = Outcome.SELECT
        elif place < SELECTED + ON_THE_LIST[key]:
            outcome = Outcome.WAITLIST
        decide(application=application, outcome=outcome, by=director, now=demo.at(day, 10, place))


def remember_what_was_booked(demo):
    """The stays that ended stand in the ledger by their source; a renewal takes them away with the visits."""
    visits = Visit.objects.filter(application__in=made_applications())
    sources = [f"visit:{visit.pk}" for visit in visits]
    for entry in LedgerEntry.objects.filter(source__in=sources):
        demo.once(f"ledger.{entry.pk}", lambda entry=entry: entry)


def made_applications():
    keys = DemoRow.objects.filter(key__startswith="application.").values_list("object_id", flat=True)
    return [int(key) for key in keys]


def finish_last_year(demo):
    """Last year's cycle is completed and archived, once its visits are closed and its list is."""
    cycle = demo.known("cycle.last")
    if cycle is None or demo.known("archived.last") or not demo.known("review.last"):
        return
    office = demo.known("person.office")
    from exchange.offers.actions.clock import pass_time

    pass_time(now=demo.at(-270, 9))
    complete_cycle(cycle=type(cycle).objects.get(pk=cycle.pk), by=office, now=demo.at(-260, 10))
    archive_cycle(cycle=type(cycle).objects.get(pk=cycle.pk), by=office, now=demo.at(-250, 10))
    demo.remember("archived.last", cycle)
