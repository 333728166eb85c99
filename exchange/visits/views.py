"""The host desk: whom I receive, what names me, and the arrival."""

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET

from portal.access.roles import Role
from portal.clock.rules import SHANGHAI
from portal.clock.system import system_now
from portal.office.acting import ActionView

from .actions.staying import arrive
from .forms import ArrivalForm
from .models import Visit
from .queries import hosting_desk


@require_GET
@login_required
def hosting(request):
    """The guests of a host, now and to come first, and the items that name them in the next weeks."""
    person = request.user
    desk = hosting_desk(person, system_now(), get_language())
    if not desk["guests"] and not person.has_role(Role.HOST):
        raise PermissionDenied
    return render(request, "exchange/visits/hosting.html", desk)


class RecordArrival(ActionView):
    """The host saw the guest come."""

    model = Visit
    act = "arrive"
    label = _("Record the arrival")
    question = _("Somebody of us has seen the guest. The clock never does this.")
    done_message = _("The arrival is recorded.")
    form_class = ArrivalForm

    def get_initial(self, obj):
        return {"arrived_on": self.now().astimezone(SHANGHAI).date()}

    def perform(self, obj, data):
        return arrive(visit=obj, arrived_on=data["arrived_on"], by=self.request.user, now=self.now)

    def get_success_url(self, obj, result):
        return reverse("hosting")
