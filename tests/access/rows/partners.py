"""Partner hospitals, their departments and contacts, and the ledger: the staff's."""

from access.table import STAFF, first_of, office, outside, record_viewset, viewset

ROWS = [
    *viewset("partners", "exchange.Partner", STAFF),
    *viewset("partner_departments", "exchange.PartnerDepartment", STAFF),
    *record_viewset("ledger", "exchange.LedgerEntry", STAFF),
    office("ledger:reverse", STAFF, kwargs=first_of("exchange.LedgerEntry"), hidden=404, exact=outside(STAFF)),
]
