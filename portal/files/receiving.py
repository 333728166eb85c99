"""From an uploaded file to a kept one or to a sentence, for pages (HTML) and for upload.js (JSON) alike.

In a slice's view, after it asked whether the person may change the holder:

    received = receive(request, "cv", by=request.user, purpose="cv", now=system_now)
    if received.file:
        attach_cv(application=application, file=received.file, by=request.user, now=system_now)
    return received.answer(url=address_of(received.file))   # for the script; a page reads .problem

Attaching must bear being done twice: a retried upload comes back with the same file.
"""

import re
from dataclasses import dataclass

from django.http import JsonResponse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from .actions import FileRefused, keep
from .checking.verdict import Reason
from .models import PrivateFile, Scan
from .reasons import size_text

TOKEN = re.compile(r"[0-9A-Za-z_-]{16,64}")
TOKEN_FIELD = "upload_token"  # noqa: S105 (the name of a field)


@dataclass(frozen=True)
class Received:
    """What came of one upload.

    file: the row to attach, or None. problem: the sentence for the person, or "". reason: its code, or "".
    note: what to say besides ("You have sent this file before …"), or "". repeated: nothing new was written.
    """

    file: PrivateFile | None = None
    problem: str = ""
    reason: str = ""
    note: str = ""
    repeated: bool = False

    @property
    def status(self):
        if self.file is None:
            # Asking again in a minute helps against a busy server, and against nothing else.
            return 503 if self.reason == Reason.BUSY else 422
        return 200 if self.repeated else 201

    def answer(self, *, url=""):
        """The JSON for upload.js. url: where the file can be read, if the person may."""
        if self.file is None:
            body = {"problem": self.problem, "reason": self.reason}
        else:
            body = {
                "id": str(self.file.pk),
                "name": self.file.name,
                "about": about(self.file),
                "note": self.note,
                "url": url,
            }
        return JsonResponse(body, status=self.status, headers={"Cache-Control": "private, no-store"})


def receive(request, field, *, by, purpose, now, known=None, purge_after=None):
    """Take the file of one field of a multipart form.

    request: a POST. field: the name of the file input. The other arguments are those of `keep`. Returns
    Received, always: whatever the file is, the answer is a page or a sentence and never an error of the
    server.
    """
    upload = request.FILES.get(field)
    if upload is None:
        return Received(problem=_("No file arrived. Choose it again."), reason="missing")
    token = request.POST.get(TOKEN_FIELD, "")
    try:
        kept = keep(
            upload=upload,
            by=by if by is not None and by.is_authenticated else None,
            purpose=purpose,
            now=now,
            token=token if TOKEN.fullmatch(token) else "",
            known=known,
            purge_after=purge_after,
        )
    except FileRefused as refused:
        return Received(problem=str(refused.message), reason=str(refused.verdict.reason))
    return Received(file=kept.file, note=note_about(kept), repeated=kept.repeated)


def note_about(kept):
    if kept.file.scan == Scan.UNSCANNED:
        return _("It can be read once the virus scanner has looked at it.")
    if kept.twin is not None:
        return _("You have sent this file before, as %(name)s.") % {"name": kept.twin.name}
    return ""


def about(file):
    """ "214 KB, 2 pages" """
    if file.kind == "pdf":
        pages = ngettext("%(count)s page", "%(count)s pages", file.pages) % {"count": file.pages}
        return _("%(size)s, %(pages)s") % {"size": size_text(file.size), "pages": pages}
    return str(size_text(file.size))
