"""What the public finds of partners: each hospital that is shown, by its names, its city and what is said of it."""

from django.db.models import Exists

from portal.pages.languages import CODES
from portal.pages.models import FoundKind
from portal.pages.searching.sources import Findable, Source, register_source
from portal.pages.sitemap import Listed, register_addresses

from .models import Partner, PartnersPage

SOURCE = "partners"


def shown():
    """Hospitals that are shown, as long as there is a page on which they are."""
    return Partner.objects.filter(Exists(PartnersPage.objects.live().public()), published=True)


def findables(owners):
    partners = Partner.objects.filter(published=True).prefetch_related("departments")
    if owners is not None:
        partners = partners.filter(pk__in=owners)
    for partner in partners:
        departments = [f"{row.name} {row.name_zh}" for row in partner.departments.all()]
        for language in CODES:
            yield Findable(
                owner=partner.pk,
                language=language,
                kind=FoundKind.PAGE,
                title=partner.named(language),
                family=f"partner:{partner.pk}",
                lead=partner.note(language),
                text="\n".join([partner.exchange(language), *departments]),
                names=f"{partner.name} {partner.name_zh} {partner.city_en} {partner.city_zh}",
            )


def live_pages():
    """{language code: page}."""
    pages = PartnersPage.objects.live().public().select_related("locale")
    return {page.locale.language_code: page for page in pages}


def addresses(entries, request):
    pages = live_pages()
    partners = Partner.objects.in_bulk({entry.owner for entry in entries})
    return {
        entry.pk: pages[entry.language].partner_address(partners[entry.owner], request)
        for entry in entries
        if entry.language in pages and entry.owner in partners
    }


@register_addresses
def pages_of_hospitals():
    """For search engines: every hospital in each language in which the page of all of them is written."""
    pages = live_pages()
    return [
        Listed(f"partner:{partner.pk}", code, page.partner_address(partner))
        for partner in Partner.objects.filter(published=True).order_by("slug")
        for code, page in pages.items()
    ]


register_source(Source(SOURCE, lambda: shown().values("pk"), findables, addresses))
