"""Every address of the site. This module alone joins the three apps."""

from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.conf.urls.static import static
from django.urls import include, path
from django.views.generic import RedirectView
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.api.v2.router import WagtailAPIRouter
from wagtail.documents import urls as wagtaildocs_urls

from events.schedule.public_api import EditionsAPIViewSet
from events.schedule.views import edition_calendar
from exchange.cycles.views import call_calendar
from portal.access.door import not_of_this_office, office_sign_in, office_sign_out
from portal.calendars import views as calendars
from portal.operations import views as operations
from portal.pages import views as pages
from portal.pages.languages import choose_language
from portal.pages.public_api.news import NewsAPIViewSet
from portal.pages.public_api.serving import api_root
from portal.pages.sharing.views import share_picture

api = WagtailAPIRouter("api_v1")
api.register_endpoint("news", NewsAPIViewSet)
api.register_endpoint("editions", EditionsAPIViewSet)

urlpatterns = [
    path("", choose_language, name="choose_language"),
    path("healthz", operations.healthz, name="healthz"),
    path("readyz", operations.readyz, name="readyz"),
    path("sitemap.xml", pages.sitemap, name="sitemap"),
    path("robots.txt", pages.robots, name="robots"),
    path("share/<int:pk>/<slug:shape>/<slug:digest>.png", share_picture, name="share_picture"),
    path("api/v1/", api_root, name="api_root"),
    path("api/v1/", api.urls),
    # Before Wagtail's: its own sign-in would pass by allauth's second factor and limits.
    path("admin/login/", office_sign_in, name="office_sign_in"),
    path("admin/logout/", office_sign_out, name="office_sign_out"),
    # Fails on purpose, for whoever asks: a line in the log that would call somebody for nothing.
    path("admin/failwhale/", not_of_this_office),
    path("admin/", include(wagtailadmin_urls)),
    path("calendars/editions/<slug:slug>.ics", edition_calendar, name="edition_calendar"),
    path("calendars/calls/<str:code>.ics", call_calendar, name="call_calendar"),
    path("calendars/feeds/<str:token>.ics", calendars.feed, name="calendar_feed"),
    path("documents/", include(wagtaildocs_urls)),
    path("files/", include("portal.files.urls")),
    path("favicon.ico", RedirectView.as_view(url=settings.STATIC_URL + "portal/art/mark.svg"), name="favicon"),
]

if settings.DEBUG:
    from portal.pages.gallery import gallery

    urlpatterns += [
        path("mailbox/", operations.mailbox, name="mailbox"),
        path("mailbox/<str:name>/", operations.mailbox, name="mailbox_one"),
        path("mailbox/<str:name>/html/", operations.mailbox_html, name="mailbox_html"),
        path("components/", gallery, name="components"),
        *static(settings.MEDIA_URL, document_root=settings.MEDIA_ROOT),
    ]

urlpatterns += i18n_patterns(
    path("accounts/", include("allauth.account.urls")),
    path("", include("portal.people.urls")),
    path("", include("exchange.applications.urls")),
    path("", include("exchange.review.urls")),
    path("", include("exchange.visits.urls")),
    path("", include("exchange.placements.urls")),
    path("", include("exchange.journey.urls")),
    path("", include("portal.calendars.urls")),
    path("", include("portal.digest.urls")),
    path("", include("portal.contact.urls")),
    path("", include("events.schedule.urls")),
    path("", include("portal.pages.urls")),
    prefix_default_language=True,
)
