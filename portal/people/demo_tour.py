"""Who may sign in to the demo, and where each of them begins."""

from django.urls import reverse

from portal.operations.models import DemoRow

from .demo import HOUSE, PASSWORD
from .models import User
from .starts import start_of

SHOWN = (
    "administrator",
    "director",
    "office",
    "editor",
    "publisher",
    "reviewer",
    "host",
    "doctor",
)


def sign_in_line(person, role):
    return {
        "role": role,
        "name": person.named(person.language),
        "email": person.email,
        "password": PASSWORD,
        "language": person.language,
        "start": start_of(person),
    }


def people():
    rows = DemoRow.objects.filter(key__in=[f"person.{key}" for key in SHOWN])
    by_key = {row.key.removeprefix("person."): row.object_id for row in rows}
    found = User.objects.prefetch_related("role_assignments").in_bulk(
        [int(pk) for pk in by_key.values()]
    )
    return [
        sign_in_line(found[int(by_key[key])], str(HOUSE[key][4][0])) for key in SHOWN if key in by_key
    ]  # fmt: skip


def pages():
    return {
        "sign_in": reverse("account_login"),
        "sign_up": reverse("account_signup"),
        "my_data": reverse("my_data"),
        "office": reverse("wagtailadmin_home"),
    }
