"""Before the form: what it is, in plain words; its button begins a draft."""

from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from portal.clock.cities import is_zone
from portal.clock.system import system_now
from portal.lifecycle.refusals import Refusal

from ..actions.answering import begin, live_of
from ..queries.deadlines import deadline_of, still_open
from .desks import browser_of, browser_with, cycle_of, give_cookie, new_token


@require_http_methods(["GET", "POST"])
@never_cache
def start(request, code):
    """Who it is for, who pays, what is given, which papers, how long it takes, whom to ask; then begin or go on."""
    cycle = cycle_of(code)
    browser = browser_of(request)
    by = request.user if request.user.is_authenticated else browser
    refusal = None
    if request.method == "POST":
        try:
            return begin_draft(request, cycle, by)
        except Refusal as refused:
            refusal = refused
    there = live_of(by, cycle) if by is not None else None
    other = live_of(browser, cycle) if browser is not None and by is not browser else None
    now = system_now()
    person = request.user if request.user.is_authenticated else None
    context = {
        "cycle": cycle, "there": there, "other": other, "refusal": refusal, "officer": cycle.officer,
        "open": still_open(cycle, person, now), "begun": now >= cycle.opens_at, "deadline": deadline_of(cycle, person),
    }  # fmt: skip
    return render(request, "exchange/applications/start.html", context)


def begin_draft(request, cycle, by):
    """Begin, and go to the first section. A browser without an account gets the cookie that brings it back."""
    token = None
    if by is None:
        token = new_token()
        by = browser_with(token)
    zone = request.POST.get("time_zone", "")
    begin(cycle=cycle, by=by, now=system_now, language=get_language(), zone=zone if is_zone(zone) else "")
    response = redirect("apply_section", cycle.code, "you")
    return give_cookie(request, response, token) if token else response
