from portal.access.permissions import Answers, answers
from portal.access.roles import Role, roles_of

from .models import PersonCard, StoryPage, Topic
from .openness import open_pages

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


@answers(PersonCard)
class PersonCardAccess(Answers):
    """Cards are written by whoever writes stories, and taken away by whoever publishes them."""

    def visible_to(self, person):
        return PersonCard.objects.all() if roles_of(person) & WRITERS else PersonCard.objects.none()

    def may(self, person, act, obj):
        wanted = PUBLISHERS if act == "delete" else WRITERS
        return act in ("list", "add", "change", "delete") and bool(roles_of(person) & wanted)


@answers(StoryPage)
class StoryAccess(Answers):
    """As the chooser of stories asks: Wagtail's own permissions say who edits which page."""

    def visible_to(self, person):
        return StoryPage.objects.filter(open_pages())

    def may(self, person, act, obj):
        return act == "list" and bool(roles_of(person) & WRITERS)
