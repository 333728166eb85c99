"""The last page of the form: everything as it will be read, what is missing, and the button that submits."""

from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from portal.clock.system import system_now
from portal.lifecycle.refusals import Refusal

from ..actions.entering import ask_to_confirm
from ..actions.returning import give_information
from ..actions.submitting import submit
from ..forms.opening import labels, wrong_fields
from ..forms.sentences import lack_sentence
from ..queries.completeness import lacks_of
from ..reading import files_of, sections_of
from ..states import ApplicationState
from .desks import entered_desk, own_desk, today_of
from .posted import sign_in_and_come_back
from .showing import around, open_sections


@require_http_methods(["GET", "POST"])
@never_cache
def check(request, code):
    desk = own_desk(request, code)
    if desk is None:
        return (
            sign_in_and_come_back(request, code, "you") if request.method == "POST" else redirect("apply_start", code)
        )
    if desk.application.state not in (ApplicationState.DRAFT, ApplicationState.RETURNED):
        return redirect("my_application", desk.application.pk)
    refusal = None
    if request.method == "POST":
        try:
            return send(request, desk)
        except Refusal as refused:
            refusal = refused
    return render(request, "exchange/applications/check.html", check_context(request, desk, refusal))


def send(request, desk):
    """Submit, or give what was asked; both lead to the page that says what happens next."""
    application = desk.application
    wrong = wrong_fields(application, today=today_of(system_now()))
    if application.state == ApplicationState.RETURNED:
        give_information(application=application, by=desk.by, now=system_now, wrong=wrong)
    else:
        consented = request.POST.get("consent") == "yes"
        submit(application=application, by=desk.by, now=system_now, wrong=wrong, consented=consented)
    return redirect("my_application", application.pk)


@require_http_methods(["GET", "POST"])
@never_cache
def check_entered(request, pk):
    """The office's last page: the person is asked to confirm."""
    desk = entered_desk(request, pk)
    refusal = None
    if request.method == "POST":
        try:
            wrong = wrong_fields(desk.application, today=today_of(system_now()))
            ask_to_confirm(application=desk.application, by=request.user, now=system_now, wrong=wrong)
            return redirect("entered_check", pk)
        except Refusal as refused:
            refusal = refused
    return render(request, "exchange/applications/check.html", check_context(request, desk, refusal))


def check_context(request, desk, refusal):
    application, language = desk.application, get_language()
    names = labels()
    wrong = wrong_fields(application, today=today_of(system_now()))
    shut = set() if application.state == ApplicationState.DRAFT else set(open_sections(desk))
    lacking = [
        {"text": lack_sentence(lack, names.get(lack.field, lack.field)),
         "url": f"{desk.section(lack.section)}?check#id_{control_of(lack.field)}"}
        for lack in lacks_of(application, wrong)
        if not shut or lack.section in shut
    ]  # fmt: skip
    return around(request, desk, "check") | {
        "lacking": lacking, "refusal": refusal, "sections": sections_of(application, language, reader="applicant"),
        "files": files_of(application, language),
    }  # fmt: skip


def control_of(field):
    """The id of a field's first control."""
    return f"{field}_0" if field in ("participation", "place_offered", "place_purpose") else field
