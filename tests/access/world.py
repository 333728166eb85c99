"""The people and objects with which the table's addresses are built: those of the demo."""

from access.table import ANYBODY
from django.apps import apps

from portal.access.permissions import visible_to
from portal.access.roles import Role
from portal.operations.models import DemoRow
from portal.people.models import User


class World:
    """One of each role, found in the demo; `first` and `own` find objects."""

    def __init__(self):
        self._people = {}

    def person(self, role):
        """Somebody who holds this role (as a value) and no other that opens more; None for anybody."""
        if role == ANYBODY:
            return None
        if role not in self._people:
            self._people[role] = self.find_person(role)
        return User.objects.get(pk=self._people[role].pk)

    def find_person(self, role):
        if role == Role.READER:
            names = {"preferred_name": "Ada Reader", "password": "walks everywhere"}
            return User.objects.create_user(email="reader@walk.example", **names)
        if role == Role.APPLICANT:
            return self.model("exchange.Application").objects.exclude(person=None).order_by("pk").first().person
        return DemoRow.objects.get(key=f"person.{role}").obj

    def another(self, role):
        """Somebody else who holds this role."""
        others = User.objects.filter(role_assignments__role=role).exclude(pk=self.person(role).pk)
        return others.order_by("pk").first()

    @staticmethod
    def model(label):
        return apps.get_model(label)

    def first(self, label, **conditions):
        found = self.model(label)._base_manager.filter(**conditions).order_by("pk").first()
        assert found is not None, f"the demo has no {label} with {conditions}"
        return found

    def ready_for(self, label, act, **conditions):
        """The first row from whose state the table of its kind knows this act; any row, where no table speaks of it."""
        sources = self.sources(label, act)
        return self.first(label, **({"state__in": sources} if sources else {}), **conditions)

    def too_late_for(self, label, act):
        """The first row from whose state nobody can do this act."""
        states = set(self.model(label).lifecycle.states.values) - set(self.sources(label, act))
        return self.first(label, state__in=sorted(states))

    def given(self, label, state, **fields):
        """The first row in a state, with these values written into it."""
        found = self.first(label, state=state)
        self.model(label).objects.filter(pk=found.pk).update(**fields)
        return self.first(label, pk=found.pk)

    def sources(self, label, act):
        lifecycle = getattr(self.model(label), "lifecycle", None)
        return [state for row in (lifecycle.by_name.get(act, ()) if lifecycle else ()) for state in row.sources]

    def own(self, label, role):
        """The first object of a kind that somebody of this role may see."""
        found = visible_to(self.person(role), self.model(label)).order_by("pk").first()
        assert found is not None, f"the demo has no {label} that {role} may see"
        return found
