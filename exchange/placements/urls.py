from django.contrib.auth.decorators import login_required
from django.urls import path

from . import views

urlpatterns = [
    path("my/placements/", views.my_placements, name="my_placements"),
    path("my/placements/ask/<int:pk>/", views.ask, name="ask_for_place"),
    path("my/placements/<int:pk>/decline/", login_required(views.Decline.as_view()), name="decline_placement"),
    path("my/placements/<int:pk>/cancel/", login_required(views.Cancel.as_view()), name="cancel_placement"),
]
