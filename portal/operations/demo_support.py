"""What a slice's demo.py gets: a clock that it sets, and a memory of the rows that the demo made."""

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.contrib.contenttypes.models import ContentType

from .models import DemoRow

SHANGHAI = ZoneInfo("Asia/Shanghai")


class Demo:
    """One loading of the demo.

    today: the date in Shanghai that everything is relative to. `now` is the callable that actions take: it gives the
    instant that `at` (or `set`) last chose, so that the product's own actions make last year's rows as of last year.
    """

    def __init__(self, *, today, instant):
        self.today = today
        self.real_instant = instant
        self._instant = instant
        self._known = {
            row.key: row for row in DemoRow.objects.exclude(key__startswith="upto.").exclude(key="loaded.at")
        }

    def now(self):
        return self._instant

    def day(self, days):
        """The date so many days from today (negative: ago)."""
        return self.today + timedelta(days=days)

    def instant(self, days, hour=10, minute=0):
        """The aware instant at a time of day in Shanghai, so many days from today."""
        return datetime.combine(self.day(days), time(hour, minute), tzinfo=SHANGHAI)

    def at(self, days=0, hour=10, minute=0):
        """Set the demo's clock and return the callable for an action's `now=`."""
        return self.set(self.instant(days, hour, minute))

    def set(self, instant):
        """The clock stands at an instant, or at the present where that is still to come: nothing is done in the future."""
        self._instant = min(instant, self.real_instant)
        return self.now

    def back_to_the_present(self):
        self._instant = self.real_instant
        return self.now

    def known(self, key):
        """The row that an earlier loading made under this key, or None."""
        row = self._known.get(key)
        return row.obj if row else None

    def remember(self, key, obj):
        """Note that the demo made this row, and give it back."""
        row = self._known.get(key) or DemoRow(key=key)
        row.content_type = ContentType.objects.get_for_model(obj, for_concrete_model=False)
        row.object_id, row.loaded_for = str(obj.pk), self.today
        row.save()
        self._known[key] = row
        return obj

    def once(self, key, make):
        """The known row of a key, or the one that make() gives now."""
        return self.known(key) or self.remember(key, make())
