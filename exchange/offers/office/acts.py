"""Each act on seats and on the list: a page that says what follows, a reason where one is kept, one button."""

from django import forms
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _
from wagtail.admin.widgets import AdminDateTimeInput

from exchange.cycles.models import Cycle, Seat
from exchange.cycles.states import SeatKind
from exchange.review.office.frame import CycleScreenAct
from portal.office.acting import ActionForm

from ..actions import offering, seats, stopping
from ..queries.screen import seats_screen


class CycleAct(CycleScreenAct):
    screen, screen_title = "cycle_seats", gettext_lazy("Seats and offers")


class OfferSeat(CycleAct):
    model, act = Seat, "make offers"
    label, title = gettext_lazy("Make the offer"), gettext_lazy("Make an offer")
    asks_reason = False

    def get_question(self, seat):
        return _("The seat goes to whoever is next in order, and to nobody else. The mail leaves at once.")

    def get_facts(self, seat):
        screen = seats_screen(seat.cycle, self.now(), get_language())
        card = next(card for card in screen.cards if card.seat.pk == seat.pk)
        return [{"label": _("Seat %(number)s") % {"number": seat.number}, "value": card.sentence}]

    def perform(self, seat, data):
        return offering.offer_to_next(seat=seat, by=self.request.user, now=self.now)

    def get_done_message(self, seat, offer):
        words = _("Seat %(seat)s is offered to %(who)s.")
        return words % {"seat": seat.number, "who": offer.application.named(get_language())}


class OpenReserve(CycleAct):
    model, act = Seat, "open the reserve seat"
    label = title = gettext_lazy("Open the reserve seat")
    question = gettext_lazy(
        "It goes to the next on the waiting list like any other seat. It can be shut only while it is free."
    )
    asks_reason = True

    def perform(self, seat, data):
        return seats.open_reserve_seat(seat=seat, by=self.request.user, now=self.now, reason=data["reason"])


class ShutSeat(CycleAct):
    model, act = Seat, "shut seats"
    label = title = gettext_lazy("Shut the seat")
    question = gettext_lazy("A seat that somebody holds is never shut. A shut one is given to nobody.")
    asks_reason = True

    def perform(self, seat, data):
        return seats.shut_seat(seat=seat, by=self.request.user, now=self.now, reason=data["reason"])


class AddSeatForm(ActionForm):
    kind = forms.ChoiceField(label=gettext_lazy("Kind"), choices=SeatKind.choices)


class AddSeat(CycleAct):
    model, act = Cycle, "open seats"
    label = title = gettext_lazy("Add a seat")
    question = gettext_lazy("A firm seat is open at once and goes to the next on the list. One in reserve stays shut.")
    form_class = AddSeatForm
    asks_reason = True

    def perform(self, cycle, data):
        return seats.add_seat(
            cycle=cycle, by=self.request.user, now=self.now, reason=data["reason"], kind=SeatKind(data["kind"])
        )


class StopForm(ActionForm):
    stop_at = forms.DateTimeField(
        label=gettext_lazy("The list closes"), help_text=gettext_lazy("Shanghai time."), widget=AdminDateTimeInput
    )
    field_order = ["stop_at", "reason"]


class MoveStop(CycleAct):
    model, act = Cycle, "move the stop"
    label = title = gettext_lazy("Move the end of the waiting list")
    question = gettext_lazy(
        "If the list has closed, everybody whom that closed waits again at their old rank, and is told."
    )
    form_class = StopForm
    asks_reason = True

    def get_initial(self, cycle):
        return {"stop_at": cycle.stop_promotion_at}

    def perform(self, cycle, data):
        return stopping.move_stop(
            cycle=cycle, stop_at=data["stop_at"], by=self.request.user, now=self.now, reason=data["reason"]
        )
