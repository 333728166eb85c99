"""One layer answers "may this person do this to that object". Slices answer for their models in their access.py."""

from django.core.exceptions import PermissionDenied
from django.http import Http404

from .roles import STAFF_ROLES, Role, roles_of

_answers = {}


class Answers:
    """What a slice knows about one model. Everything is refused that a subclass does not allow."""

    model = None

    def visible_to(self, person):
        """The rows that the person may see, as a queryset."""
        return self.model._default_manager.none()

    def sees(self, person, obj):
        """Whether the person may see this row; a subclass overrides it where a query can be saved."""
        return self.visible_to(person).filter(pk=obj.pk).exists()

    def may(self, person, act, obj):
        """Whether the person may do `act` (a verb; obj is the model itself for acts without a row, such as "list")."""
        return False


class KeptByTheHouse(Answers):
    """Staff and the administrator see the rows and do what `acts` names; nobody else knows of them."""

    KEEPERS = STAFF_ROLES | {Role.ADMINISTRATOR}
    acts = ("list",)

    def visible_to(self, person):
        rows = self.model._default_manager
        return rows.all() if roles_of(person) & self.KEEPERS else rows.none()

    def sees(self, person, obj):
        return bool(roles_of(person) & self.KEEPERS)

    def may(self, person, act, obj):
        return act in self.acts and bool(roles_of(person) & self.KEEPERS)


def answers(model):
    """Class decorator in a slice's access.py: this class answers for that model."""

    def register(cls):
        cls.model = model
        _answers[model] = cls()
        return cls

    return register


def answers_for(model):
    for ancestor in model.__mro__:
        if ancestor in _answers:
            return _answers[ancestor]
    raise LookupError(f"No access.py answers for {model.__name__}")


def may(person, act, obj):
    """The one question. obj is an instance, or a model class where there is no row yet."""
    # __class__ looks through the lazy request.user, which type() does not.
    model = obj if isinstance(obj, type) else obj.__class__
    spokesman = answers_for(model)
    if act == "view" and not isinstance(obj, type):
        return spokesman.sees(person, obj)
    return spokesman.may(person, act, obj)


def visible_to(person, model):
    """The rows of a model that the person may see."""
    return answers_for(model).visible_to(person)


def require(person, act, obj):
    """Let pass, or raise: Http404 to somebody who may not know that the object exists, else PermissionDenied (403)."""
    if may(person, act, obj):
        return
    if not isinstance(obj, type) and not may(person, "view", obj):
        raise Http404
    raise PermissionDenied


def get_visible_or_404(person, model, **lookup):
    """One row that the person may see, or Http404 alike for "there is none" and "not for you"."""
    try:
        return visible_to(person, model).get(**lookup)
    except (model.DoesNotExist, ValueError) as missing:
        raise Http404 from missing


def by_role(person, lifecycle, act, obj, roles):
    """Whether the lifecycle's table lets one of `roles` make the transition `act` from where obj stands."""
    step = lifecycle.find(act, getattr(obj, lifecycle.field))
    return step is not None and bool(set(step.who) & set(roles))
