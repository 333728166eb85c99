from django.urls import reverse

from .models import Partner


def pages():
    partner = Partner.objects.order_by("pk").first()
    found = {
        f"office_{name}": reverse(f"{name}:index")
        for name in ("partners", "partner_departments", "partner_contacts", "ledger")
    }
    return found | {"office_partner": reverse("partners:inspect", args=[partner.pk])} if partner else found
