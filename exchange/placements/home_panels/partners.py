"""The partners on a map of Europe, with a list that says the same."""

from exchange.partners.queries import by_country, page_address, pins_of, published
from portal.pages.home_panels import register_panel


def partners_panel(request, language):
    partners = published()
    if not partners:
        return None
    countries = by_country(partners, language)
    return "exchange/placements/panels/partners.html", {
        "pins": pins_of(partners, language),
        "countries": countries,
        "hospitals": len(partners),
        "partners_url": page_address(language),
    }


register_panel(60, partners_panel)
