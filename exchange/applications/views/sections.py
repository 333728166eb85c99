"""One section of the form: shown, saved by its button, and shown again with what is wrong."""

from django.http import HttpResponseRedirect
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from portal.clock.system import system_now

from ..actions.answering import save_answers
from ..forms.opening import form_of, take_apart
from ..states import ApplicationState, Section
from .desks import entered_desk, own_desk, today_of
from .filing import files_page
from .posted import kept_post, posted_texts, seen_before, sign_in_and_come_back, zone_of
from .showing import after, section_context


@require_http_methods(["GET", "POST"])
@never_cache
def section(request, code, section):
    desk = own_desk(request, code)
    if desk is None:
        if request.method == "POST" or "resume" in request.GET:
            return sign_in_and_come_back(request, code, section)
        return redirect("apply_start", code)
    return section_at(request, desk, section)


@require_http_methods(["GET", "POST"])
@never_cache
def section_entered(request, pk, section):
    return section_at(request, entered_desk(request, pk), section)


def section_at(request, desk, section):
    application = desk.application
    if not is_open(application, section):
        return redirect("my_application", application.pk)
    if section == Section.FILES:
        return files_page(request, desk)
    post = request.POST if request.method == "POST" else kept_post(request, application, section)
    if post:
        return save_section(request, desk, section, post)
    strict = "check" in request.GET
    form = form_of(section, application, today=today_of(system_now()), strict=strict, showing=bool(application.typed))
    return render(request, "exchange/applications/section.html", section_context(request, desk, section, form))


def save_section(request, desk, section, post):
    """Save what was posted. Where another tab wrote meanwhile nothing is overwritten, and the page says what differs."""
    texts = posted_texts(post, section)
    changes = take_apart(section, desk.application, texts, today=today_of(system_now()))
    saved = save_answers(
        application=desk.application, changes=changes, by=desk.by, now=system_now, version=version_in(post),
        seen=seen_before(post), language=get_language(), zone=zone_of(post),
    )  # fmt: skip
    wrong = list(changes.form.errors)
    go = post.get("go", "next")
    if not wrong and not saved.theirs and post is request.POST:
        return HttpResponseRedirect(after(desk, section, go))
    desk.application.refresh_from_db(fields=["version", "saved_at"])
    context = section_context(request, desk, section, changes.form, saved=saved, kept=post is not request.POST)
    return render(request, "exchange/applications/section.html", context)


def version_in(post):
    value = post.get("version", "")
    return int(value) if value.isdigit() else None


def is_open(application, section):
    """A draft is open; a returned application in the sections that the office named."""
    if application.state == ApplicationState.DRAFT:
        return True
    if application.state != ApplicationState.RETURNED:
        return False
    asked = application.information_requests.filter(closed_at=None).first()
    return asked is not None and section in asked.sections
