from django.urls import path

from . import views

urlpatterns = [
    path("my/calendars/", views.my_calendars, name="my_calendars"),
    path("my/calendars/<int:pk>/renew/", views.renew_feed, name="renew_feed"),
]
