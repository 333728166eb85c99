"""Partner hospitals, their departments and contacts, and the ledger: the staff's."""

from dataclasses import replace

from access.table import STAFF, first_of, office, outside, record_viewset, viewset


def a_contact(world):
    partner, person = world.first("exchange.Partner"), world.person("reviewer")
    contacts = world.model("exchange.PartnerContact").objects
    return {"pk": contacts.get_or_create(partner=partner, person=person)[0].pk}


ROWS = [
    # The public sees those that are published: they exist for everybody, and the screens refuse.
    *viewset("partners", "exchange.Partner", STAFF, hidden=403),
    *viewset("partner_departments", "exchange.PartnerDepartment", STAFF),
    *(
        replace(row, kwargs=a_contact) if row.kwargs else row
        for row in viewset("partner_contacts", "exchange.PartnerContact", STAFF)
    ),
    *record_viewset("ledger", "exchange.LedgerEntry", STAFF),
    office("ledger:reverse", STAFF, kwargs=first_of("exchange.LedgerEntry"), hidden=404, exact=outside(STAFF)),
]
