"""Pages at their addresses, and what machines read about the site."""

from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe
from wagtail.views import serve as serve_found

from . import routing
from .sitemap import entries


def serve(request, path):
    """A page of the trees; where it exists in the other language only, in this language's frame."""
    try:
        request._wagtail_route_for_request = routing.route(request, path)
    except routing.Elsewhere as elsewhere:
        return elsewhere.response
    return serve_found(request, path)


@require_safe
def sitemap(request):
    return render(request, "portal/pages/sitemap.xml", {"entries": entries(request)}, content_type="application/xml")


@require_safe
def robots(request):
    address = request.build_absolute_uri(reverse("sitemap"))
    return render(request, "portal/pages/robots.txt", {"sitemap": address}, content_type="text/plain")
