from portal.access.permissions import Answers, answers
from portal.access.roles import Role, roles_of

from .models import Topic

WRITERS = frozenset({Role.EDITOR, Role.PUBLISHER, Role.DIRECTOR})
PUBLISHERS = frozenset({Role.PUBLISHER, Role.DIRECTOR})


@answers(Topic)
class TopicAccess(Answers):
    """Topics stand on public pages: everybody sees them, who publishes edits them."""

    def visible_to(self, person):
        return Topic.objects.all()

    def may(self, person, act, obj):
        if act == "list":
            return bool(roles_of(person) & WRITERS)
        return act in ("add", "change", "delete") and bool(roles_of(person) & PUBLISHERS)
