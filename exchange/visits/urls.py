from django.contrib.auth.decorators import login_required
from django.urls import path

from . import views

urlpatterns = [
    path("hosting/", views.hosting, name="hosting"),
    path("hosting/<int:pk>/arrival/", login_required(views.RecordArrival.as_view()), name="hosting_arrival"),
]
