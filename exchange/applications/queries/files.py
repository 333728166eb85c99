"""The files that an application holds, by class."""

from portal.files.reasons import size_text

from ..models import ApplicationFile
from ..states import FileClass


def papers_of(application):
    """Every ApplicationFile with its file, in the order of the classes; two queries at most."""
    order = list(FileClass.values)
    rows = ApplicationFile.objects.filter(application=application).select_related("file")
    return sorted(rows, key=lambda row: (order.index(row.kind), row.added_at))


def classes_with_files(application):
    return {row.kind for row in ApplicationFile.objects.filter(application=application, file__purged_at=None)}


def papers_by_class(application):
    """[(FileClass, label, [ApplicationFile])] for every class."""
    rows = papers_of(application)
    return [(kind, kind.label, [row for row in rows if row.kind == kind]) for kind in FileClass]


def about(file):
    """ "PDF, 214 KB, 3 pages" """
    from django.utils.translation import ngettext

    parts = [file.get_kind_display(), size_text(file.size)]
    if file.pages:
        parts.append(ngettext("%(count)s page", "%(count)s pages", file.pages) % {"count": file.pages})
    return ", ".join(parts)
