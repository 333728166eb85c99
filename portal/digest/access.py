from portal.access.permissions import Answers, answers
from portal.access.roles import STAFF_ROLES, Role, roles_of

from .models import DigestIssue, DigestTiming, Subscriber


class KeptByTheHouse(Answers):
    """Addresses of readers are personal data: staff and the administrator see them, who only writes pages does not."""

    KEEPERS = STAFF_ROLES | {Role.ADMINISTRATOR}
    acts = ("list",)

    def visible_to(self, person):
        rows = self.model._default_manager
        return rows.all() if roles_of(person) & self.KEEPERS else rows.none()

    def sees(self, person, obj):
        return bool(roles_of(person) & self.KEEPERS)

    def may(self, person, act, obj):
        return act in self.acts and bool(roles_of(person) & self.KEEPERS)


@answers(Subscriber)
class SubscriberAccess(KeptByTheHouse):
    """Nobody types an address or changes what somebody asked for: a person does, by mailed links."""

    acts = ("list", "erase")


@answers(DigestIssue)
class DigestAccess(KeptByTheHouse):
    pass


@answers(DigestTiming)
class TimingAccess(KeptByTheHouse):
    acts = ("list", "change")
