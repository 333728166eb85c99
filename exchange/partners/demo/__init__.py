"""The demo's partner hospitals, and the pages on which the public reads of them."""

from portal.pages.demo_pages import home_pages, in_both

from ..models import Partner, PartnerDepartment, PartnersPage
from .hospitals import PARTNERS
from .words import PAGE, WORDS


def load(demo):
    for slug, row in PARTNERS.items():
        if demo.known(f"partner.{slug}"):
            continue
        # A partner on which a ledger entry hangs outlives a renewal of the demo.
        there = Partner.objects.filter(slug=slug).first()
        demo.remember(f"partner.{slug}", there or make_partner(slug, *row))
    in_both(demo, "page.partners", home_pages(), partners_page, "partner-hospitals")


def make_partner(
    slug, name, language, name_zh, country, city, city_zh, zone, latitude, longitude, departments
):  # fmt: skip
    since, *words = WORDS[slug]
    note_en, note_zh, exchange_en, exchange_zh = words
    partner = Partner.objects.create(
        slug=slug, name=name, name_language=language, name_zh=name_zh, country=country, city_en=city, city_zh=city_zh,
        time_zone=zone, latitude=latitude, longitude=longitude, since=since, note_en=note_en, note_zh=note_zh,
        exchange_en=exchange_en, exchange_zh=exchange_zh, published=True,
    )  # fmt: skip
    for department, chinese in departments:
        PartnerDepartment.objects.create(partner=partner, name=department, name_zh=chinese)
    return partner


def partners_page(language):
    title, intro, body = PAGE[language]
    return PartnersPage(title=title, intro=intro, body=list(body))
