"""The ways in which an offer, a place on the waiting list and a visit end, each once, in the training stream's cycles."""

from datetime import datetime, time, timedelta

from exchange.applications.actions.inviting import expire_what_is_over, invite
from exchange.offers.actions.clock import pass_time
from exchange.offers.actions.offering import rescind_offer
from exchange.offers.models import Offer
from exchange.offers.states import Because, OfferState
from exchange.visits.actions.itinerary import plan_item
from exchange.visits.actions.staying import arrive, change_visit, close_visit, confirm
from exchange.visits.models import Visit
from exchange.visits.states import CancelledBy, ItemKind
from portal.calendars.entries import SHANGHAI
from portal.hospital.models import Department

from .acceptance import accept_offer, decline_offer
from .amendment import amend_to_waitlist
from .release import release
from .running import run_cycle
from .taking_back import take_release_back
from .visit_ends import cancel_visit, complete_visit, defer_visit, miss_visit, postpone_visit
from .withdrawal import withdraw_application
from .year_end import complete_cycle


def every_end(demo, cycle, applications):
    """Six were selected, four wait, one was not selected; days from today."""
    office, director = demo.known("person.office"), demo.known("person.director")
    declines, cancels, stays_away, deferred, comes, postponed, *rest = applications
    _too_late, mistaken, withdraws, from_the_list, amended = rest
    decline_offer(
        offer=offer_of(declines), by=declines.person, now=demo.at(-153, 15), words="I start a new post in May."
    )
    for application, day in ((cancels, -70), (stays_away, -95), (deferred, 30), (comes, 20), (postponed, 40)):
        accept(demo, application, day, -152)
    run_cycle(cycle=fresh(cycle), by=office, now=demo.at(-151, 9))
    withdraw_application(
        application=fresh(withdraws), by=withdraws.person, now=demo.at(-150, 20), reason="I move house."
    )
    amend_to_waitlist(
        application=fresh(amended), by=director, now=demo.at(-149, 10),
        reason="A score had been entered for somebody else of the same name.",
    )  # fmt: skip
    # The seat of who declined: offered, not answered in time, and so to the next.
    pass_time(now=demo.at(-125, 9))
    rescind_offer(
        offer=offer_of(mistaken), because=Because.PERSON, by=office, now=demo.at(-122, 11),
        reason="The registration ended in spring, as the chamber wrote to us.",
    )  # fmt: skip
    accept(demo, from_the_list, 60, -120)
    cancel_visit(
        visit=visit_of(cancels), cancelled_by=CancelledBy.EXPERT, by=office, now=demo.at(-112, 10),
        reason="Broke a wrist while skiing.",
    )  # fmt: skip
    decline_offer(offer=offer_of(amended), by=amended.person, now=demo.at(-110, 18), words="Too late for this year.")
    settle(demo, stays_away, -105)
    missed = "Did not board; no answer by mail or telephone."
    miss_visit(visit=visit_of(stays_away), by=office, now=demo.at(-94, 17), reason=missed)
    settle(demo, deferred, -100)
    clinic = "The clinic at home needs the whole team this year."
    postpone_visit(visit=visit_of(deferred), by=office, now=demo.at(-60, 10), reason=clinic)
    demo.remember("application.training.deferred", defer_visit(
        visit=visit_of(deferred), by=office, now=demo.at(-55, 10), reason="The first days that suit are next year’s.",
    ))  # fmt: skip
    settle(demo, comes, -20)
    settle(demo, postponed, -20)
    welcome(demo, visit_of(postponed), -18)
    strike = "A strike of the railways; new days are being looked for."
    postpone_visit(visit=visit_of(postponed), by=office, now=demo.at(-3, 10), reason=strike)


def a_year_that_is_over(demo, cycle, application):
    """One guest who came, left and sent the report."""
    office = demo.known("person.office")
    accept(demo, application, -450, -508)
    run_cycle(cycle=fresh(cycle), by=office, now=demo.at(-506, 9))
    settle(demo, application, -490)
    arrive(visit=visit_of(application), arrived_on=demo.day(-450), by=office, now=demo.at(-450, 15))
    complete_visit(visit=visit_of(application), left_on=demo.day(-421), by=office, now=demo.at(-421, 17))
    close_visit(
        visit=visit_of(application), by=demo.known("person.director"), now=demo.at(-390, 10),
        reason="Report and certificate are on file.",
    )  # fmt: skip
    complete_cycle(cycle=fresh(cycle), by=office, now=demo.at(-240, 10))


def an_invitation_that_expires(demo, cycle):
    invited = invite(
        cycle=cycle, email="invited9@experts.example", by=demo.known("person.office"), now=demo.at(-50, 11),
        surname="Maes", given_names="Joke", words="We would be glad to have you among the first trainees.",
    )  # fmt: skip
    demo.remember("person.invited.9", invited.person)
    demo.remember("invitation.9", invited)
    expire_what_is_over(now=demo.at(-29, 0, 10))


def taken_back_and_released_again(demo, cycle):
    """The first release came a quarter of an hour too early; the second is of this very moment."""
    director = demo.known("person.director")
    reason = "The list of the second committee was not in yet."
    take_release_back(cycle=fresh(cycle), by=director, now=demo.at(-3, 11, 9), reason=reason)
    release(cycle=fresh(cycle), by=director, now=demo.back_to_the_present())


def fresh(row):
    return type(row).objects.get(pk=row.pk)


def offer_of(application):
    """The open offer, or None."""
    return Offer.objects.filter(application=application, state=OfferState.OPEN).select_related("seat").first()


def visit_of(application):
    return Visit.objects.get(application=application)


def accept(demo, application, first, on):
    """first: day of the stay; on: day of the answer; both from today. A trainee stays thirty days."""
    days = (demo.day(first), demo.day(first + 29))
    now = demo.at(on, 16, application.serial)
    accept_offer(offer=offer_of(application), by=application.person, now=now, confirmed=True, days=days)


def settle(demo, application, on):
    """Department, host and confirmation."""
    office, visit = demo.known("person.office"), visit_of(application)
    change_visit(
        visit=visit, by=office, now=demo.at(on, 10), seen_sequence=visit.sequence, host=demo.known("person.host"),
        department=Department.objects.order_by("pk").last(),
    )  # fmt: skip
    confirm(visit=fresh(visit), by=office, now=demo.at(on, 11))


def welcome(demo, visit, on):
    starts = datetime.combine(visit.first_day, time(14), tzinfo=SHANGHAI)
    plan_item(
        visit=visit, by=demo.known("person.office"), now=demo.at(on, 9), kind=ItemKind.ARRIVAL, title_en="Arrival and welcome",
        title_zh="抵达与欢迎", starts_at=starts, ends_at=starts + timedelta(hours=1), place="浦东机场 Pudong airport",
        accept_reason="Agreed with the department.",
    )  # fmt: skip
