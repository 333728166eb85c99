"""What is read of visits, in a constant number of queries."""

from .past import past_experts_context
from .planning import (
    around_items,
    for_list,
    hosted_by,
    hosting_desk,
    items_naming,
    items_of,
    items_touching,
    stays_of,
    visits_touching,
)

__all__ = [
    "around_items",
    "for_list",
    "hosted_by",
    "hosting_desk",
    "items_naming",
    "items_of",
    "items_touching",
    "past_experts_context",
    "stays_of",
    "visits_touching",
]
