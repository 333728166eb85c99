"""Partner hospitals with their ledger, and the page on which the public reads of them."""

from .pages import PartnersPage
from .partner import Direction, LedgerEntry, Partner, PartnerContact, PartnerDepartment, validate_zone

__all__ = [
    "Direction",
    "LedgerEntry",
    "Partner",
    "PartnerContact",
    "PartnerDepartment",
    "PartnersPage",
    "validate_zone",
]
