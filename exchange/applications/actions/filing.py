"""Add a file to an application and take one away."""

from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext_lazy as _

from portal.access.permissions import require
from portal.files.models import PrivateFile
from portal.lifecycle.audit import record, register_act
from portal.lifecycle.refusals import Refusal

from ..models import Application, ApplicationFile
from ..states import ApplicationState, FileClass, Section

register_act("exchange.application.add_file", _("file added"))
register_act("exchange.application.remove_file", _("file taken away"))

MOST_FILES = 6


def refuse_file(*, application, kind, by):
    """Raise where this person may not add this kind of file now; asked before anything is received."""
    require(by, "add file", application)
    if kind not in FileClass.values:
        raise Refusal(_("This kind of file is not asked for."), field="file")
    refuse_shut(application)


def files_held(application):
    """The files among which the same content is looked for where there is no account yet."""
    return PrivateFile.objects.filter(pk__in=application.papers.values("file"))


def attach_file(*, application, kind, file, by, now):
    """Attach a file that was received. Doing it twice changes nothing. Returns (ApplicationFile, whether it is new)."""
    refuse_file(application=application, kind=kind, by=by)
    with transaction.atomic():
        Application.objects.filter(pk=application.pk).update(version=F("version"))
        at = now()
        held = ApplicationFile.objects.filter(application=application, kind=kind)
        there = held.filter(file__sent_sha256=file.sent_sha256).first()
        if there:
            return there, False
        if held.count() >= MOST_FILES:
            raise Refusal(_("There are six files already. Remove one first."), field="file")
        row = ApplicationFile.objects.create(application=application, file=file, kind=kind, added_at=at)
        touch(application, at)
        record(application, "exchange.application.add_file", by=by, at=at, kind=kind, name=file.name)
    return row, True


def remove_file(*, application, paper, by, now):
    """Take a file away from the application; its content goes with the next sweep of files that nobody holds."""
    require(by, "remove file", application)
    refuse_shut(application)
    with transaction.atomic():
        at = now()
        record(
            application,
            "exchange.application.remove_file",
            by=by,
            at=at,
            kind=paper.kind,
            name=paper.file.name,
        )
        paper.delete()
        touch(application, at)


def touch(application, at):
    Application.objects.filter(pk=application.pk).update(saved_at=at)
    application.saved_at = at


def refuse_shut(application):
    if application.state != ApplicationState.RETURNED:
        return
    asked = application.information_requests.filter(closed_at=None).first()
    if asked is None or Section.FILES not in asked.sections:
        raise Refusal(_("This part of your application is not open for changes."))
