from portal.access.permissions import Answers, answers

from .models import CalendarFeed


@answers(CalendarFeed)
class FeedAccess(Answers):
    """A feed's address is its owner's alone; not even staff read it."""

    def visible_to(self, person):
        if person is None or not person.is_authenticated:
            return CalendarFeed.objects.none()
        return CalendarFeed.objects.filter(person=person)

    def may(self, person, act, obj):
        return act == "renew" and not isinstance(obj, type) and obj.person_id == person.pk
