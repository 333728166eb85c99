"""Topics in the office. Pages are edited where Wagtail edits them."""

from portal.office.viewsets import OfficeViewSet, offer

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
