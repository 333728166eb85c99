"""Fixtures of the slices whose journeys are walked here."""

from making import (  # noqa: F401
    answer,
    cycle,
    director,
    draft,
    expert,
    full_draft,
    lists,
    make_cycle,
    make_submitted,
    officer,
    people,
    submitted,
)
