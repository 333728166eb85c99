"""Who reviews what, how far each is, and the form that asks reviewers for several applications at once."""

from django import forms
from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET, require_http_methods
from wagtail.admin.widgets import AdminDateTimeInput

from exchange.cycles.models import Cycle
from exchange.cycles.queries import cycles_of_screen
from exchange.cycles.states import CycleState
from portal.access.permissions import get_visible_or_404, may, require
from portal.clock.system import system_now
from portal.lifecycle.refusals import Refusal
from portal.office.heading import heading

from ..actions.assigning import ASSIGNED_IN, assign
from ..models import ReviewAssignment
from ..queries.progress import progress_of

FIRST = (
    CycleState.REVIEWING,
    CycleState.OPEN,
    CycleState.CLOSED,
    CycleState.DECIDING,
    CycleState.RELEASED,
    CycleState.RUNNING,
)


def cycles_for(person):
    return cycles_of_screen(person, FIRST)


@require_GET
def reviews(request):
    require(request.user, "list", ReviewAssignment)
    found = cycles_for(request.user)
    if not found:
        raise Http404
    return redirect("cycle_reviews", found[0].pk)


class AskForm(forms.Form):
    """Which applications, which reviewers, until when."""

    applications = forms.MultipleChoiceField(
        label=_("Applications"), error_messages={"required": _("Choose at least one application.")}
    )
    people = forms.MultipleChoiceField(
        label=_("Reviewers"), error_messages={"required": _("Choose at least one reviewer.")}
    )
    due_at = forms.DateTimeField(
        label=_("Due"), required=False, help_text=_("Shanghai time."), widget=AdminDateTimeInput
    )

    def __init__(self, *args, progress, **kwargs):
        super().__init__(*args, **kwargs)
        self.people_by_key = {load.person.pk: load.person for load in progress.loads}
        self.fields["applications"].choices = [(row.application.pk, row.application.number) for row in progress.rows]
        self.fields["people"].choices = [(load.person.pk, load.name) for load in progress.loads]


@require_http_methods(["GET", "POST"])
def cycle_reviews(request, pk):
    require(request.user, "progress", ReviewAssignment)
    cycle = get_visible_or_404(request.user, Cycle, pk=pk)
    at = system_now()
    progress = progress_of(cycle, at, get_language())
    form = AskForm(request.POST or None, progress=progress)
    if request.method == "POST" and form.is_valid() and asked(request, cycle, form):
        return redirect("cycle_reviews", pk)
    context = {
        **heading(_("Review: %(cycle)s") % {"cycle": cycle}, "list-ol"),
        "cycle": cycle, "now": at, "progress": progress, "form": form,
        "others": [row for row in cycles_for(request.user) if row.pk != cycle.pk],
        "may_ask": cycle.state in ASSIGNED_IN and may(request.user, "assign", ReviewAssignment),
        "may_begin": may(request.user, "begin_review", cycle), "may_decide": may(request.user, "begin_deciding", cycle),
    }  # fmt: skip
    return render(request, "exchange/review/office/progress.html", context, status=422 if form.errors else 200)


def asked(request, cycle, form):
    """Whether the reviewers were asked; a refusal comes back on the form with everything ticked as it was."""
    data = form.cleaned_data
    try:
        made = assign(
            cycle=cycle, applications=[int(key) for key in data["applications"]], by=request.user, now=system_now,
            people=[form.people_by_key[int(key)] for key in data["people"]], due_at=data["due_at"],
        )  # fmt: skip
    except Refusal as refusal:
        form.add_error(None, refusal.message)
        return False
    words = ngettext("%(count)s review was asked for.", "%(count)s reviews were asked for.", len(made))
    messages.success(request, words % {"count": len(made)})
    return True
