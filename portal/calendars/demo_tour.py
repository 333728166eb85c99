"""The office's calendar, the page of one's calendars, and feeds of the house's people, by the addresses that they read."""

from django.urls import reverse

from portal.clock.system import system_now
from portal.people.demo import DOMAIN
from portal.people.models import User

from .actions import feeds_of

OWNERS = ("office", "host", "doctor")


def pages():
    found = {"office_calendar": reverse("office_calendar"), "my_calendars": reverse("my_calendars")}
    for person in User.objects.filter(email__in=[f"{key}@{DOMAIN}" for key in OWNERS], is_active=True):
        found |= feeds(person)
    return found


def feeds(person):
    """An address of every feed of a person, by its kind."""
    return {
        f"feed_{kind.name}": reverse("calendar_feed", args=[feed.token])
        for kind, feed in feeds_of(person=person, now=system_now)
    }
