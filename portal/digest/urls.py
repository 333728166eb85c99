from django.urls import path

from . import views

urlpatterns = [
    path("news-by-mail/", views.subscribe, name="digest_subscribe"),
    path("news-by-mail/asked/", views.asked, name="digest_asked"),
    path("news-by-mail/confirm/<str:token>/", views.confirm_page, name="digest_confirm"),
    path("news-by-mail/choices/<str:token>/", views.choices_page, name="digest_choices"),
    path("news-by-mail/unsubscribe/<str:token>/", views.unsubscribe_page, name="digest_unsubscribe"),
]
