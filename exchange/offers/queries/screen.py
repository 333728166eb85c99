"""What the office's screen of seats and offers shows, in a number of queries that does not grow with the list."""

from dataclasses import dataclass, field

from exchange.applications.models import Affiliation
from exchange.review.queries.summaries import reviewed
from portal.people.names import is_han

from ..models import Offer
from ..rules import promotion
from ..rules import seats as seat_rules
from ..states import EntryState, OfferState
from . import sentences
from .standing import standing

ENTRY_KINDS = {EntryState.OFFERED: "wait", EntryState.ACCEPTED: "good"}
LAST_EVENTS = 12


@dataclass(frozen=True)
class SeatCard:
    """A card. seat: the row. state: as components/seat.html has it. offer: the one that holds it, or None."""

    seat: object
    state: str
    person: str
    lang: str
    sentence: str
    place: str = ""
    offer: object = None
    may_offer: bool = False
    may_shut: bool = False
    may_open: bool = False


@dataclass(frozen=True)
class ListRow:
    entry: object
    person: str
    lang: str
    place: str
    score: str
    state: str
    kind: str
    why: str


@dataclass(frozen=True)
class SeatsScreen:
    cards: list
    summary: str
    rows: list
    carried: list
    events: list
    stopped: bool
    awaiting: list = field(default_factory=list)


def lang_of(name, language):
    """European names on Chinese pages carry a lang of their own, or Chinese fonts break Š and Ś."""
    return "en" if language.startswith("zh") and name and not is_han(name) else ""


def seats_screen(cycle, at, language):
    stand = standing(cycle, at)
    offers = list(
        Offer.objects.filter(seat__cycle=cycle)
        .select_related("seat", "entry", "application__person", "follows__application__person", "follows__seat")
        .order_by("-made_at", "-pk")
    )
    by_entry = {}
    for offer in offers:
        if offer.entry_id and offer.state != OfferState.VOID:
            by_entry.setdefault(offer.entry_id, offer)
    places = places_of(stand, language)
    return SeatsScreen(
        cards=[card_of(facts, stand, offers, places, language) for facts in stand.seats],
        summary=sentences.summary_of(seat_rules.counts(stand.seats)),
        rows=list_rows(stand, by_entry, places, scores_of(cycle), language),
        carried=[(row, row.named(language)) for row in stand.carried.values()],
        events=[(offer, event_of(offer, language)) for offer in offers[:LAST_EVENTS]],
        stopped=stand.rules.stopped,
    )


def places_of(stand, language):
    """dict of application key → "Prague, Czechia" of the sending hospital."""
    keys = {entry.application_id for entry in stand.entries.values()}
    keys |= {offer.application_id for offer in stand.holding.values()}
    rows = Affiliation.objects.filter(application__in=keys, sending=True)
    return {row.application_id: sentences.listed((row.city, str(row.country.name or ""))) for row in rows}


def scores_of(cycle):
    return {
        key: f"{float(found.summary.mean):.1f}"
        for key, found in reviewed(cycle).items()
        if found.summary.mean is not None
    }


def card_of(facts, stand, offers, places, language):
    seat, offer = stand.rows[facts.key], stand.holding.get(facts.key)
    if offer is not None:
        name = offer.application.named(language)
        place = places.get(offer.application_id, "")
        words = sentences.how_it_stands(offer, language)
        return SeatCard(seat, facts.state, name, lang_of(name, language), words, place, offer)
    if facts.state == seat_rules.SHUT:
        return SeatCard(seat, facts.state, "", "", seat.shut_why, may_open=True)
    before = next((row for row in offers if row.seat_id == seat.pk and row.state in sentences.ENDED), None)
    parts = [sentences.who_held_it(before, language)] if before else []
    parts.append(sentences.why_free(promotion.why_free(facts, stand.claims, stand.rules), language))
    stops = promotion.what_stops_offering(facts, stand.claims, stand.rules)
    return SeatCard(seat, facts.state, "", "", sentences.joined(*parts), may_offer=stops is None, may_shut=True)


def list_rows(stand, by_entry, places, scores, language):
    reasons = promotion.why_waiting(stand.claims, stand.seats, stand.rules)
    rows = []
    for entry in sorted(stand.entries.values(), key=lambda entry: entry.rank):
        name, offer = entry.application.named(language), by_entry.get(entry.pk)
        reason = reasons.get(entry.pk)
        if reason is not None:
            parts = (sentences.restored_words(offer, language), sentences.why_waiting(reason, language))
            why = sentences.joined(*parts)
        else:
            why = sentences.entry_words(entry, offer, language)
        is_next = reason is not None and reason.code == "next"
        rows.append(
            ListRow(
                entry=entry, person=name, lang=lang_of(name, language), place=places.get(entry.application_id, ""),
                score=scores.get(entry.application_id, ""), state=entry.get_state_display(),
                kind="good" if is_next else ENTRY_KINDS.get(entry.state, ""), why=why,
            )
        )  # fmt: skip
    return rows


def event_of(offer, language):
    return sentences.joined(sentences.how_it_came(offer, language), sentences.how_it_stands(offer, language))
