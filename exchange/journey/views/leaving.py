"""One page more before somebody declines, gives a seat back, or withdraws: what follows, and room to say why."""

from django import forms
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from exchange.applications.access import owns
from exchange.applications.models import Application
from exchange.offers.models import Offer
from portal.office.acting import ActionForm, ActionView

from ..acceptance import decline_offer, give_back_seat
from ..withdrawal import withdraw_application


class WordsForm(ActionForm):
    words = forms.CharField(
        label=gettext_lazy("Why, if you like to say"), required=False, max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}), help_text=gettext_lazy("The office reads it, and nobody else."),
    )  # fmt: skip


class PersonsAct(ActionView):
    """Of the person alone; staff have the office."""

    form_class = WordsForm
    asks_reason = False

    def application_of(self, obj):
        return obj.application

    def get_object(self):
        from django.http import Http404

        found = super().get_object()
        if not owns(self.request.user, self.application_of(found)):
            raise Http404
        return found

    def get_success_url(self, obj, result):
        return reverse("my_visit_of", args=[self.application_of(obj).pk])


class DeclineOffer(PersonsAct):
    model, act = Offer, "decline"
    label = title = gettext_lazy("Decline the offer")
    question = gettext_lazy(
        "The seat goes to the next on the waiting list. It does not count against a later application."
    )
    done_message = gettext_lazy("You declined the offer. Thank you for telling us.")

    def perform(self, offer, data):
        return decline_offer(offer=offer, by=self.request.user, now=self.now, words=data["words"])


class GiveBackSeat(PersonsAct):
    model, act = Offer, "relinquish"
    label = title = gettext_lazy("Give the seat back")
    question = gettext_lazy("Your visit does not take place, and the seat goes to the next on the waiting list.")
    done_message = gettext_lazy("You gave the seat back. Thank you for telling us.")

    def perform(self, offer, data):
        return give_back_seat(offer=offer, by=self.request.user, now=self.now, words=data["words"])


class WithdrawApplication(PersonsAct):
    model, act = Application, "withdraw"
    label = title = gettext_lazy("Withdraw the application")
    done_message = gettext_lazy("Your application is withdrawn.")

    def application_of(self, obj):
        return obj

    def get_question(self, application):
        return _("An offer or a place on the waiting list ends with it, and a seat goes to the next in order.")

    def perform(self, application, data):
        return withdraw_application(application=application, by=self.request.user, now=self.now, reason=data["words"])
