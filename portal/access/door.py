"""Wagtail's own sign-in and sign-out lead to allauth's, which know the second factor and the limits."""

from django.contrib.auth import logout
from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpResponseRedirect
from django.shortcuts import resolve_url
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST


def office_sign_in(request):
    onward = request.GET.get("next", "")
    if not url_has_allowed_host_and_scheme(
        onward, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    ):
        onward = resolve_url("wagtailadmin_home")
    if request.user.is_authenticated:
        return HttpResponseRedirect(onward)
    return redirect_to_login(onward, resolve_url("account_login"))


@require_POST
def office_sign_out(request):
    logout(request)
    return HttpResponseRedirect(resolve_url("choose_language"))


def not_of_this_office(request):
    """In the place of a page of Wagtail's that the office does not have."""
    raise Http404
