from django.urls import reverse

from .models import Partner, PartnersPage


def pages():
    partner = Partner.objects.order_by("pk").first()
    found = {
        f"office_{name}": reverse(f"{name}:index")
        for name in ("partners", "partner_departments", "partner_contacts", "ledger")
    }
    shown = Partner.objects.filter(published=True).order_by("pk").first()
    for page in PartnersPage.objects.live().select_related("locale"):
        code = page.locale.language_code
        found[f"partners_{code}"] = page.url
        if shown:
            found[f"partner_{code}"] = page.partner_address(shown)
    return found | {"office_partner": reverse("partners:inspect", args=[partner.pk])} if partner else found
