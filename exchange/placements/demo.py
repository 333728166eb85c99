"""Places abroad and who took them: three earlier years that the ledger counts, and a placement in every state today."""

from exchange.partners.models import Direction, LedgerEntry
from exchange.partners.parts import book_stay

from .actions import (
    act_on_opportunity,
    ask_for,
    come_back,
    lapse_what_is_over,
    leave,
    nominate,
    record_opportunity,
    send_to_partner,
    step,
)  # fmt: skip
from .demo_places import BEFORE, EARLIER, PLACES, PROJECTS, TODAY
from .models import Opportunity
from .states import OpportunityState
from .states import PlacementState as P

# How far each state is from the request: the acts that lead to it.
ACTS = ("send_to_partner", "verify", "approve", "make_ready", "leave", "come_back", "recognise")
FAR = {
    P.ASKED: 0, P.NOMINATED: 0, P.DECLINED: 0, P.WITH_PARTNER: 1, P.LAPSED: 1, P.REJECTED: 1, P.VERIFIED: 2,
    P.CANCELLED: 2, P.APPROVED: 3, P.READY: 4, P.ABROAD: 5, P.BACK: 6, P.RECOGNISED: 7,
}  # fmt: skip
WHY = {
    "reject": "The department takes nobody this spring, since its theatres are being rebuilt.",
    "cancel": "My mother is ill; I would like to go next year instead.",
    "recognise": "Report of 24 pages and the partner’s certificate, both on file.",
}
WHY_WITHDRAWN = "The partner’s department takes nobody for a year."


def load(demo):
    for number, row in enumerate(BEFORE):
        came_before(demo, number, *row)
    for number, row in enumerate(EARLIER):
        stay(demo, f"earlier.{number}", P.RECOGNISED, *row)
    for state, *row in TODAY:
        stay(demo, str(state), state, *row)
    for key, row in PLACES.items():
        place(demo, key, *row)


def place(demo, key, partner, titles, first, last, places, recorded, end=""):
    """One opportunity, and how it ended where it has."""
    office = demo.known("person.office")
    known = demo.known(f"opportunity.{key}")
    if known:
        return known
    opportunity = Opportunity(
        partner=demo.known(f"partner.{partner}"), purpose=titles[2], title_en=titles[0], title_zh=titles[1],
        details="The partner names a supervisor and helps to find a room. English is spoken in theatre.",
        from_day=demo.day(first), to_day=demo.day(last), months=max((last - first) // 30, 1), places=places,
    )  # fmt: skip
    record_opportunity(opportunity=opportunity, by=office, now=demo.at(recorded, 10))
    if end != "draft":
        act_on_opportunity(opportunity=opportunity, act="publish", by=office, now=demo.at(recorded, 11))
    if end in ("fill", "withdraw"):
        why = WHY_WITHDRAWN if end == "withdraw" else ""
        act_on_opportunity(opportunity=opportunity, act=end, by=office, now=demo.at(recorded + 20, 9), reason=why)
    if end == "lapse":
        lapse_what_is_over(now=demo.at(last + 1, 0, 10))
    return demo.remember(f"opportunity.{key}", opportunity)


def stay(demo, key, state, doctor, partner, titles, first, last):
    """One placement, taken as far as its state."""
    if demo.known(f"placement.{key}"):
        return
    asked = min(first - 120, -20)
    opportunity = place(demo, f"of.{key}", partner, titles, first - 10, last + 10, 1, asked - 10)
    person, office = demo.known(f"person.{doctor}"), demo.known("person.office")
    project, result = PROJECTS[titles[2]]
    fields = {
        "opportunity": Opportunity.objects.get(pk=opportunity.pk), "project": project, "expected_result": result,
        "first_day": demo.day(first), "last_day": demo.day(last),
    }  # fmt: skip
    if state == P.NOMINATED:
        placement = nominate(person=person, by=office, now=demo.at(asked, 15), **fields)
    else:
        placement = ask_for(by=person, now=demo.at(asked, 15), public_name=True, **fields)
    for number, act in enumerate(ACTS[: FAR[state]], start=1):
        go_on(demo, placement, act, asked + 3 * number, (first, last))
    ends(demo, placement, state, person, asked)
    if state in (P.BACK, P.RECOGNISED):
        close(demo, opportunity, "fill", demo.at(last, 19))
    elif state in (P.LAPSED, P.REJECTED):
        close(demo, opportunity, "withdraw", demo.at(-1, 9))
    demo.remember(f"placement.{key}", placement)


def go_on(demo, placement, act, days, stay):
    """One act on its own day; departure and return on those of the stay."""
    office, first, last = demo.known("person.office"), *stay
    if act == "send_to_partner":
        due = demo.day(9 if placement.first_day > demo.today else days + 14)
        send_to_partner(placement=placement, answer_due=due, by=office, now=demo.at(days, 10))
    elif act == "leave":
        leave(placement=placement, left_on=demo.day(first), by=office, now=demo.at(first, 16))
    elif act == "come_back":
        come_back(placement=placement, came_back_on=demo.day(last), by=office, now=demo.at(last, 18))
        for entry in LedgerEntry.objects.filter(source=f"placement:{placement.pk}"):
            demo.remember(f"ledger.{entry.pk}", entry)
    else:
        at = demo.at(last + 20 if act == "recognise" else days, 10)
        step(placement=placement, act=act, by=office, now=at, reason=WHY.get(act, ""))


def ends(demo, placement, state, person, asked):
    """What stops a placement on its way."""
    office = demo.known("person.office")
    if state == P.REJECTED:
        step(placement=placement, act="reject", by=office, now=demo.at(-2, 10), reason=WHY["reject"])
    elif state == P.CANCELLED:
        step(placement=placement, act="cancel", by=person, now=demo.at(-3, 20), reason=WHY["cancel"])
    elif state == P.DECLINED:
        step(placement=placement, act="decline", by=person, now=demo.at(asked + 2, 20))
    elif state == P.LAPSED:
        lapse_what_is_over(now=demo.at(-1, 0, 10))
        placement.refresh_from_db()


def close(demo, opportunity, act, now):
    fresh = Opportunity.objects.get(pk=opportunity.pk)
    if fresh.state == OpportunityState.PUBLISHED:
        act_on_opportunity(
            opportunity=fresh,
            act=act,
            by=demo.known("person.office"),
            now=now,
            reason=WHY_WITHDRAWN if act == "withdraw" else "",
        )


def came_before(demo, number, partner, first, last):
    """A surgeon's stay of the years before the site: it stands in the ledger alone."""
    key = f"ledger.before.{number}"
    if demo.known(key):
        return
    entries = book_stay(
        partner=demo.known(f"partner.{partner}"), direction=Direction.IN, source=f"before:{number}", first_day=demo.day(first),
        last_day=demo.day(last), by=demo.known("person.office"), at=demo.at(last, 18)(),
    )  # fmt: skip
    for part, entry in enumerate(entries):
        demo.remember(f"{key}.{part}" if part else key, entry)
