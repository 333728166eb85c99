from django.urls import path

from . import views

urlpatterns = [
    path("forum/<slug:edition>/sessions/<slug:session>/", views.session_page, name="session_page"),
    path("forum/<slug:edition>/speakers/", views.speakers_page, name="speakers_page"),
]
