"""Where somebody who applied begins after signing in."""

from django.urls import reverse

from portal.people.starts import register_start

from .models import Application

register_start(
    60,
    lambda person: Application.objects.filter(person=person).exists(),
    lambda person: reverse("my_applications"),
)
