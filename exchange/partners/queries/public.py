"""What the public reads of partners, in a number of queries that does not grow with them."""

from django.db.models import Sum
from django.utils.translation import get_language, ngettext
from pypinyin import lazy_pinyin

from portal.clock.instants import is_chinese
from portal.pages.frame import frame
from portal.pages.languages import CODES, in_frame_of
from portal.people.names import without_accents

from ..models import Direction, LedgerEntry, Partner, PartnersPage
from ..named_stays import named_stays


def published():
    """Every hospital that is shown to the public."""
    return list(Partner.objects.filter(published=True).order_by("city_en", "name"))


def look_up_page(language):
    """Where the partners' page of a language is, "" without one."""
    page = PartnersPage.objects.live().public().filter(locale__language_code=language).first()
    return (page.url or "") if page else ""


def page_address(language):
    """The same, from the frame that every page reads anyway."""
    return frame(language).addresses.get("partners", "")


def pins_of(partners, language):
    """What the map takes: (longitude, latitude, city) of those whose place is known, each city once."""
    pins = {}
    for row in partners:
        if row.longitude is not None and row.latitude is not None:
            pins.setdefault(row.city(language), (row.longitude, row.latitude, row.city(language)))
    return list(pins.values())


def in_order(name, language):
    """By what a list in a language is sorted: Chinese by its pinyin, Latin without its marks."""
    return " ".join(lazy_pinyin(name)) if is_chinese(language) else without_accents(name)


def by_country(partners, language, sums=None):
    """[{"name", "hospitals": [line]}], sorted in the language. sums: {partner's key: {direction: persons}}."""
    address = page_address(language)
    countries = {}
    for row in partners:
        countries.setdefault(row.country.name, []).append(line_of(row, language, address, sums))
    for lines in countries.values():
        lines.sort(key=lambda line: (in_order(line["city"], language), line["name"]))
    return [
        {"name": name, "hospitals": countries[name]} for name in sorted(countries, key=lambda n: in_order(n, language))
    ]


def line_of(partner, language, address, sums=None):
    """One hospital in a list."""
    name = partner.named(language)
    told = (sums or {}).get(partner.pk, {})
    return {
        "name": name,
        "lang": partner.name_language if name == partner.name else "",
        "own_name": partner.name if name != partner.name else "",
        "own_lang": partner.name_language,
        "city": partner.city(language),
        "url": f"{address}{partner.slug}/" if address else "",
        "note": partner.note(language),
        "since": partner.since,
        "came": max(told.get(Direction.IN, 0), 0),
        "went": max(told.get(Direction.OUT, 0), 0),
    }


def persons_by_partner(**narrowed):
    """{partner's key: {direction: persons}} of what the ledger holds; one query."""
    sums = {}
    rows = LedgerEntry.objects.filter(**narrowed).order_by().values("partner_id", "direction")
    for row in rows.annotate(total=Sum("persons")):
        sums.setdefault(row["partner_id"], {})[row["direction"]] = row["total"]
    return sums


def partners_context(page, request):
    """The page of all partners."""
    language = get_language()
    partners = published()
    return {
        "pins": pins_of(partners, language),
        "countries": by_country(partners, language, persons_by_partner()),
        "counted": counted(partners),
    }


def counted(partners):
    """(words for the hospitals, words for the countries)."""
    hospitals, countries = len(partners), len({str(row.country) for row in partners})
    return (
        ngettext("%(count)s hospital", "%(count)s hospitals", hospitals) % {"count": hospitals},
        ngettext("%(count)s country", "%(count)s countries", countries) % {"count": countries},
    )


def partner_context(page, partner, request):
    """The page of one hospital, below that of all."""
    language = get_language()
    shown = line_of(partner, language, page.get_url(request), persons_by_partner(partner=partner))
    stays = named_stays(partner, language)
    context = page.get_context(request)
    written = [(code, f"{address}{partner.slug}/") for code, address in context["written"]]
    return {
        "partner": partner,
        "shown": shown,
        "country": partner.country.name,
        "exchange": partner.exchange(language),
        "departments": list(partner.departments.all()),
        "pins": pins_of([partner], language),
        "came": [stay for stay in stays if stay.direction == Direction.IN],
        "went": [stay for stay in stays if stay.direction == Direction.OUT],
        "crumbs": [*context["crumbs"], (page.title, page.get_url(request))],
        "written": written,
        "alternates": addresses_of(request, partner, context["alternates"], dict(context["written"])),
        "canonical": f"{context['canonical']}{partner.slug}/",
        "share_title": shown["name"],
        "share_description": shown["note"] or page.description,
    }


def addresses_of(request, partner, alternates, written):
    """(code, address) of the hospital's page in every language; where that lacks the page, in its frame."""
    return [
        (code, f"{address}{partner.slug}/" if code in written else in_frame_of(request.path, code))
        for code, address in alternates
        if code in CODES
    ]
