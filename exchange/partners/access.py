from portal.access.permissions import Answers, answers
from portal.access.roles import STAFF_ROLES, roles_of

from .models import LedgerEntry, Partner, PartnerContact, PartnerDepartment


class PartnerData(Answers):
    """Staff keep the partners; the public sees those that are published."""

    def visible_to(self, person):
        return self.model.objects.all() if roles_of(person) & STAFF_ROLES else self.model.objects.none()

    def may(self, person, act, obj):
        return act in ("list", "add", "change", "delete") and bool(roles_of(person) & STAFF_ROLES)


@answers(Partner)
class PartnerAccess(PartnerData):
    def visible_to(self, person):
        return super().visible_to(person) | Partner.objects.filter(published=True)


@answers(PartnerDepartment)
class DepartmentAccess(PartnerData):
    pass


@answers(PartnerContact)
class ContactAccess(PartnerData):
    pass


@answers(LedgerEntry)
class LedgerAccess(PartnerData):
    """Nobody adds, changes or deletes by hand: the ends of stays book, and staff take back with a reason."""

    def may(self, person, act, obj):
        if not roles_of(person) & STAFF_ROLES:
            return False
        if act in ("list", "export"):
            return True
        return (
            act == "reverse" and not isinstance(obj, type) and not obj.reverses_id and not hasattr(obj, "reversed_by")
        )
