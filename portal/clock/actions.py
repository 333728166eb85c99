"""Filling the table of special days from the kept library. What people entered or confirmed is never touched."""

from django.db import transaction

from .models import SpecialDay
from .special_days import SOURCE, days_of, is_announced


def load_special_days(*, years):
    """Add the days of these years that are missing, and put announced days in the place of provisional ones.

    Who may do this, and the record of it, are the caller's (see portal.office.holidays). Returns a dict of how many
    days were "added", "confirmed" (provisional until now) and "dropped" (provisional, and not announced).
    """
    done = {"added": 0, "confirmed": 0, "dropped": 0}
    for year in years:
        announced, known = is_announced(year), days_of(year)
        with transaction.atomic():
            rows = {row.day: row for row in SpecialDay.objects.filter(day__year=year)}
            for day in known:
                keep(day, rows.pop(day.day, None), announced, done)
            if announced:
                unfounded = [row.pk for row in rows.values() if row.provisional]
                done["dropped"] += SpecialDay.objects.filter(pk__in=unfounded).delete()[0]
    return done


def keep(day, row, announced, done):
    """One known day into the table."""
    if row is not None and not (row.provisional and announced):
        return
    done["added" if row is None else "confirmed"] += 1
    SpecialDay.objects.update_or_create(
        day=day.day,
        defaults={
            "kind": day.kind,
            "name_en": day.name_en,
            "name_zh": day.name_zh,
            "provisional": not announced,
            "source": SOURCE,
        },
    )
