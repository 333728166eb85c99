from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from portal.clock.system import system_now

from .access import may_read
from .models import PrivateFile, ReadingKind
from .pages import WIDTHS, page_picture
from .reading import note_reading
from .serving import serve_file, serve_picture, shut


def _file_or_404(request, act, pk, at):
    """The file, if this person may read it; whether it exists is told to nobody else."""
    file = get_object_or_404(PrivateFile, pk=pk)
    if not may_read(request.user, act, file, now=at):
        raise Http404
    return file


def _no_content(file):
    """The page for a file that its reader may know of and nobody may have."""
    if file.is_gone:
        return shut(HttpResponse(_("This file was removed."), status=410, content_type="text/plain; charset=utf-8"))
    words = _("This file waits for the virus scanner. Try again in a few minutes.")
    return shut(HttpResponse(words, status=409, content_type="text/plain; charset=utf-8"))


@require_safe
def private_file(request, pk):
    """The file itself, as an attachment."""
    at = system_now()
    file = _file_or_404(request, "read", pk, at)
    if not file.is_readable:
        return _no_content(file)
    return serve_file(request, file, person=request.user, at=at)


@require_safe
def private_file_page(request, pk, page, width):
    """One page as a picture, in place, for those who judge the file."""
    at = system_now()
    file = _file_or_404(request, "see pages", pk, at)
    if page not in file.page_numbers or width not in WIDTHS:
        raise Http404
    if not file.is_readable:
        return _no_content(file)
    picture = page_picture(file, page, width)
    if picture is None:
        words = _("This page cannot be drawn. Download the file.")
        return shut(HttpResponse(words, status=422, content_type="text/plain; charset=utf-8"))
    kind = ReadingKind.HEAD if request.method == "HEAD" else ReadingKind.PAGE
    note_reading(file, request.user, kind, at=at, page=page, address=request.META.get("REMOTE_ADDR"))
    return serve_picture(picture, f"{file.name}-{page}.png")
