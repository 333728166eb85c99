from portal.access.permissions import Answers, answers, by_role
from portal.access.roles import STAFF_ROLES, Role, roles_of

from .models import OutboxMessage
from .states import MAIL, STUCK


@answers(OutboxMessage)
class MailAccess(Answers):
    """Staff read the outbox (secrets are dots for everybody); nobody else does."""

    READERS = STAFF_ROLES | {Role.ADMINISTRATOR}

    def visible_to(self, person):
        return OutboxMessage.objects.all() if roles_of(person) & self.READERS else OutboxMessage.objects.none()

    def sees(self, person, obj):
        return bool(roles_of(person) & self.READERS)

    def may(self, person, act, obj):
        roles = roles_of(person)
        if act in ("list", "send again"):
            return bool(roles & self.READERS)
        if isinstance(obj, type) or not roles & self.READERS:
            return False
        if act == "settle":
            return obj.state in STUCK and obj.settled_at is None
        return by_role(person, MAIL, act, obj, roles)
