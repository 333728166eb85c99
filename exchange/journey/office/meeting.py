"""The meeting: the ranked table, an outcome by one key each, and the page on which one application is decided."""

from django import forms
from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET, require_http_methods

from exchange.applications.models import Application
from exchange.cycles.models import Cycle
from exchange.cycles.queries import cycles_of_screen
from exchange.cycles.states import CycleState
from exchange.review.actions.deciding import confirm, decide, move_rank
from exchange.review.models import Decision
from exchange.review.states import Outcome
from portal.access.permissions import get_visible_or_404, may, require
from portal.clock.system import system_now
from portal.lifecycle.refusals import Refusal
from portal.office.heading import heading

from ..queries.meeting import meeting_of, reviews_of
from ..queries.preview import preview_of
from ..release import dry_run
from ..taking_back import what_stops_taking_back

FIRST = (CycleState.DECIDING, CycleState.REVIEWING, CycleState.RELEASED, CycleState.RUNNING)


def cycles_for(person):
    return cycles_of_screen(person, FIRST, without=(CycleState.OPEN,))


@require_GET
def meetings(request):
    require(request.user, "list", Decision)
    found = cycles_for(request.user)
    if not found:
        raise Http404
    return redirect("cycle_meeting", found[0].pk)


@require_http_methods(["GET", "POST"])
def cycle_meeting(request, pk):
    """A POST carries one step of one application; it comes back to that line."""
    require(request.user, "decide", Decision)
    cycle = get_visible_or_404(request.user, Cycle, pk=pk)
    if request.method == "POST":
        line = take_step(request, cycle)
        return redirect(f"{reverse('cycle_meeting', args=[pk])}#a{line}")
    at = system_now()
    deciding = cycle.state == CycleState.DECIDING
    context = {
        **heading(_("Decisions: %(cycle)s") % {"cycle": cycle}, "check"),
        "cycle": cycle, "now": at, "deciding": deciding, "meeting": meeting_of(cycle, at, get_language()),
        "others": [row for row in cycles_for(request.user) if row.pk != cycle.pk],
        "outcomes": Outcome.choices,
        "in_the_way": len(dry_run(cycle, at).plan.obstacles) if deciding else 0,
        "may_release": may(request.user, "release", cycle), "may_run": may(request.user, "run", cycle),
        "may_take_back": may(request.user, "take_back", cycle) and what_stops_taking_back(cycle) is None,
        "amends": may(request.user, "amend", Decision) and cycle.state in (CycleState.RELEASED, CycleState.RUNNING),
    }  # fmt: skip
    return render(request, "exchange/journey/office/meeting.html", context)


class StepForm(forms.Form):
    """One button of a line: an outcome, a move on the list, or "looked at again"."""

    application = forms.IntegerField()
    outcome = forms.ChoiceField(choices=[("undo", ""), *Outcome.choices], required=False)
    step = forms.TypedChoiceField(choices=[(-1, ""), (1, "")], coerce=int, required=False)


def take_step(request, cycle):
    """Do what the button says; a refusal becomes a message. Returns the application's key."""
    form = StepForm(request.POST)
    if not form.is_valid():
        raise Http404
    data = form.cleaned_data
    application = get_visible_or_404(request.user, Application, pk=data["application"], cycle=cycle)
    by = {"by": request.user, "now": system_now}
    try:
        if data["outcome"]:
            decide(application=application, outcome=data["outcome"].replace("undo", ""), **by)
        elif data["step"]:
            move_rank(decision=application.decision, step=data["step"], **by)
        else:
            confirm(decision=application.decision, **by)
    except (Refusal, Decision.DoesNotExist) as refusal:
        messages.error(request, getattr(refusal, "message", _("This application is not decided yet.")))
    return application.pk


class DecisionForm(forms.Form):
    outcome = forms.ChoiceField(
        label=_("Outcome"), choices=[*Outcome.choices, ("", _("not decided"))], widget=forms.RadioSelect, required=False
    )
    rank = forms.IntegerField(
        label=_("Rank on the waiting list"), required=False, min_value=1, help_text=_("Empty: the end of the list.")
    )
    words = forms.CharField(
        label=_("Sentence for the applicant"), required=False, max_length=2000, widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("They read it in their mail and on their page, if they are on the list or not selected."),
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
def one(request, pk):
    """One application in the meeting: its reviews in full, the decision, and the mail that it would send."""
    require(request.user, "decide", Decision)
    application = get_visible_or_404(request.user, Application, pk=pk)
    decision = Decision.objects.filter(application=application).first()
    kept = {name: getattr(decision, name) for name in ("outcome", "rank", "words")} if decision else {}
    form = DecisionForm(request.POST or None, initial=kept)
    if request.method == "POST" and form.is_valid():
        try:
            decide(application=application, by=request.user, now=system_now, **form.cleaned_data)
            return redirect("decision_one", pk)
        except Refusal as refusal:
            form.add_error(None, refusal.message)
    at = system_now()
    way = (f"{_('Decisions')} {application.cycle.code}", reverse("cycle_meeting", args=[application.cycle_id]))
    name = application.named(get_language())
    context = {
        **heading(f"{application.number} {name}", "check", way),
        "application": application, "cycle": application.cycle, "decision": decision, "form": form, "now": at,
        "name": name, "found": reviews_of(application),
        "preview": preview_of(application, decision, at),
        "deciding": application.cycle.state == CycleState.DECIDING,
        "versions": decision.versions.select_related("by") if decision else [],
        "may_amend": may(request.user, "amend", application),
        "may_correct": bool(decision and decision.released_at and may(request.user, "amend", decision)),
    }  # fmt: skip
    return render(request, "exchange/journey/office/decision.html", context, status=422 if form.errors else 200)
