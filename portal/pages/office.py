"""Topics in the office. Pages are edited where Wagtail edits them."""

from wagtail import hooks

from portal.access.roles import roles_of
from portal.office.viewsets import OfficeViewSet, offer

from .access import WRITERS
from .models import Topic


class TopicViewSet(OfficeViewSet):
    model = Topic
    name = "topics"
    icon = "tag"
    menu_order = 250
    list_display = ["name_en", "name_zh", "slug", "order"]
    search_fields = ["name_en", "name_zh"]
    form_fields = ["name_en", "name_zh", "slug", "order"]


offer(TopicViewSet())


@hooks.register("construct_page_chooser_queryset")
def drafts_are_their_writers(pages, request):
    """Wagtail's window for choosing a page asks nobody who they are: whoever writes none chooses among those published."""
    return pages if roles_of(request.user) & WRITERS else pages.live()
