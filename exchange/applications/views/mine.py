"""What a person sees of their own applications: what happens next and by when, what they sent, withdrawal."""

from django.contrib.auth.decorators import login_required
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods

from portal.access.permissions import get_visible_or_404, may, require
from portal.clock.system import system_now
from portal.lifecycle.refusals import Refusal

from ..access import owns
from ..actions.withdrawing import withdraw
from ..models import Application
from ..queries.answers import with_rows
from ..queries.timeline import follows_withdrawal, steps_of
from ..reading import files_of, sections_of
from ..states import ApplicationState

# Once an outcome is out, the person's page is "My visit", further right.
TOLD_ON_MY_VISIT = (
    ApplicationState.SELECTED,
    ApplicationState.WAITLISTED,
    ApplicationState.NOT_SELECTED,
    ApplicationState.HOSTED,
    ApplicationState.ENDED,
)


def own_or_404(request, pk):
    """The person's own application; somebody else's is not here, not even for staff, who have the office."""
    from django.http import Http404

    application = get_visible_or_404(request.user, Application, pk=pk)
    if not owns(request.user, application):
        raise Http404
    return with_rows(Application.objects.filter(pk=pk)).select_related("cycle__officer").get()


@require_GET
@login_required
@never_cache
def my_applications(request):
    """All of a person's applications; with one alone, that one."""
    rows = list(Application.objects.filter(person=request.user).select_related("cycle").order_by("-begun_at"))
    if len(rows) == 1:
        return redirect("my_application", rows[0].pk)
    return render(request, "exchange/applications/mine.html", {"applications": rows})


@require_GET
@login_required
@never_cache
def my_application(request, pk):
    application = own_or_404(request, pk)
    if application.state in TOLD_ON_MY_VISIT and application.cycle.released_at is not None:
        return redirect("my_visit_of", pk)
    now = system_now()
    context = {
        "application": application, "cycle": application.cycle, "officer": application.cycle.officer,
        "steps": steps_of(application, get_language(), now), "may_withdraw": may(request.user, "withdraw", application),
        "is_draft": application.state == ApplicationState.DRAFT,
        "returned": application.state == ApplicationState.RETURNED,
        "asked": application.information_requests.filter(closed_at=None).first(),
    }  # fmt: skip
    return render(request, "exchange/applications/my_application.html", context)


@require_GET
@login_required
@never_cache
def what_was_sent(request, pk):
    """The answers as they stand, to read and to print."""
    application, language = own_or_404(request, pk), get_language()
    context = {"application": application, "cycle": application.cycle, "files": files_of(application, language),
               "sections": sections_of(application, language, reader="applicant")}  # fmt: skip
    return render(request, "exchange/applications/sent.html", context)


@require_http_methods(["GET", "POST"])
@login_required
@never_cache
def withdraw_mine(request, pk):
    """One page more, which says what follows; then it is done."""
    application = own_or_404(request, pk)
    require(request.user, "withdraw", application)
    if application.state in TOLD_ON_MY_VISIT:
        return redirect("my_visit_withdraw", pk)
    refusal = None
    if request.method == "POST":
        try:
            reason = request.POST.get("reason", "")[:2000]
            withdraw(application=application, by=request.user, now=system_now, reason=reason)
            return redirect("my_application", pk)
        except Refusal as refused:
            refusal = refused
    context = {"application": application, "cycle": application.cycle, "refusal": refusal,
               "follows": follows_withdrawal(application, get_language(), system_now())}  # fmt: skip
    return render(request, "exchange/applications/withdraw.html", context)


@require_GET
@login_required
@never_cache
def give(request, pk):
    """Where the mail about a return leads: the first section that is open again."""
    application = own_or_404(request, pk)
    asked = application.information_requests.filter(closed_at=None).first()
    if asked is None:
        return redirect("my_application", pk)
    return redirect(reverse("apply_section", args=[application.cycle.code, asked.sections[0]]))
