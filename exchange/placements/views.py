"""“My placement”: places to ask for, and one's own with what happens next."""

from django.contrib import messages as notices
from django.contrib.auth.decorators import login_required
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods

from portal.access.permissions import get_visible_or_404, require
from portal.calendars.entries import SHANGHAI
from portal.clock.instants import span_of_days
from portal.clock.system import system_now
from portal.lifecycle.refusals import Refusal
from portal.office.acting import ActionView
from portal.people.naming import standing_consent

from .actions import ask_for, step
from .forms import AskForm
from .models import Opportunity, Placement
from .queries import mine, opportunities_for


@require_GET
@login_required
@never_cache
def my_placements(request):
    require(request.user, "desk", Placement)
    today, language = system_now().astimezone(SHANGHAI).date(), get_language()
    context = {"mine": mine(request.user, language), "places": opportunities_for(request.user, today, language)}
    return render(request, "exchange/placements/mine.html", context)


@require_http_methods(["GET", "POST"])
@login_required
@never_cache
def ask(request, pk):
    """Ask for one published place; what was typed stays where something is wrong."""
    opportunity = get_visible_or_404(request.user, Opportunity, pk=pk)
    require(request.user, "ask for", opportunity)
    asks_name = standing_consent(request.user) is None
    if request.method == "GET":
        return show(request, opportunity, AskForm(asks_name=asks_name))
    form = AskForm(request.POST, asks_name=asks_name)
    if not form.is_valid():
        return show(request, opportunity, form, status=422)
    try:
        ask_for(opportunity=opportunity, by=request.user, now=system_now, **form.cleaned_data)
    except Refusal as refusal:
        form.add_error(refusal.field if refusal.field in form.fields else None, refusal.message)
        return show(request, opportunity, form, status=409)
    notices.success(request, _("You have asked for this place. We write to you at each step."))
    return redirect("my_placements")


def show(request, opportunity, form, status=200):
    language = get_language()
    context = {
        "form": form,
        "opportunity": opportunity,
        "title": opportunity.title(language),
        "partner": opportunity.partner.named(language),
        "city": opportunity.partner.city(language),
        "days": span_of_days(opportunity.from_day, opportunity.to_day, language),
    }
    return render(request, "exchange/placements/ask.html", context, status=status)


class OwnAct(ActionView):
    """Of the doctor alone; staff have the office."""

    model = Placement

    def get_object(self):
        placement = super().get_object()
        if placement.person_id != self.request.user.pk:
            raise Http404
        return placement

    def perform(self, placement, data):
        return step(
            placement=placement, act=self.act, by=self.request.user, now=self.now, reason=data.get("reason", "")
        )

    def get_success_url(self, placement, result):
        return reverse("my_placements")


class Decline(OwnAct):
    act = "decline"
    label = title = gettext_lazy("Take the request back")
    question = gettext_lazy("The office stops working on it. It does not count against a later request.")
    done_message = gettext_lazy("Your request is taken back.")


class Cancel(OwnAct):
    act = "cancel"
    label = title = gettext_lazy("Cancel the placement")
    question = gettext_lazy("The place is free for others. The office and the partner need to know why.")
    done_message = gettext_lazy("The placement is cancelled.")
