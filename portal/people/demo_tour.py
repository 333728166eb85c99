"""Who may sign in to the demo, and where each of them begins."""

from django.urls import reverse

from .demo import DOMAIN, HOUSE, PASSWORD
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
    addresses = {f"{key}@{DOMAIN}": str(HOUSE[key][4][0]) for key in SHOWN}
    found = User.objects.filter(email__in=addresses, is_active=True).prefetch_related("role_assignments")
    lines = {person.email: sign_in_line(person, addresses[person.email]) for person in found}
    return [lines[address] for address in addresses if address in lines]


def pages():
    return {
        "sign_in": reverse("account_login"),
        "sign_up": reverse("account_signup"),
        "my_data": reverse("my_data"),
        "office": reverse("wagtailadmin_home"),
    }
