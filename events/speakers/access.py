from events.editions.states import PUBLIC, EditionState
from portal.access.permissions import Answers, answers
from portal.access.roles import STAFF_ROLES, roles_of

from .models import Speaker


@answers(Speaker)
class SpeakerAccess(Answers):
    """A speaker goes with the edition; staff write the profile until the edition is archived."""

    def visible_to(self, person):
        if roles_of(person) & STAFF_ROLES:
            return Speaker.objects.all()
        return Speaker.objects.filter(edition__state__in=PUBLIC)

    def may(self, person, act, obj):
        if act not in ("list", "add", "change", "delete") or not roles_of(person) & STAFF_ROLES:
            return False
        return isinstance(obj, type) or obj.edition.state != EditionState.ARCHIVED
