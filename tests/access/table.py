"""The role × URL table: for every address of the site who gets in, and what the others are told.

Each slice has a file in rows/ with a list ROWS; see `Row` and the functions below it. The walk is test_every_url.py.
"""

import importlib.util
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from django.urls import URLResolver, get_resolver

from portal.access.roles import OFFICE_DOOR, STAFF_ROLES, Role

ANYBODY = "anybody"
"""A visitor who is not signed in."""
PEOPLE = (ANYBODY, *(role.value for role in Role))
DOOR = frozenset(role.value for role in OFFICE_DOOR)
STAFF = frozenset(role.value for role in STAFF_ROLES)
KEEPERS = STAFF | {Role.ADMINISTRATOR.value}
SIGNED_IN = frozenset(role.value for role in Role)
EVERYBODY = SIGNED_IN | {ANYBODY}
TO_SIGN_IN = "sign in"
"""What anybody meets at a page for people who are known: a redirect to the sign-in page."""


@dataclass(frozen=True)
class Row:
    """One address and its answers.

    name: the URL's name. see: the roles that get in. kwargs: function(world) -> dict of the address's parts.
    own: in words whose object or which case it is, where a name has several rows. ok: the status of those who get in.
    hidden: what the others get (403, or 404 where they may not know that the object exists). anybody: what a visitor
    without a sign-in gets: TO_SIGN_IN, a tuple of statuses, or "as others". exact: {role: status} that stand for
    themselves. method: "get", or "post" for addresses that only take one, with its data.
    owner: function(world) -> the person who stands for the role in `see`, where another's object is meant to be shut
    to the role's usual person.
    """

    name: str
    see: frozenset = frozenset()
    kwargs: object = None
    own: str = ""
    ok: int = 200
    hidden: int = 403
    anybody: object = TO_SIGN_IN
    exact: dict = field(default_factory=dict)
    method: str = "get"
    data: dict = field(default_factory=dict)
    content_type: str = ""
    owner: object = None

    @property
    def label(self):
        return f"{self.name} ({self.own})" if self.own else self.name

    def expected(self, who):
        """The statuses that `who` may get, or TO_SIGN_IN."""
        if who in self.exact:
            return (self.exact[who],)
        if who in self.see:
            return (self.ok,)
        if who == ANYBODY:
            return (self.hidden,) if self.anybody == "as others" else self.anybody
        return (self.hidden,)


@dataclass(frozen=True)
class Prefix:
    """Views of a library: names that begin so need no Row. Those of Wagtail are walked by test_library_urls.py."""

    begins: str


def office(name, see, **more):
    """A row of an address below /admin/: whoever has no key to the door is refused there."""
    return Row(name, see=frozenset(see), **more)


def first_of(label, **conditions):
    """kwargs: the pk of the first row of a model, "app.Model"."""
    return lambda world: {"pk": world.first(label, **conditions).pk}


def ready_for(label, act, **conditions):
    """kwargs: the pk of a row on which the act is possible: whoever is refused is refused for who they are."""
    return lambda world: {"pk": world.ready_for(label, act, **conditions).pk}


def too_late_for(label, act):
    """kwargs: the pk of a row from whose state nobody can do the act any more."""
    return lambda world: {"pk": world.too_late_for(label, act).pk}


def record_viewset(namespace, label, see, actions=None, hidden=404, extra=()):
    """The rows of a RecordViewSet. actions: {slug: roles}. hidden: what others at the door get for one record.

    An act is asked for on a row that is ready for it; one that no lifecycle knows, on the first.
    """
    one = first_of(label)
    rows = [office(f"{namespace}:{view}", see) for view in ("index", "index_results", *extra)]
    rows += [
        office(f"{namespace}:{view}", see, kwargs=one, hidden=hidden, exact=outside(see))
        for view in ("inspect", "history", "history_results")
    ]
    return rows + [act(namespace, slug, label, roles, see, hidden) for slug, roles in (actions or {}).items()]


def act(namespace, slug, label, roles=STAFF, see=STAFF, hidden=404, **more):
    """An act of the office on a row that is ready for it. more: kwargs, where the row is found otherwise."""
    more.setdefault("kwargs", ready_for(label, slug.replace("-", "_")))
    return office(f"{namespace}:{slug}", roles, exact=unseen(see, hidden), **more)


def viewset(namespace, label, see, edit=None, actions=None, hidden=404):
    """The rows of an OfficeViewSet. edit: the roles that may add, change and delete (those who see, if not given)."""
    edit = see if edit is None else edit
    one = first_of(label)
    rows = record_viewset(namespace, label, see, actions, hidden)
    rows += [office(f"{namespace}:add", edit)]
    rows += [
        office(f"{namespace}:{view}", edit, kwargs=one, hidden=403, exact=unseen(see, hidden))
        for view in ("edit", "delete")
    ]
    return [*rows, office(f"{namespace}:usage", see, kwargs=one, hidden=hidden, exact=outside(see))]


def person_of(obj):
    return obj.person if hasattr(obj, "person") else obj.application.person


def own_and_anothers(name, role, label, *, method="get", data=None, ok=200, **conditions):
    """Two rows: whoever the object belongs to gets in, and another person of the same role is told that there is none.

    label, conditions: which object. Those who run the exchange are told the same: they have the office.
    """

    def kwargs(world):
        return {"pk": world.first(label, **conditions).pk}

    def owner(world):
        return person_of(world.first(label, **conditions))

    def anothers(world):
        assert owner(world).pk != world.person(role).pk
        return kwargs(world)

    shared = {"method": method, "data": data or {}, "hidden": 404}
    return [
        Row(name, see=frozenset({role}), kwargs=kwargs, owner=owner, own="own", ok=ok, **shared),
        Row(name, kwargs=anothers, own="another's", **shared),
    ]


def outside(see):
    """Without a key to the office's door it is 403 for every address."""
    return dict.fromkeys(SIGNED_IN - DOOR - frozenset(see), 403)


def unseen(see, hidden):
    """At the door, but not among those who see the object: it does not exist for them."""
    return dict.fromkeys(DOOR - frozenset(see), hidden)


def collect():
    """Every slice's ROWS, by file."""
    rows = []
    for path in sorted((Path(__file__).parent / "rows").rglob("*.py")):
        spec = importlib.util.spec_from_file_location(f"rows_{path.stem}", path)
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
        rows += module.ROWS
    return rows


@lru_cache
def names_of_the_site():
    """Every name of the resolver, with its namespaces; nameless patterns have none."""

    def walk(patterns, spaces=()):
        for pattern in patterns:
            if isinstance(pattern, URLResolver):
                inner = (*spaces, pattern.namespace) if pattern.namespace else spaces
                yield from walk(pattern.url_patterns, inner)
            elif pattern.name:
                yield ":".join((*spaces, pattern.name))

    return frozenset(walk(get_resolver().url_patterns))


def is_as_expected(response, expected):
    if expected == TO_SIGN_IN:
        return response.status_code == 302 and "/accounts/login/" in response["Location"]
    return response.status_code in expected
