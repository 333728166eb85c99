"""The button by which the office says which partner hospital an applicant comes from."""

from django import forms
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from exchange.offers.queries.sentences import listed
from exchange.partners.models import Partner
from portal.access.permissions import may
from portal.office.acting import ActionForm
from portal.office.buttons import OfficeAction

from ..recognition import name_partner


class PartnerChoice(forms.ModelChoiceField):
    def label_from_instance(self, partner):
        language = get_language() or "en"
        return f"{partner.named(language)} · {partner.city(language)}"


class PartnerForm(ActionForm):
    partner = PartnerChoice(
        label=_("Partner hospital"),
        queryset=Partner.objects.order_by("country", "name"),
        required=False,
        empty_label=_("None of ours"),
        help_text=_("The stay counts in this partner’s ledger. A stay that is over is booked at once."),
    )


class NamePartner(OfficeAction):
    act = "name partner"
    label = _("Name the partner hospital")
    question = _("Is the sending hospital one of our partners? By its name and country it is recognised by itself.")
    done_message = _("Noted.")
    form_class = PartnerForm

    @classmethod
    def is_offered(cls, person, obj):
        return may(person, cls.act, obj) and obj.sending_hospital is not None

    def get_facts(self, application):
        hospital = application.sending_hospital
        if hospital is None:
            return []
        words = listed((hospital.name, hospital.city, str(hospital.country.name or "")))
        return [{"label": _("Sending hospital"), "value": words}]

    def get_initial(self, application):
        hospital = application.sending_hospital
        return {"partner": hospital.partner_id if hospital else None}

    def get_success_url(self, application, result):
        return reverse("screening_one", args=[application.pk])

    def perform(self, application, data):
        return name_partner(application=application, partner=data["partner"], by=self.request.user, now=self.now)
