"""The fixtures of making.py, for the tests of this slice."""

from making import (  # noqa: F401
    answer,
    clock,
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
