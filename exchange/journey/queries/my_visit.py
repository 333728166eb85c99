"""What "My visit" says of one application: where it stands, what happens next and by when. Released outcomes only."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from exchange.applications.models import Application
from exchange.applications.queries.answers import with_rows
from exchange.applications.queries.timeline import done_steps, step
from exchange.applications.reading import list_of
from exchange.applications.states import ApplicationState
from exchange.offers.models import Offer, WaitingListEntry
from exchange.offers.parts.ending import WHAT_BECAME_OF_IT
from exchange.offers.states import EntryState, OfferState
from exchange.review.models import Decision
from exchange.review.states import TOLD
from exchange.visits import parts as visit_parts
from exchange.visits.models import Visit
from exchange.visits.queries import items_of
from exchange.visits.states import VisitState
from portal.clock.instants import long_day, sentence, short_pair, span_of_days
from portal.clock.rules import SHANGHAI

S = ApplicationState
KNOWN = (S.SELECTED, S.WAITLISTED, S.NOT_SELECTED, S.HOSTED, S.ENDED, S.WITHDRAWN)
# What one looks for first: an answer that is asked, a seat that is held, a place on the list, what is over.
FIRST = (S.SELECTED, S.WAITLISTED, S.HOSTED, S.NOT_SELECTED, S.ENDED, S.WITHDRAWN)


@dataclass(frozen=True)
class VisitCase:
    """One application as its person sees it. kind: "open", "accepted", "used", "waiting", "not selected", "ended" or "none"."""

    application: Application
    kind: str
    offer: Offer | None = None
    entry: WaitingListEntry | None = None
    words: str = ""
    facts: tuple = ()
    steps: tuple = ()
    visit: Visit | None = None
    items: tuple = ()

    @property
    def cycle(self):
        return self.application.cycle

    @property
    def officer(self):
        return self.application.cycle.officer


BY_OFFER = {OfferState.OPEN: "open", OfferState.ACCEPTED: "accepted", OfferState.FULFILLED: "used"}
BY_STATE = {S.WAITLISTED: "waiting", S.NOT_SELECTED: "not selected"}


def cases_of(person):
    """The person's applications whose outcome is out, the one that matters most now first."""
    rows = with_rows(Application.objects.filter(person=person, state__in=KNOWN)).select_related("cycle__officer")
    rows = [row for row in rows if row.cycle.released_at is not None]
    return sorted(rows, key=lambda row: (FIRST.index(row.state), -row.cycle.year, -row.pk))


def visit_case(application, now, language):
    """The VisitCase of one application. An offer whose clock has run out counts as ended, whether or not a job has run."""
    offers = Offer.objects.filter(application=application).exclude(state=OfferState.VOID)
    offer = offers.select_related("seat__cycle", "entry", "application__person").order_by("-made_at", "-pk").first()
    entries = WaitingListEntry.objects.filter(application=application).exclude(state=EntryState.VOID)
    entry = entries.select_related("cycle").first()
    kind = kind_of(application, offer, now)
    visit = visit_parts.standing_visit(offer) if kind in ("accepted", "used") else None
    return VisitCase(
        application=application,
        kind=kind,
        offer=offer,
        entry=entry,
        words=words_of(application, offer, kind),
        facts=tuple(visit_facts(visit, language) if visit else facts_of(application, language)) if offer else (),
        steps=tuple(done_steps(application, language) + coming(application, kind, offer, visit, language)),
        visit=visit,
        items=tuple(item_row(item, language) for item in items_of(visit)) if visit else (),
    )


def kind_of(application, offer, now):
    if application.state in BY_STATE:
        return BY_STATE[application.state]
    if application.state == S.WITHDRAWN or offer is None:
        return "none"
    if offer.state == OfferState.OPEN and now >= offer.expires_at:
        return "ended"
    return BY_OFFER.get(offer.state, "ended")


def words_of(application, offer, kind):
    """The sentence on an outcome: the committee's, or what became of the offer."""
    if kind in ("waiting", "not selected"):
        decision = Decision.objects.filter(application=application, state__in=TOLD).first()
        return decision.words if decision else ""
    if kind == "ended":
        state = OfferState.EXPIRED if offer.state == OfferState.OPEN else offer.state
        return WHAT_BECAME_OF_IT[state]()
    return ""


def facts_of(application, language):
    windows = [
        span_of_days(row.first_day, row.last_day, language)
        for row in application.windows.all()
        if row.first_day and row.last_day and row.first_day <= row.last_day
    ]
    yield {"label": _("Days that you named"), "value": list_of(windows, language)}
    yield {"label": _("Participation"), "value": list_of([str(v.label) for v in application.participation], language)}
    yield {
        "label": _("Visits"),
        "value": span_of_days(application.cycle.visit_from, application.cycle.visit_to, language),
    }
    if application.place_offered == "yes":
        given = (application.get_place_purpose_display(), application.place_department)
        yield {"label": _("In return, as you proposed"), "value": list_of([str(v) for v in given if v], language)}


def visit_facts(visit, language):
    """What is settled of a visit so far; what is not, is said so."""
    days = span_of_days(visit.first_day, visit.last_day, language)
    if visit.state == VisitState.POSTPONED:
        days = _("New days are looked for")
    yield {"label": _("Your days in Shanghai"), "value": days, "note": visit.get_state_display()}
    yield {"label": _("Participation"), "value": visit.get_participation_display()}
    open_still = _("The office will tell you")
    yield {"label": _("Department"), "value": visit.department.named(language) if visit.department else open_still}
    yield {"label": _("Host"), "value": visit.host.named(language) if visit.host else open_still}


def item_row(item, language):
    """One item of the itinerary: times in Shanghai, where it takes place, and with whom."""
    start, end = (instant.astimezone(SHANGHAI) for instant in (item.starts_at, item.ends_at))
    return {
        "day": long_day(start.date(), language),
        "clock": f"{start:%H:%M}–{end:%H:%M}",
        "title": item.title(language),
        "where": item.room.named(language) if item.room else item.place,
        "people": list_of([person.named(language) for person in item.people.all()], language),
        "note": item.note,
        "state": item.state,
        "word": item.get_state_display(),
    }


def coming(application, kind, offer, visit, language):
    """The steps that are next and later."""
    zone = application.zone or application.person.zone
    visits = span_of_days(application.cycle.visit_from, application.cycle.visit_to, language)
    if kind == "open":
        by = short_pair(offer.expires_at, zone, language)
        return [
            step("next", _("Now, until %(instant)s") % {"instant": by}, _("You answer the offer"),
                 _("The seat is yours until then. If you do not answer, it goes to the next on the waiting list.")),
            step("later", _("After you accept"), _("We plan your stay with you"),
                 _("Days, the department that receives you, and the papers that you need.")),
            step("later", visits, _("Your visit"), _("In one of the windows that you named.")),
        ]  # fmt: skip
    if kind == "accepted" and visit is not None and visit.state not in (VisitState.PLANNING, VisitState.POSTPONED):
        days = span_of_days(visit.first_day, visit.last_day, language)
        return [step("next", days, _("Your visit"), _("Your days and your itinerary stand above."))]
    if kind == "accepted":
        return [
            step("next", _("Now"), _("We plan your stay with you"),
                 _("The office agrees days with the department that receives you, and writes to you.")),
            step("later", visits, _("Your visit"), _("In one of the windows that you named.")),
        ]  # fmt: skip
    if kind == "waiting":
        by = sentence(application.cycle.stop_promotion_at, zone, language)
        return [
            step("next", _("Until %(instant)s") % {"instant": by}, _("You wait in order"),
                 _("When a seat comes free it goes to the next in order, and we write at once. "
                   "At that instant the list closes, and we write then too."))
        ]  # fmt: skip
    return []


def withdraw_address(application):
    return reverse("my_visit_withdraw", args=[application.pk])
