"""The reviewer's list, and the page on which a review is written beside the application."""

from django.contrib import messages as notices
from django.contrib.auth.decorators import login_required
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods

from exchange.applications.models import Application
from exchange.applications.queries.answers import with_rows
from exchange.applications.reading import files_of, sections_of
from portal.access.permissions import get_visible_or_404, may, require
from portal.clock.system import system_now
from portal.lifecycle.refusals import Refusal

from ..actions.reviewing import REOPENED_IN, WRITTEN_IN, Unscored, save_review
from ..forms import ReviewForm, initial_of
from ..models import ReviewAssignment
from ..queries.desk import desk_of, next_to_write
from ..states import ReviewState


@require_GET
@login_required
@never_cache
def review_desk(request):
    require(request.user, "desk", ReviewAssignment)
    return render(request, "exchange/review/desk.html", {"cycles": desk_of(request.user), "now": system_now()})


def own_review_or_404(request, pk):
    """The reviewer's own; a recused one is not here any more."""
    review = get_visible_or_404(request.user, ReviewAssignment, pk=pk)
    if not may(request.user, "write", review):
        raise Http404
    return review


@require_http_methods(["GET", "POST"])
@login_required
@never_cache
def write_review(request, pk):
    """Read the application and write the review. Saving needs nothing; finishing names what is missing."""
    review = own_review_or_404(request, pk)
    criteria = review.application.cycle.criteria.all()
    if request.method == "GET":
        return show(request, review, ReviewForm(initial=initial_of(review), criteria=criteria))
    form = ReviewForm(request.POST, criteria=criteria)
    if not form.is_valid():
        return show(request, review, form, status=422)
    finish = "finish" in request.POST
    try:
        save_review(
            review=review, scores=form.scores, by=request.user, now=system_now,
            version=form.cleaned_data["version"], finish=finish, **form.words,
        )  # fmt: skip
    except Unscored as lacking:
        form.show_missing(lacking.missing)
        review.refresh_from_db()
        return show(request, review, form, status=422)
    except Refusal as refusal:
        return show(request, review, form, refusal=refusal, status=409)
    return onward(request, review, finish)


def onward(request, review, finish):
    if not finish:
        notices.success(request, _("Saved. The review is not finished yet."))
        return redirect("review_write", review.pk)
    notices.success(request, _("The review of %(number)s is finished.") % {"number": review.application.number})
    following = next_to_write(request.user, review)
    return redirect("review_write", following.pk) if following else redirect("review_desk")


def show(request, review, form, *, refusal=None, status=200):
    language = get_language()
    application = with_rows(Application.objects.filter(pk=review.application_id)).get()
    state = application.cycle.state
    if form.is_bound and form.data.get("version") != str(review.version):
        form.data = form.data.copy()
        form.data["version"] = review.version if refusal is None else form.data.get("version", "")
    context = {
        "review": review, "application": application, "cycle": application.cycle, "form": form, "refusal": refusal,
        "sections": sections_of(application, language, reader="reviewer"), "files": files_of(application, language),
        "is_done": review.state == ReviewState.DONE, "may_write": state in WRITTEN_IN and review.state != ReviewState.DONE,
        "may_reopen": state in REOPENED_IN and review.state == ReviewState.DONE,
        "changed_since": review.application_version is not None and review.application_version != application.version,
    }  # fmt: skip
    return render(request, "exchange/review/write.html", context, status=status)
