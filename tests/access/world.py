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

    @staticmethod
    def model(label):
        return apps.get_model(label)

    def first(self, label, **conditions):
        found = self.model(label)._base_manager.filter(**conditions).order_by("pk").first()
        assert found is not None, f"the demo has no {label} with {conditions}"
        return found

    def own(self, label, role):
        """The first object of a kind that somebody of this role may see."""
        found = visible_to(self.person(role), self.model(label)).order_by("pk").first()
        assert found is not None, f"the demo has no {label} that {role} may see"
        return found
