from django.urls import path

from . import views

urlpatterns = [
    path("my/", views.my_start, name="my_start"),
    path("my/data/", views.my_data, name="my_data"),
    path("my/data/name/", views.my_name, name="my_name"),
    path("join/<str:token>/", views.people_join, name="people_join"),
]
