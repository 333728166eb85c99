"""Reasons and states in sentences that the office reads. The rules give codes; here each has its words."""

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from portal.clock.instants import short_here, short_pair

from ..rules import seats as seat_rules
from ..states import Because, EntryState, OfferState


def until(instant, application, language):
    return short_pair(instant, application.zone or application.person.zone, language)


def who_next(rank):
    return _("one carried over from the cycle before") if rank is None else _("rank %(rank)s") % {"rank": rank}


FREE = {
    "not released": lambda data, language: _("Decisions are not released yet."),
    "stopped": lambda data, language: (
        _("Stays empty: the waiting list closed on %(instant)s.") % {"instant": short_here(data["stop"], language)}
    ),
    "nobody waits": lambda data, language: _("Nobody waits for it."),
    "awaits click": lambda data, language: (
        _("Waits for your click, after an offer that was a mistake. Next: %(who)s.") % {"who": who_next(data["rank"])}
    ),
    "office hour": lambda data, language: (
        _("Free, next offer %(instant)s, to %(who)s.")
        % {"instant": short_here(data["at"], language, weekday=True), "who": who_next(data["rank"])}
    ),
    "at once": lambda data, language: _("Goes to %(who)s within a minute.") % {"who": who_next(data["rank"])},
}


def listed(words):
    """Words as a list in one line, by the language's own comma."""
    return pgettext("between items of a list", ", ").join(word for word in words if word)


def joined(*sentences):
    """Sentences one after the other; Chinese puts no space between them."""
    text = ""
    for sentence in filter(None, sentences):
        text = (
            pgettext("two sentences", "%(first)s %(second)s") % {"first": text, "second": sentence}
            if text
            else sentence
        )
    return text


def who_held_it(offer, language):
    """The offer that a free seat had before, and how it ended."""
    words = {"who": offer.application.named(language), "ended": how_it_ended(offer, language)}
    return _("%(who)s: %(ended)s.") % words


def why_free(reason, language):
    return FREE[reason.code](reason.data, language)


HOW = {
    "awaits click": lambda data, language: _("Next: seat %(seat)s is free and waits for the office’s click."),
    "office hour": lambda data, language: _("Next: seat %(seat)s goes to them on %(instant)s."),
    "at once": lambda data, language: _("Next: seat %(seat)s goes to them within a minute."),
}


def next_words(data, language):
    words = HOW[data["how"]](data, language)
    return words % {"seat": data["seat"], "instant": short_here(data["at"], language) if data["at"] else ""}


def after_words(data, language):
    return _("Not asked: %(who)s comes first for seat %(seat)s.") % {
        "who": who_next(data["rank"]),
        "seat": data["seat"],
    }


WAITING = {
    "not released": lambda data, language: _("Not asked: decisions are not released yet."),
    "stopped": lambda data, language: (
        _("Not asked: promotion stopped on %(instant)s.") % {"instant": short_here(data["stop"], language)}
    ),
    "next": next_words,
    "after": after_words,
    "no free seat": lambda data, language: (
        _("Not asked: no seat is free. They are first in line.")
        if not data["before"]
        else _("Not asked: no seat is free, and %(count)s wait before them.") % {"count": data["before"]}
    ),
}


def why_waiting(reason, language):
    return WAITING[reason.code](reason.data, language)


ENDED = {
    OfferState.DECLINED: lambda: pgettext("offer", "declined"),
    OfferState.EXPIRED: lambda: pgettext("offer", "expired"),
    OfferState.RESCINDED: lambda: pgettext("offer", "taken back"),
    OfferState.RELINQUISHED: lambda: pgettext("offer", "given back"),
    OfferState.DEFERRED: lambda: pgettext("offer", "deferred"),
    OfferState.VOID: lambda: pgettext("offer", "void"),
}


def how_it_ended(offer, language):
    """ "declined 12 Jul 2027 14:02 Shanghai"."""
    return f"{ENDED[offer.state]()} {short_here(offer.ended_at, language)}"


def how_it_came(offer, language):
    """Why the seat went to this person, in one sentence: from whom it came and by which order."""
    names = {
        "seat": offer.seat.number,
        "to": offer.application.named(language),
        "rank": offer.entry.rank if offer.entry else "",
        "at": short_here(offer.made_at, language),
    }
    if offer.follows:
        names |= {"from": offer.follows.application.named(language), "how": how_it_ended(offer.follows, language)}
        if offer.entry:
            return _("Seat %(seat)s passed from %(from)s, %(how)s, to %(to)s, rank %(rank)s.") % names
        return _("Seat %(seat)s passed from %(from)s, %(how)s, to %(to)s.") % names
    if offer.entry:
        return _("Seat %(seat)s was free at %(at)s and went to %(to)s, rank %(rank)s, who was first in line.") % names
    return _("Seat %(seat)s went to %(to)s with the release at %(at)s.") % names


def how_it_stands(offer, language):
    if offer.state == OfferState.OPEN:
        return _("Open until %(instant)s.") % {"instant": until(offer.expires_at, offer.application, language)}
    if offer.state == OfferState.ACCEPTED:
        return _("Accepted on %(instant)s.") % {"instant": short_here(offer.accepted_at, language)}
    if offer.state == OfferState.FULFILLED:
        return _("Used: the visit is over.")
    ended = short_here(offer.ended_at, language)
    words = {
        OfferState.DECLINED: _("Declined on %(instant)s."),
        OfferState.EXPIRED: _("Expired on %(instant)s."),
        OfferState.RESCINDED: _("Taken back on %(instant)s."),
        OfferState.RELINQUISHED: _("Given back on %(instant)s."),
        OfferState.DEFERRED: _("Deferred to the next cycle on %(instant)s."),
        OfferState.VOID: _("Void with its release on %(instant)s."),
    }
    return words[offer.state] % {"instant": ended}


def entry_words(entry, offer, language):
    """Why an entry that no longer waits stands as it does. offer: the last one made to it, or None."""
    if entry.state == EntryState.WITHDRAWN:
        return _("Withdrew on %(instant)s. The rank is kept and never filled again.") % {
            "instant": short_here(entry.ended_at, language)
        }
    if entry.state == EntryState.CLOSED:
        return _("The list closed on %(instant)s before a seat came free for them.") % {
            "instant": short_here(entry.ended_at, language)
        }
    if offer is None:
        return ""
    return joined(how_it_came(offer, language), how_it_stands(offer, language))


def restored_words(offer, language):
    """For an entry that waits again: the offer that was a mistake."""
    if offer is not None and offer.because == Because.MISTAKE:
        return _("An offer of seat %(seat)s was taken back as our mistake on %(instant)s; the rank is kept.") % {
            "seat": offer.seat.number, "instant": short_here(offer.ended_at, language),
        }  # fmt: skip
    return ""


def summary_of(counts):
    """ "1 used, 1 accepted, 1 offer open, 1 free, 1 in reserve"."""
    words = (
        (seat_rules.USED, _("%(count)s used")),
        (seat_rules.FILLED, _("%(count)s accepted")),
        (seat_rules.OPEN, _("%(count)s with an open offer")),
        (seat_rules.FREE, _("%(count)s free")),
        (seat_rules.SHUT, _("%(count)s shut")),
    )
    found = [word % {"count": counts[key]} for key, word in words if counts[key]]
    return listed(found)
