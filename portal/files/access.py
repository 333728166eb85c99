from django.utils.translation import gettext_lazy as _

from portal.access.permissions import Answers, answers, may, visible_to
from portal.access.roles import is_staff
from portal.lifecycle.audit import register_act

from . import checks  # noqa: F401  (registers Django's system checks)
from .models import PrivateFile
from .ownership import holders_of, is_held, registered
from .rules import loose_file_is_open

# Here, since this room is loaded when the site starts: the record must know its acts before the first line.
register_act("portal.privatefile.keep", _("file received"))
register_act("portal.privatefile.purge", _("file removed"))
register_act("portal.privatefile.read", _("file read"))
register_act("portal.privatefile.scan", _("file scanned"))


@answers(PrivateFile)
class PrivateFileAccess(Answers):
    """A file has no readers of its own: whoever holds it is asked. One that nobody holds is its
    uploader's.
    """

    def visible_to(self, person):
        files = PrivateFile.objects.none()
        for model, lookup in registered():
            held = visible_to(person, model).order_by().values(lookup)
            files = files | PrivateFile.objects.filter(pk__in=held)
        if person is not None and person.is_authenticated:
            files = files | PrivateFile.objects.filter(uploaded_by=person)
        return files

    def sees(self, person, obj):
        return self.may(person, "read", obj)

    def may(self, person, act, obj):
        if act == "read":
            return self._of_holders(person, "read file", obj)
        if act == "see pages":
            return self._of_holders(person, "see file pages", obj)
        if act == "purge":
            return is_staff(person)
        return False

    def _of_holders(self, person, act, file):
        holders = list(holders_of(file))
        if holders:
            return any(may(person, act, holder) for holder in holders)
        return is_uploader(person, file) and not is_held(file)


def is_uploader(person, file):
    return (
        person is not None
        and person.is_authenticated
        and file.uploaded_by_id is not None
        and file.uploaded_by_id == person.pk
    )


def may_read(person, act, file, *, now):
    """The whole question for one reading: "read" or "see pages". A file that nothing holds is open for
    an hour.
    """
    if not may(person, act, file):
        return False
    return loose_file_is_open(file.uploaded_at, now) or is_held(file)
