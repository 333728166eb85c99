"""The office's screens of this slice: seats and offers of a cycle, and each act on them as a page with one button."""

from django.urls import path
from django.utils.translation import gettext_lazy as _
from wagtail import hooks

from portal.access.permissions import may
from portal.office import menu
from portal.office.refusing import refuses_openly

from ..models import Offer
from . import acts, screen
from .records import offer_viewset

menu.enter(_("Seats and offers"), "seats", icon="table", order=40, shown=lambda person: may(person, "list", Offer))

ACTS = {
    "seats/seat/<int:pk>/offer/": ("seat_offer", acts.OfferSeat),
    "seats/seat/<int:pk>/open/": ("seat_open", acts.OpenReserve),
    "seats/seat/<int:pk>/shut/": ("seat_shut", acts.ShutSeat),
    "seats/<int:pk>/add/": ("seat_add", acts.AddSeat),
    "seats/<int:pk>/stop/": ("stop_move", acts.MoveStop),
}


@hooks.register("register_admin_urls")
def urls():
    return [
        path("seats/", refuses_openly(screen.seats), name="seats"),
        path("seats/<int:pk>/", refuses_openly(screen.cycle_seats), name="cycle_seats"),
        *(path(route, refuses_openly(view.as_view()), name=name) for route, (name, view) in ACTS.items()),
    ]


@hooks.register("register_admin_viewset")
def viewset():
    return offer_viewset
