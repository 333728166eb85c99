"""What is read of partners: the office's ledger, and what the public sees."""

from .ledger import ledger_of
from .public import by_country, look_up_page, page_address, partner_context, partners_context, pins_of, published

__all__ = [
    "by_country",
    "ledger_of",
    "look_up_page",
    "page_address",
    "partner_context",
    "partners_context",
    "pins_of",
    "published",
]
