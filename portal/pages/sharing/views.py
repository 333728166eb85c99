from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from portal.pages.models import StoryPage
from portal.pages.openness import open_pages

from . import stored
from .drawing import SHAPES


@require_safe
def share_picture(request, pk, shape, digest):
    """The picture of a public story. An address of what it showed before leads on to what it shows now."""
    if shape not in SHAPES:
        raise Http404
    stories = StoryPage.objects.live().filter(open_pages()).select_related("locale", "topic", "picture")
    page = get_object_or_404(stories, id=pk)
    if digest != stored.digest(page):
        return HttpResponseRedirect(stored.address(page, shape))
    response = HttpResponse(stored.picture(page, shape), content_type="image/png")
    response["Cache-Control"] = "public, max-age=31536000, immutable"
    return response
