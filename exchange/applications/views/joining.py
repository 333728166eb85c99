"""From a draft of this browser to an account: give the address, enter the code, choose where there are two."""

from allauth.account.internal.flows.login_by_code import LoginCodeVerificationProcess
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from portal.clock.system import system_now

from ..actions.accounts import account_for
from ..actions.answering import live_of
from ..actions.joining import TwoDrafts, take_into_account
from ..forms.joining import AddressForm
from ..states import ApplicationState
from .desks import Desk, browser_of, cycle_of, take_cookie
from .showing import around


@require_http_methods(["GET", "POST"])
@never_cache
def join(request, code):
    """Ask for the address. Who has an account and who has none see the same page and get the same mail."""
    cycle = cycle_of(code)
    if request.user.is_authenticated:
        return redirect("apply_joined", code)
    browser = browser_of(request)
    draft = live_of(browser, cycle) if browser else None
    if draft is None:
        return redirect("apply_start", code)
    form = AddressForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        return send_code(request, code, draft, form.cleaned_data)
    context = around(request, Desk(browser, draft, cycle), "join") | {"form": form}
    return render(request, "exchange/applications/join.html", context)


def send_code(request, code, draft, given):
    person = account_for(address=given["email"], application=draft, language=get_language(), zone=given["time_zone"])
    request.session["joining_draft"] = draft.pk
    LoginCodeVerificationProcess.initiate(request=request, user=person, email=given["email"])
    onward = reverse("apply_joined", args=[code])
    return redirect(f"{reverse('account_confirm_login_code')}?next={onward}")


@require_http_methods(["GET", "POST"])
@never_cache
def joined(request, code):
    """After the code: the draft of this browser becomes the account's. Without its cookie there is nothing to take."""
    cycle = cycle_of(code)
    if not request.user.is_authenticated:
        return redirect("apply_join", code)
    browser = browser_of(request)
    draft = live_of(browser, cycle) if browser else None
    if draft is None:
        return redirect(onward(request, cycle))
    asked_for = request.session.get("joining_draft") == draft.pk
    keep = request.POST.get("keep", "")
    if keep == "account":
        return take_cookie(redirect(onward(request, cycle)))
    if asked_for or keep == "browser":
        try:
            take_into_account(
                application=draft,
                browser=browser,
                person=request.user,
                now=system_now,
                instead=keep == "browser",
            )
            request.session.pop("joining_draft", None)
            return take_cookie(redirect(onward(request, cycle)))
        except TwoDrafts:
            pass
    theirs = live_of(request.user, cycle)
    context = {"cycle": cycle, "draft": draft, "theirs": theirs,
               "may_replace": theirs is None or theirs.state == ApplicationState.DRAFT}  # fmt: skip
    return render(request, "exchange/applications/joined.html", context)


def onward(request, cycle):
    """The check page of a draft, else the page of the application, else the beginning."""
    theirs = live_of(request.user, cycle)
    if theirs is None:
        return reverse("apply_start", args=[cycle.code])
    if theirs.state == ApplicationState.DRAFT:
        return reverse("apply_check", args=[cycle.code])
    return reverse("my_application", args=[theirs.pk])
