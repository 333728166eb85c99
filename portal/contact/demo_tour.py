"""The form, and what is said after it."""

from django.urls import reverse


def pages():
    return {"contact_form": reverse("contact"), "contact_sent": reverse("contact_sent")}
