from django.contrib import messages as notices
from django.contrib.auth import login
from django.contrib.auth.decorators import login_required
from django.http import HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import translation
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from portal.access import links
from portal.clock.system import system_now

from .actions import change_own_data, join
from .forms import JoinForm, MyDataForm
from .naming import allow_name, name_context, withdraw_name
from .starts import start_of


@require_GET
@login_required
def my_start(request):
    """Where a person lands after signing in: the office's worklist, the review desk, "My visit", or their own data."""
    return redirect(start_of(request.user))


@require_http_methods(["GET", "POST"])
@login_required
def my_data(request):
    """What the site knows of the person's names, language and city, to be changed by them."""
    form = MyDataForm(request.POST or None, instance=request.user)
    if request.method == "POST" and form.is_valid():
        person = change_own_data(person=form.save(commit=False), fields=form.changed_data, now=system_now)
        with translation.override(person.language):
            notices.success(request, _("Saved."))
            return HttpResponseRedirect(reverse("my_data"))
    roles = request.user.role_assignments.filter(until=None)
    context = {"form": form, "roles": roles, **name_context(request.user)}
    return render(request, "portal/people/my_data.html", context)


@require_POST
@login_required
def my_name(request):
    """The person lets their name stand on the public pages, or takes it off them."""
    if request.POST.get("answer") == "yes":
        allow_name(person=request.user, by=request.user, now=system_now)
        notices.success(request, _("Your name may stand on the public pages. You can take it off here at any time."))
    else:
        withdraw_name(person=request.user, by=request.user, now=system_now)
        notices.success(request, _("Your name stands on no public list any more."))
    back = request.POST.get("back", "")
    safe = url_has_allowed_host_and_scheme(back, allowed_hosts=None)
    return HttpResponseRedirect(back if safe else reverse("my_data"))


@require_http_methods(["GET", "POST"])
def people_join(request, token):
    """The page behind the invitation mail: opening it changes nothing; the password is set by its form."""
    try:
        link = links.find(token, purpose="people.join", now=system_now())
    except links.LinkRefused as refused:
        return render(request, "portal/link_refused.html", {"refusal": refused}, status=410)
    form = JoinForm(request.POST or None, person=link.person)
    if request.method == "GET":
        links.note(link, "opened", now=system_now(), address=request.META.get("REMOTE_ADDR"))
    elif form.is_valid():
        links.note(link, "used", now=system_now(), address=request.META.get("REMOTE_ADDR"))
        person = join(link=link, password=form.cleaned_data["password"], now=system_now)
        login(
            request,
            person,
            backend="allauth.account.auth_backends.AuthenticationBackend",
        )
        return redirect("my_start")
    invited = link.person
    context = {
        "form": form,
        "invited": invited,
        "name": invited.named(translation.get_language()),
        "roles": [row.get_role_display() for row in invited.role_assignments.filter(until=None)],
    }
    return render(request, "portal/people/join.html", context)
