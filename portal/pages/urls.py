"""Below a language: the feeds and the page trees. Wagtail's own list is not taken over, since its sign-in is a door
beside ours."""

from django.urls import path, re_path
from django.views.generic import RedirectView
from wagtail import views as wagtail_views
from wagtail.urls import serve_pattern

from .feeds import NewsFeed
from .searching.views import search_page
from .views import serve

urlpatterns = [
    path("feeds/news.atom", NewsFeed(), name="news_feed"),
    path("search/", search_page, name="search"),
    path(
        "_util/authenticate_with_password/<int:page_view_restriction_id>/<int:page_id>/",
        wagtail_views.authenticate_with_password,
        name="wagtailcore_authenticate_with_password",
    ),
    path(
        "_util/login/",
        RedirectView.as_view(pattern_name="account_login", query_string=True),
        name="wagtailcore_login",
    ),
    re_path(serve_pattern, serve, name="wagtail_serve"),
]
