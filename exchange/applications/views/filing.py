"""The section of the files, and the address to which each of them is sent by itself."""

from django.http import JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from portal.clock.system import system_now
from portal.files.receiving import Received, receive
from portal.lifecycle.refusals import Refusal

from ..actions.filing import attach_file, files_held, refuse_file, remove_file
from ..queries.files import about, papers_by_class
from ..states import FileClass, Section
from .desks import entered_desk, own_desk
from .showing import after, around

HINTS = {
    FileClass.CV: lambda: _("Only the office and your reviewers can open it."),
    FileClass.REGISTRATION: lambda: _("From your medical chamber, not older than twelve months."),
}


def files_page(request, desk):
    """Shown, and posted to where there is no script: one file of each class, or one to remove."""
    problems, notes = {}, {}
    if request.method == "POST":
        go = request.POST.get("go", "stay")
        if "remove" in request.POST:
            take_away(desk, request.POST["remove"])
            go = "stay"
        for kind in FileClass.values:
            if kind in request.FILES:
                received = receive_at(request, desk, kind)
                problems[kind], notes[kind] = received.problem, received.note
        if not any(problems.values()) and not any(notes.values()):
            return redirect(after(desk, Section.FILES, go))
    classes = [
        {"kind": kind, "label": label, "hint": HINTS[kind](), "upload": desk.upload(kind),
         "papers": [shown(desk, row) for row in rows], "problem": problems.get(kind, ""), "note": notes.get(kind, "")}
        for kind, label, rows in papers_by_class(desk.application)
    ]  # fmt: skip
    context = around(request, desk, Section.FILES) | {
        "classes": classes, "title": Section.FILES.label, "problems": [c for c in classes if c["problem"]],
    }  # fmt: skip
    return render(request, "exchange/applications/files.html", context)


def shown(desk, row):
    """A file as the page lists it. Without an account there is nobody yet who may fetch it."""
    url = reverse("private_file", args=[row.file_id]) if desk.joined else ""
    return {"pk": row.file_id, "name": row.file.name, "note": about(row.file), "url": url}


def receive_at(request, desk, kind):
    """Judge, keep and attach one file; what is wrong with it is a sentence in the answer."""
    try:
        refuse_file(application=desk.application, kind=kind, by=desk.by)
        received = receive(
            request, kind, by=desk.by, purpose=f"applications.{kind}", now=system_now,
            known=files_held(desk.application),
        )  # fmt: skip
        if received.file:
            attach_file(application=desk.application, kind=kind, file=received.file, by=desk.by, now=system_now)
    except Refusal as refused:
        return Received(problem=str(refused.message), reason="refused")
    return received


def take_away(desk, key):
    """key: of the private file, as the page's button names it."""
    rows = desk.application.papers.select_related("file")
    paper = next((row for row in rows if str(row.file_id) == key), None)
    if paper is not None:
        remove_file(application=desk.application, paper=paper, by=desk.by, now=system_now)


@require_POST
@never_cache
def upload(request, code, kind):
    desk = own_desk(request, code)
    if desk is None:
        return JsonResponse({"signed_out": True}, status=401)
    return upload_at(request, desk, kind)


@require_POST
@never_cache
def upload_entered(request, pk, kind):
    return upload_at(request, entered_desk(request, pk), kind)


def upload_at(request, desk, kind):
    """One file by itself, sent by upload.js; its token lets a retry be known as one."""
    received = receive_at(request, desk, kind)
    file = received.file
    return received.answer(url=reverse("private_file", args=[file.pk]) if file and desk.joined else "")
