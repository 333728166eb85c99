from portal.access.permissions import Answers, answers
from portal.access.roles import Role, roles_of

from .models import TranslationLevel

WRITERS = frozenset({Role.EDITOR, Role.PUBLISHER, Role.DIRECTOR})
# "list": what is out of date; "settle": a page says the same as the newer one; "hand over": a translation to a publisher.
ACTS = ("list", "settle", "hand over", "translate")


@answers(TranslationLevel)
class TranslationAccess(Answers):
    """Whoever writes pages translates them. Which pages they may edit is Wagtail's to say, and is asked besides."""

    def visible_to(self, person):
        return TranslationLevel.objects.all() if roles_of(person) & WRITERS else TranslationLevel.objects.none()

    def may(self, person, act, obj):
        return act in ACTS and bool(roles_of(person) & WRITERS)
