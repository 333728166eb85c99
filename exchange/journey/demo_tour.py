"""Who may sign in to see a visit and an offer, their pages, and the office's page of the meeting and the release."""

from django.urls import reverse

from exchange.offers.models import Offer
from exchange.offers.states import OfferState
from exchange.review.models import Decision
from exchange.review.states import Outcome
from exchange.visits.models import Visit
from exchange.visits.states import VisitState
from portal.calendars.demo_tour import feeds
from portal.operations.models import DemoRow
from portal.people.demo_tour import sign_in_line


def made(key):
    row = DemoRow.objects.filter(key=key).first()
    return row.obj if row else None


def people():
    """The expert who is here, and the one who has an offer to answer."""
    visit, offer = under_way(), open_offer()
    found = [("expert", visit.person)] if visit else []
    found += [("offered", offer.application.person)] if offer else []
    start = reverse("my_visit")
    return [sign_in_line(person, role) | {"start": start} for role, person in found]


def under_way():
    return Visit.objects.filter(state=VisitState.IN_PROGRESS).select_related("person").order_by("pk").first()


def open_offer():
    cycle = made("cycle.this")
    offers = Offer.objects.filter(seat__cycle=cycle, state=OfferState.OPEN)
    return offers.select_related("application__person").order_by("pk").first()


def pages():
    visit, offer, deciding, released = (
        under_way(),
        open_offer(),
        made("cycle.training.deciding"),
        made("cycle.training.released"),
    )
    if not (visit and offer and deciding and released):
        return {}
    decided = deciding.applications.order_by("pk").first()
    turned_down = Decision.objects.filter(application__cycle=released, outcome=Outcome.NOT_SELECTED).first()
    return feeds(visit.person) | {
        "my_start": reverse("my_start"),
        "my_visit": reverse("my_visit"),
        "my_visit_of": reverse("my_visit_of", args=[visit.application_id]),
        "my_visit_withdraw": reverse("my_visit_withdraw", args=[offer.application_id]),
        "offer_decline": reverse("offer_decline", args=[offer.pk]),
        "office_meetings": reverse("meetings"),
        "office_meeting": reverse("cycle_meeting", args=[deciding.pk]),
        "office_decision": reverse("decision_one", args=[decided.pk]),
        "office_decision_amend": reverse("decision_amend", args=[turned_down.application_id]),
        "office_decision_words": reverse("decision_words", args=[turned_down.pk]),
        "office_release": reverse("cycle_release", args=[deciding.pk]),
        "office_take_back": reverse("cycle_take_back", args=[released.pk]),
        "office_run": reverse("cycle_run", args=[released.pk]),
    }
