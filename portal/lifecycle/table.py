"""A lifecycle as one readable table: which transition exists, who may make it, what it asks for. Pure."""

from dataclasses import dataclass
from dataclasses import field as attribute

CLOCK = "clock"
"""The actor of what time does; beside the role names in a table's `who`."""


@dataclass(frozen=True)
class Transition:
    """One row of the table.

    name: the verb, used as the act's name by the permission layer and by the audit record.
    sources, target: states. who: role names (or CLOCK, or a relation such as "owner" that a slice's access.py knows).
    asks: what must be given, so far "reason".
    """

    name: str
    sources: tuple
    target: str
    who: tuple
    asks: tuple = ()
    label: object = None


@dataclass(frozen=True)
class Lifecycle:
    """The table of one entity. `entity` is "app.model"; `born` are the states in which a row may be created."""

    entity: str
    states: type
    transitions: tuple
    born: tuple
    field: str = "state"
    by_name: dict = attribute(init=False, repr=False, compare=False)

    def __post_init__(self):
        names = {}
        for row in self.transitions:
            names.setdefault(row.name, []).append(row)
        object.__setattr__(self, "by_name", names)
        register(self)

    def find(self, name, source):
        """The transition of that name which leaves `source`, or None."""
        for row in self.by_name.get(name, ()):
            if source in row.sources:
                return row
        return None

    def leaving(self, source):
        """Every transition that exists from a state, in the table's order."""
        return [row for row in self.transitions if source in row.sources]

    @property
    def ends(self):
        """The states that nothing follows (written in capitals in the design)."""
        return {state for state in self.states.values if not self.leaving(state)}


_registered = {}


def register(lifecycle):
    _registered[lifecycle.entity] = lifecycle


def all_lifecycles():
    """Every table known, by entity name."""
    return dict(sorted(_registered.items()))
