"""Included outside the language prefixes: a file has one address in both languages."""

from django.urls import path

from . import views

urlpatterns = [
    path("<uuid:pk>/", views.private_file, name="private_file"),
    path("<uuid:pk>/page/<int:page>/<int:width>.png", views.private_file_page, name="private_file_page"),
]
