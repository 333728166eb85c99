"""The page behind the link of somebody for whom the office entered an application: read everything, say that it is theirs."""

from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from portal.access import links
from portal.clock.system import system_now
from portal.lifecycle.refusals import Refusal

from ..actions.entering import PURPOSE, confirm
from ..forms.opening import wrong_fields
from ..models import Application
from ..queries.answers import with_rows
from ..reading import files_of, sections_of
from ..states import ApplicationState
from .desks import today_of


@require_http_methods(["GET", "POST"])
@never_cache
def confirm_entered(request, token):
    try:
        link = links.find(token, purpose=PURPOSE, now=system_now())
    except links.LinkRefused as refused:
        return render(request, "portal/link_refused.html", {"refusal": refused}, status=410)
    application = with_rows(Application.objects.filter(pk=link.about_id)).get()
    posted = request.method == "POST"
    links.note(link, "used" if posted else "opened", now=system_now(), address=request.META.get("REMOTE_ADDR"))
    refusal = None
    if posted:
        try:
            wrong = wrong_fields(application, today=today_of(system_now()))
            application = confirm(application=application, now=system_now, wrong=wrong)
        except Refusal as refused:
            refusal = refused
    language = request.LANGUAGE_CODE
    context = {
        "application": application, "cycle": application.cycle, "refusal": refusal,
        "done": application.state != ApplicationState.DRAFT, "files": files_of(application, language),
        "sections": sections_of(application, language, reader="applicant"),
    }  # fmt: skip
    return render(request, "exchange/applications/confirm.html", context)
