"""The page of the one box."""

from django.core.exceptions import PermissionDenied
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET

from .find import find
from .first_page import has_desk
from .heading import heading
from .refusing import refuses_openly
from .search_terms import clean


@require_GET
@refuses_openly
def find_page(request):
    """What was found for the words in the one box."""
    if not has_desk(request.user):
        raise PermissionDenied
    term = clean(request.GET.get("q", ""))
    context = {
        "term": term,
        "hits": find(request.user, term),
        **heading(_("Find"), "search"),
    }
    return render(request, "portal/office/find.html", context)
