"""Visits and their itineraries in the office."""

from django.urls import reverse

from portal.calendars.sources import register_address
from portal.office.viewsets import offer

from ..models import ItineraryItem
from .items import ItemsOffice
from .visits import VisitsOffice

__all__ = ["ItemsOffice", "VisitsOffice"]

offer(VisitsOffice("visits"), ItemsOffice("itinerary_items", url_prefix="itinerary-items"))


def address_of_visit(uid):
    return reverse("visits:inspect", args=[uid.split("@")[0].removeprefix("visit-")])


def address_of_item(uid):
    item = ItineraryItem.objects.filter(uid=uid).first()
    return f"{reverse('visits:inspect', args=[item.visit_id])}#item-{item.pk}" if item else None


register_address("visit", address_of_visit)
register_address("itinerary", address_of_item)
