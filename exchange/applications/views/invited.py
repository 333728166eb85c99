"""The page behind an invitation's personal link: begin, or decline. Opening it is noted; its buttons do something."""

from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from portal.access import links
from portal.clock.system import system_now
from portal.lifecycle.refusals import Refusal

from ..actions.answering import begin
from ..actions.inviting import PURPOSE, decline, note_opened, note_started
from ..states import InvitationState
from .desks import browser_with, give_cookie, new_token


@require_http_methods(["GET", "POST"])
@never_cache
def invited(request, token):
    try:
        link = links.find(token, purpose=PURPOSE, now=system_now())
    except links.LinkRefused as refused:
        return render(request, "portal/link_refused.html", {"refusal": refused}, status=410)
    invitation, refusal = link.about, None
    answer = request.POST.get("answer", "")
    links.note(link, "used" if answer else "opened", now=system_now(), address=request.META.get("REMOTE_ADDR"))
    try:
        if answer == "decline":
            decline(invitation=invitation, now=system_now, reason=request.POST.get("reason", "")[:2000])
        elif answer == "begin":
            return begin_invited(request, invitation)
        elif request.method == "GET":
            note_opened(invitation=invitation, now=system_now)
    except Refusal as refused:
        refusal = refused
    context = {"invitation": invitation, "cycle": invitation.cycle, "person": invitation.person, "refusal": refusal,
               "declined": invitation.state == InvitationState.DECLINED, "declining": "decline" in request.GET}  # fmt: skip
    return render(request, "exchange/applications/invited.html", context)


def begin_invited(request, invitation):
    """The invited meet the same form: a draft of their account if they are signed in, else of this browser."""
    token = None if request.user.is_authenticated else new_token()
    by = browser_with(token) if token else request.user
    # Somebody else's forwarded mail leads to the same form, and is not their invitation.
    theirs = invitation if token or request.user == invitation.person else None
    begin(cycle=invitation.cycle, by=by, now=system_now, language=get_language(), invitation=theirs)
    if theirs:
        note_started(invitation=invitation, now=system_now)
    response = redirect("apply_section", invitation.cycle.code, "you")
    return give_cookie(request, response, token) if token else response
