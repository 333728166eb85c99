"""Partners are kept by staff; those that are published are known to everybody."""

from access.table import DOOR, STAFF, office, viewset


def known(rows, names):
    """Rows of objects that everybody sees: whoever is at the door may open the page or is refused, never told 404."""
    return [office(r.name, DOOR, kwargs=r.kwargs, ok=(200, 403, 404)) if r.name in names else r for r in rows]


SEEN = tuple(f"partners:{view}" for view in ("inspect", "history", "history_results", "usage", "edit", "delete"))

ROWS = [
    *known(viewset("partners", "exchange.Partner", STAFF), SEEN),
    *viewset("partner_departments", "exchange.PartnerDepartment", STAFF),
    *viewset("partner_contacts", "exchange.PartnerContact", STAFF),
]
