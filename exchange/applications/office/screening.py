"""Screening: from one application to the next, answers and files side by side, by keys too."""

from django.shortcuts import redirect, render
from django.urls import path, reverse
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from django.views import View
from wagtail import hooks
from wagtail.admin import messages

from portal.access.permissions import get_visible_or_404, may, require
from portal.access.roles import STAFF_ROLES, roles_of
from portal.clock.system import system_now
from portal.lifecycle.audit import history
from portal.lifecycle.refusals import Refusal
from portal.office import menu
from portal.office.heading import heading
from portal.office.refusing import refuses_openly
from portal.office.views import OfficeInspectView

from ..actions.screening import add_note, note_findings, screen, screen_out, take_charge
from ..forms.office import DecisionForm, FindingsForm, NoteForm, OfficerForm
from ..models import Application
from ..queries.screening import one_application, place_of, queue, screening_of, twins_of, what_lists_say
from ..reading import files_of, sections_of


class ApplicationInspectView(OfficeInspectView):
    """The page of one application is the screening page."""

    def get(self, request, *args, **kwargs):
        self.object = self.get_object()
        return redirect("screening_one", self.object.pk)


@refuses_openly
def screening_begin(request):
    """To the application that has waited longest, or a page that says that none waits."""
    require(request.user, "list", Application)
    first = queue().first()
    if first is not None:
        return redirect("screening_one", first.pk)
    return render(request, "exchange/applications/office/nothing_to_screen.html", frame(_("Screening"), None))


class ScreeningView(View):
    """One application. `do` in a post names what is done: findings, screen, screen_out, note, charge."""

    def dispatch(self, request, pk):
        self.application = get_visible_or_404(request.user, Application, pk=pk)
        require(request.user, "see internal", self.application)
        self.application = one_application(pk)
        self.lists = what_lists_say(self.application)
        return super().dispatch(request, pk)

    def get(self, request, pk):
        return self.show(self.forms())

    def post(self, request, pk):
        forms = self.forms(request.POST, request.POST.get("do", ""))
        do = {
            "findings": self.findings, "screen": self.decide, "screen_out": self.decide, "note": self.note,
            "charge": self.charge,
        }.get(request.POST.get("do"))  # fmt: skip
        if do is None:
            return self.show(forms, status=400)
        try:
            onward = do(forms)
        except Refusal as refused:
            return self.show(forms, refusal=refused, status=409)
        return redirect(onward) if onward else self.show(forms)

    def findings(self, forms):
        """Save what was found; with a decision pressed in the same form, that too."""
        form = forms["findings"]
        if not form.is_valid():
            return None
        note_findings(application=self.application, by=self.request.user, now=system_now, **form.cleaned_data)
        messages.success(self.request, _("Saved."))
        return self.here()

    def decide(self, forms):
        found, decision, do = forms["findings"], forms["decision"], self.request.POST["do"]
        if not (found.is_valid() and decision.is_valid()):
            return None
        by, after = self.request.user, place_of(self.application).after
        note_findings(application=self.application, by=by, now=system_now, **found.cleaned_data)
        act = screen if do == "screen" else screen_out
        act(application=self.application, by=by, now=system_now, reason=decision.words())
        messages.success(self.request, _("Decided: %(application)s.") % {"application": self.application})
        return reverse("screening_one", args=[after]) if after else reverse("screening")

    def note(self, forms):
        form = forms["note"]
        if not form.is_valid():
            return None
        add_note(application=self.application, text=form.cleaned_data["text"], by=self.request.user, now=system_now)
        return self.here("#notes")

    def charge(self, forms):
        form = forms["charge"]
        if not form.is_valid():
            return None
        officer = form.cleaned_data["officer"]
        take_charge(application=self.application, officer=officer, by=self.request.user, now=system_now)
        return self.here()

    def here(self, part=""):
        return reverse("screening_one", args=[self.application.pk]) + part

    def forms(self, data=None, do=""):
        """The page's forms; only those that were posted are bound."""
        application, found = self.application, screening_of(self.application)
        kept = {} if found is None else {name: getattr(found, name) for name in FindingsForm.base_fields}
        deciding = data if do in ("findings", "screen", "screen_out") else None
        language = application.person.language if application.person_id else "en"
        return {
            "findings": FindingsForm(deciding, initial=kept, lists=self.lists, auto_id="id_%s"),
            "decision": DecisionForm(data if do in ("screen", "screen_out") else None, language=language),
            "note": NoteForm(data if do == "note" else None),
            "charge": OfficerForm(data if do == "charge" else None, initial={"officer": application.officer_id}),
        }  # fmt: skip

    def show(self, forms, refusal=None, status=200):
        context = application_context(self.request, self.application, self.lists) | {"refusal": refusal}
        context |= {f"{name}_form": form for name, form in forms.items()} | frame(_("Screening"), self.application)
        return render(self.request, "exchange/applications/office/screening.html", context, status=status)


def application_context(request, application, lists):
    """What the page shows: the answers unless it is somebody's draft, files, findings, notes, what can be done."""
    language, person = get_language(), request.user
    readable = may(person, "read answers", application)
    return {
        "application": application, "place": place_of(application), "lists": lists, "readable": readable,
        "name": application.named(language), "sections": sections_of(application, language) if readable else [],
        "files": files_of(application, language) if readable else [], "found": screening_of(application),
        "notes": application.internal_notes.select_related("author"), "twins": list(twins_of(application)),
        "buttons": buttons_for(person, application), "lines": history(application)[:30],
        "may_decide": may(person, "screen", application), "asked": application.information_requests.last(),
    }  # fmt: skip


def buttons_for(person, application):
    from .lists import ApplicationsOffice

    return [
        {"label": act.label, "url": act.address_for(application)}
        for act in ApplicationsOffice.actions
        if act.is_offered(person, application)
    ]


def frame(title, application):
    words = title if application is None else f"{application} {application.named(get_language())}"
    way = (_("Applications"), reverse("applications:index"))
    return {"title": words, **heading(words, "doc-full", way, here=str(application) if application else title)}


@hooks.register("register_admin_urls")
def screening_urls():
    return [
        path("screening/", screening_begin, name="screening"),
        path("screening/<int:pk>/", refuses_openly(ScreeningView.as_view()), name="screening_one"),
    ]


menu.enter(
    _("Screening"),
    "screening",
    icon="tasks",
    order=10,
    shown=lambda person: bool(roles_of(person) & STAFF_ROLES),
)
