"""What pages of programmes, calls and cycles read, in a constant number of queries."""

from zoneinfo import ZoneInfo

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from portal.access.permissions import visible_to
from portal.clock.cities import OFFICE_ZONE, is_zone, zone_choices
from portal.clock.instants import left_until, plain_day, second_zone, sentence, span_of_days
from portal.pages.keeping.watching import good_for

from .models import CallPage, Cycle
from .rules import end_of
from .states import CycleState, Programme, SeatKind

NOT_YET_TOLD = (CycleState.DRAFT,)


def cycles_of_screen(person, first, *, without=()):
    """The cycles that an office screen leads to, the one to begin with first: of visiting experts before others, then by
    `first`, states in their order, then the newest."""
    rows = visible_to(person, Cycle).exclude(state__in=(CycleState.DRAFT, *without)).order_by("-year", "programme")
    place = {state: number for number, state in enumerate(first)}
    return sorted(rows, key=lambda row: (row.programme != Programme.VISITING_EXPERT, place.get(row.state, len(place))))


def current_cycle(programme, now):
    """The cycle that the public should hear of: the open one, else the one that opens next, else the newest; or None."""
    cycles = list(Cycle.objects.filter(programme=programme).exclude(state=CycleState.CANCELLED).order_by("closes_at"))
    taking = [cycle for cycle in cycles if is_open(cycle, now)]
    if taking:
        return taking[0]
    coming = [cycle for cycle in cycles if cycle.state == CycleState.OPEN and cycle.opens_at > now]
    told = [cycle for cycle in cycles if cycle.state not in NOT_YET_TOLD]
    return coming[0] if coming else (told[-1] if told else None)


def is_open(cycle, now):
    """Whether the public may begin an application."""
    return cycle.state == CycleState.OPEN and cycle.opens_at <= now < end_of(cycle.closes_at)


def standing(cycle, now):
    """(word for the tag, its kind) of a call, as the public reads it."""
    if is_open(cycle, now):
        return _("Open"), "good"
    if cycle.state in (CycleState.DRAFT, CycleState.OPEN) and now < cycle.opens_at:
        return _("Opens soon"), "wait"
    if cycle.state == CycleState.CANCELLED:
        return _("Cancelled"), "stop"
    return _("Closed"), "stop"


def call_of(cycle, language):
    """The live call page of a cycle in a language, or None."""
    return CallPage.objects.live().filter(cycle=cycle, locale__language_code=language).first()


def call_context(page, request):
    now = request.now
    good_for(60)
    language = get_language()
    cycle = Cycle.objects.select_related("officer").get(pk=page.cycle_id)
    seats = list(cycle.seats.all())
    zone = city_asked(request)
    word, kind = standing(cycle, now)
    return {
        "cycle": cycle,
        "now": now,
        "open": is_open(cycle, now),
        "word": word,
        "kind": kind,
        "before": now < cycle.opens_at,
        "zone": zone,
        "yours": bool(request.user.is_authenticated and request.user.time_zone == zone),
        "cities": [row for row in zone_choices(language) if row[0].startswith("Europe/")],
        "left": left_until(end_of(cycle.closes_at), now, language),
        "firm": [seat.number for seat in seats if seat.kind == SeatKind.FIRM],
        "reserve": [seat.number for seat in seats if seat.kind == SeatKind.RESERVE],
        "dates": dates_of(cycle, zone, language),
        "officer": cycle.officer,
    }


def city_asked(request):
    """The zone that the address asks for, else the reader's own, else a partner's."""
    asked = request.GET.get("city", "")
    if asked and is_zone(asked) and asked != OFFICE_ZONE:
        return asked
    return second_zone(getattr(request.user, "time_zone", ""))


def dates_of(cycle, zone, language):
    """Rows for the table of dates: (when, what happens, who acts)."""
    office, you = _("Office"), _("You")
    return [
        (sentence(cycle.opens_at, zone, language), _("Applications open"), office),
        (sentence(cycle.closes_at, zone, language), _("Applications close"), you),
        (
            _("After that"),
            _("Screening. If something is missing, you are told what, and by when to add it."),
            office,
        ),
        (
            _("Then"),
            _(
                "Reviewers who have declared no conflict of interest read each application; all decisions go out together."
            ),
            _("Reviewers"),
        ),
        (
            _("%(days)s days from the offer") % {"days": cycle.offer_days},
            _(
                "You answer, until 18:00 in Shanghai on a working day. A seat not taken goes to the next on the waiting list."
            ),
            you,
        ),
        (sentence(cycle.stop_promotion_at, zone, language), _("The waiting list closes"), office),
        (span_of_days(cycle.visit_from, cycle.visit_to, language), _("Visits"), you),
    ]


def programme_context(page, request):
    now = request.now
    good_for(60)
    language = get_language()
    calls = list(
        CallPage.objects.live().child_of(page).select_related("cycle", "locale").order_by("-cycle__year")
    )  # fmt: skip
    lines = []
    for call in calls:
        word, kind = standing(call.cycle, now)
        lines.append(
            {
                "title": call.title,
                "url": call.get_url(request),
                "word": word,
                "kind": kind,
                "visits": span_of_days(call.cycle.visit_from, call.cycle.visit_to, language),
                "closes": plain_day(call.cycle.closes_at.astimezone(ZoneInfo(OFFICE_ZONE)).date(), language),
            }
        )
    return {"calls": lines, "now": now}
