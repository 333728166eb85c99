"""What is done with private files: keep one that was sent, remove one, remove those whose time has come."""

import hashlib
import tempfile
from dataclasses import dataclass
from pathlib import Path

from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from portal.access.permissions import require
from portal.lifecycle.audit import record
from portal.lifecycle.refusals import Refusal

from .checking.judging import judge
from .checking.limits import MAX_BYTES
from .checking.verdict import Reason, refusal
from .judging_once import verdict_of
from .models import PrivateFile, Scan
from .names import clean_name
from .ownership import is_held
from .reasons import sentence
from .rules import loose_file_is_open
from .scanning import scan
from .storing import remove, store


class FileRefused(Refusal):
    """The file is not taken; `message` names it and says what to do, `verdict` has the reason's code."""

    def __init__(self, verdict, *, name, size):
        super().__init__(sentence(verdict, name=name, size=size))
        self.verdict = verdict


@dataclass(frozen=True)
class Kept:
    """What `keep` gives back.

    file: the row to point to. repeated: this very upload had arrived before (a retry), nothing new was
    written. twin: another file of the same owner with the same content, or None; the page says so.
    """

    file: PrivateFile
    repeated: bool = False
    twin: PrivateFile | None = None


def keep(*, upload, by, purpose, now, token="", known=None, purge_after=None):
    """Judge a file by its content and keep it.

    upload: Django's UploadedFile (or any File with a name and chunks()). by: a person, or None for a
    draft without an account. purpose: the document class ("cv", "passport"). now: callable returning an
    aware instant. token: the browser's own mark of this upload; the same token with the same content is
    the same upload. known: a queryset of files among which to look for the same content where there is
    no person. purge_after: aware instant or None.

    Returns Kept. Raises FileRefused. Must not be called inside a transaction: it opens, judges and stores.
    """
    by = by if by is not None and by.pk else None
    with tempfile.TemporaryDirectory(prefix="upload-") as room:
        sent = Path(room) / "sent"
        digest = _copy(upload, sent)
        if digest is None:
            raise FileRefused(refusal(Reason.TOO_LARGE), name=clean_name(upload.name), size=upload.size)
        earlier = _same_upload(token, by, purpose, digest)
        if earlier is not None:
            return Kept(earlier, repeated=True)
        verdict = verdict_of(digest, lambda: judge(sent, room))
        name = clean_name(upload.name, verdict.kind if verdict.accepted else None)
        scanned = _scan(sent) if verdict.accepted else Scan.NOT_ASKED
        if scanned == Scan.INFECTED:
            verdict = refusal(Reason.VIRUS, verdict.kind)
        if not verdict.accepted:
            raise FileRefused(verdict, name=name, size=sent.stat().st_size)
        twin = _twin(by, digest, known)
        at = now()
        if twin is not None and twin.purpose == purpose and _is_fresh(twin, at):
            return Kept(twin, twin=twin)
        content = Path(verdict.clean_path or sent)
        row = PrivateFile(
            name=name,
            kind=verdict.kind.value,
            size=content.stat().st_size,
            sha256=_digest(content),
            sent_sha256=digest,
            pages=verdict.pages,
            width=verdict.width,
            height=verdict.height,
            purpose=purpose,
            uploaded_by=by,
            uploaded_at=at,
            token=token,
            scan=scanned,
            purge_after=purge_after,
        )
        return _write(row, content, by=by, at=at, twin=twin)


def _write(row, content, *, by, at, twin):
    """Store first, then the row in one short transaction; content whose row was not written is taken
    away again.
    """
    row.storage_name = store(content, at=at)
    try:
        with transaction.atomic():
            row.save(force_insert=True)
            record(row, "portal.privatefile.keep", by=by, at=at, purpose=row.purpose, sha256=row.sha256)
    except IntegrityError:
        remove(row.storage_name)
        # Two tries of one upload arrived at once: the other was quicker.
        earlier = _same_upload(row.token, by, row.purpose, row.sent_sha256)
        if earlier is None:
            raise
        return Kept(earlier, repeated=True)
    except BaseException:
        remove(row.storage_name)
        raise
    return Kept(row, twin=twin)


def _copy(upload, path):
    """Write the upload to a file of our own and return its SHA-256, or None where it is too large."""
    if upload.size is not None and upload.size > MAX_BYTES:
        return None
    digest, left = hashlib.sha256(), MAX_BYTES
    with open(path, "xb") as copy:
        for piece in upload.chunks():
            left -= len(piece)
            if left < 0:
                return None
            digest.update(piece)
            copy.write(piece)
    return digest.hexdigest()


def _digest(path):
    with open(path, "rb") as content:
        return hashlib.file_digest(content, "sha256").hexdigest()


def _scan(path):
    with open(path, "rb") as content:
        return scan(content)


def _same_upload(token, by, purpose, digest):
    if not token:
        return None
    return PrivateFile.objects.filter(
        token=token, uploaded_by=by, purpose=purpose, sent_sha256=digest, purged_at=None
    ).first()


def _twin(by, digest, known):
    if by is not None:
        files = PrivateFile.objects.filter(uploaded_by=by)
    elif known is not None:
        files = known
    else:
        return None
    return files.filter(sent_sha256=digest, purged_at=None).order_by("-uploaded_at").first()


def _is_fresh(twin, at):
    """Whether a file can stand for a second upload: sent a moment ago, and in nobody's hands yet."""
    return loose_file_is_open(twin.uploaded_at, at) and not is_held(twin)


def purge(*, file, by, now, reason):
    """Remove the content and the pictures of its pages; the row stays and says when, the record says why.

    by: a person, or None where time does it. The content goes first: if the row cannot be written the
    next try does it, while a row that says "removed" is never wrong.
    """
    if by is not None:
        require(by, "purge", file)
    remove(file.storage_name)
    at = now()
    with transaction.atomic():
        changed = PrivateFile.objects.filter(pk=file.pk, purged_at=None).update(purged_at=at)
        if changed:
            record(file, "portal.privatefile.purge", by=by, at=at, why=str(reason))
    file.refresh_from_db()
    return file


def purge_due(now):
    """Remove every file whose time has come. now: callable. Returns how many."""
    due = PrivateFile.objects.filter(purge_after__lte=now(), purged_at=None)
    count = 0
    for file in due.order_by("purge_after")[:500]:
        purge(file=file, by=None, now=now, reason=_("The time for which it is kept has ended."))
        count += 1
    return count
