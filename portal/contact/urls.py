from django.urls import path

from . import views

urlpatterns = [
    # Below the page of the tree that says how to reach the office.
    path("contact/write/", views.contact, name="contact"),
    path("contact/sent/", views.sent, name="contact_sent"),
]
