"""Where a reviewer begins."""

from django.urls import reverse

from portal.access.roles import Role, roles_of
from portal.people.starts import register_start

register_start(30, lambda person: Role.REVIEWER in roles_of(person), lambda person: reverse("review_desk"))
