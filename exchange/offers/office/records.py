"""Every offer ever made: a list, a page each with its history, and what the office may do to it."""

from django import forms
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _
from wagtail.admin.ui.tables import Column
from wagtail.admin.widgets import AdminDateTimeInput

from portal.office.acting import ActionForm
from portal.office.columns import InstantColumn, StateColumn
from portal.office.model_actions import OfficeAction
from portal.office.viewsets import RecordViewSet

from ..actions import offering
from ..models import Offer
from ..queries import sentences
from ..states import Because, OfferState


class ExtendForm(ActionForm):
    until = forms.DateTimeField(
        label=gettext_lazy("New end"), help_text=gettext_lazy("Shanghai time."), widget=AdminDateTimeInput
    )
    field_order = ["until", "reason"]


class ExtendOffer(OfficeAction):
    act = "extend"
    label = gettext_lazy("Give more time")
    question = gettext_lazy("The person is told the new end. An offer that has run out cannot be extended.")
    form_class = ExtendForm
    asks_reason = True

    @classmethod
    def is_offered(cls, person, offer):
        return offer.state == OfferState.OPEN and super().is_offered(person, offer)

    def get_initial(self, offer):
        return {"until": offer.expires_at}

    def perform(self, offer, data):
        return offering.extend_offer(
            offer=offer, until=data["until"], by=self.request.user, now=self.now, reason=data["reason"]
        )


class RescindForm(ActionForm):
    because = forms.ChoiceField(label=gettext_lazy("Because of"), choices=Because.choices, widget=forms.RadioSelect)
    field_order = ["because", "reason"]


class RescindOffer(OfficeAction):
    act = "rescind"
    label = gettext_lazy("Take the offer back")
    question = gettext_lazy("The person reads the reason in a mail. What follows for the seat depends on why.")
    form_class = RescindForm

    @classmethod
    def is_offered(cls, person, offer):
        return offer.lifecycle.find("rescind", offer.state) is not None and super().is_offered(person, offer)

    def get_facts(self, offer):
        return [{"label": _("Offer"), "value": sentences.how_it_stands(offer, get_language())}]

    def perform(self, offer, data):
        return offering.rescind_offer(
            offer=offer, because=Because(data["because"]), by=self.request.user, now=self.now, reason=data["reason"]
        )


class OfferRecords(RecordViewSet):
    model = Offer
    name = "offers"
    icon = "table"
    in_menu = False
    list_display = [
        "__str__",
        Column("application", label=gettext_lazy("Application")),
        StateColumn(kinds={OfferState.OPEN: "wait", OfferState.ACCEPTED: "good", OfferState.FULFILLED: "good"}),
        InstantColumn("made_at", label=gettext_lazy("Made"), sort_key="made_at"),
        InstantColumn("expires_at", label=gettext_lazy("Answer until"), sort_key="expires_at"),
    ]
    list_filter = ["state", "seat__cycle"]
    search_fields = ["application__number", "application__folded_name"]
    inspect_view_fields = [
        "seat", "application", "state", "entry", "follows", "made_at", "expires_at", "accepted_at", "ended_at", "because",
        "words",
    ]  # fmt: skip
    actions = (ExtendOffer, RescindOffer)

    def list_queryset(self, queryset):
        return queryset.select_related("seat__cycle", "application__person")


offer_viewset = OfferRecords()
