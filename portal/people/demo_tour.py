"""Who may sign in to the demo, and where each of them begins."""

from django.urls import reverse

from portal.access import links
from portal.access.roles import Role
from portal.clock.system import system_now

from .demo import DOMAIN, HOUSE, INVITED, PASSWORD
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
    "reader",
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
    addresses = {f"{key}@{DOMAIN}": str((*HOUSE[key][4], Role.READER)[0]) for key in SHOWN}
    found = User.objects.filter(email__in=addresses, is_active=True).prefetch_related("role_assignments")
    lines = {person.email: sign_in_line(person, addresses[person.email]) for person in found}
    return [lines[address] for address in addresses if address in lines]


def pages():
    invited = User.objects.filter(email=f"{INVITED}@{DOMAIN}", last_login=None).first()
    found = {}
    if invited:
        token = links.issue(purpose="people.join", person=invited, about=invited, now=system_now())
        found = {
            "link_join": reverse("people_join", args=[token]),
            "office_person": reverse("people:inspect", args=[invited.pk]),
        }
    return found | {
        "office_people": reverse("people:index"),
        "office_invite_staff": reverse("people:invite"),
        "office_roles": reverse("people:roles"),
        "office_sign_in": reverse("office_sign_in"),
        "office_find": f"{reverse('office_find')}?q=Claes",
        "sign_in": reverse("account_login"),
        "sign_up": reverse("account_signup"),
        "my_data": reverse("my_data"),
        "office": reverse("wagtailadmin_home"),
    }
