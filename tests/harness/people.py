"""Fixtures about people.

noon                  an instant, and `now` a callable that gives it: a fixed clock for actions
person_with(*roles)   a new person who holds these roles, with a verified address, a password, and Wagtail's groups
sign_in(person)       a test client in which that person is signed in
"""

from datetime import UTC, datetime
from itertools import count

import pytest

PASSWORD = "correct horse battery"  # noqa: S105
NOON = datetime(2027, 3, 10, 4, 0, tzinfo=UTC)


@pytest.fixture
def noon():
    return NOON


@pytest.fixture
def now(noon):
    return lambda: noon


@pytest.fixture
def person_with(db):
    from allauth.account.models import EmailAddress

    from portal.people.groups import make_groups, put_into_groups
    from portal.people.models import RoleAssignment, User

    numbers = count(1)

    def make(*roles, email=None, password=PASSWORD, **fields):
        number = next(numbers)
        names = {"surname": f"Novák{number}", "given_names": "Eva", "time_zone": "Europe/Prague"}
        person = User.objects.create_user(
            email=email or f"person{number}@hospital.example", password=password, **{**names, **fields}
        )
        EmailAddress.objects.create(user=person, email=person.email, verified=True, primary=True)
        for role in roles:
            RoleAssignment.objects.create(person=person, role=role, since=NOON)
        if roles:
            make_groups()
            put_into_groups(person)
        return person

    return make


@pytest.fixture
def sign_in():
    from django.test import Client

    def make(person):
        client = Client()
        client.force_login(person)
        return client

    return make
