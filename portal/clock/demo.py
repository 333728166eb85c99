"""The demo's calendar: holidays and make-up workdays of last year, this year and the next."""

from .actions import load_special_days


def load(demo):
    year = demo.today.year
    load_special_days(years=range(year - 1, year + 2))
