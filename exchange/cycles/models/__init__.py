"""The cycle with its seats and criteria, and the pages that tell the public about it."""
# ruff: noqa: F401

from .cycle import Criterion, Cycle, Seat
from .pages import CallPage, ProgrammePage
