"""Tables of the schedule, and the page that shows it."""
# ruff: noqa: F401

from .edition_page import EditionPage
from .release import ScheduleRelease
from .session import Session, Talk
