"""“My visit”: the offer with its two clocks, the place on the list, the outcome; and the person's answers."""

from django.contrib import messages as notices
from django.contrib.auth.decorators import login_required
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST

from exchange.applications.access import owns
from exchange.offers.models import Offer
from portal.access.permissions import get_visible_or_404, may
from portal.clock.system import system_now
from portal.lifecycle.refusals import Refusal
from portal.people.naming import name_context

from ..acceptance import accept_offer
from ..queries.my_visit import cases_of, visit_case

# The kinds of a case whose person comes or was here: they are asked whether their name may stand on the site.
COMES = ("accepted", "used")


@require_GET
@login_required
@never_cache
def my_visit(request):
    """The application that matters most now; before any outcome is out, the person's applications."""
    found = cases_of(request.user)
    return show(request, found[0], found) if found else redirect("my_applications")


@require_GET
@login_required
@never_cache
def my_visit_of(request, pk):
    """One of several, by its number."""
    found = cases_of(request.user)
    chosen = next((row for row in found if row.pk == pk), None)
    if chosen is None:
        raise Http404
    return show(request, chosen, found)


def show(request, application, all_of_them, *, refusal=None, status=200):
    now = system_now()
    case = visit_case(application, now, get_language())
    context = {
        "case": case, "now": now, "refusal": refusal,
        "others": [row for row in all_of_them if row.pk != application.pk],
        "may_withdraw": may(request.user, "withdraw", application),
    }  # fmt: skip
    if case.kind in COMES:
        context |= {**name_context(request.user), "back": reverse("my_visit_of", args=[application.pk])}
    return render(request, "exchange/journey/my_visit.html", context, status=status)


def own_offer_or_404(request, pk):
    """The person's own offer; somebody else's is not here, not even for staff, who have the office."""
    offer = get_visible_or_404(request.user, Offer, pk=pk)
    if not owns(request.user, offer.application):
        raise Http404
    return offer


@require_POST
@login_required
@never_cache
def accept(request, pk):
    """The one confirmation; where the clock or the office was faster, the page says so."""
    offer = own_offer_or_404(request, pk)
    try:
        confirmed = request.POST.get("confirmed") == "yes"
        accept_offer(offer=offer, by=request.user, now=system_now, confirmed=confirmed)
    except Refusal as refusal:
        found = cases_of(request.user)
        mine = next(row for row in found if row.pk == offer.application_id)
        return show(request, mine, found, refusal=refusal, status=409)
    notices.success(request, _("You accepted. Seat %(seat)s is yours.") % {"seat": offer.seat.number})
    return redirect("my_visit_of", offer.application_id)
