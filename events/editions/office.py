from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.panels import FieldPanel, FieldRowPanel

from portal.office.viewsets import OfficeViewSet

from .models import ForumSeries, SubForum


class SeriesViewSet(OfficeViewSet):
    model = ForumSeries
    name = "forum_series"
    icon = "folder-open-inverse"
    menu_label = _("Series")
    menu_group = "forum"
    menu_order = 50
    list_display = ["name_en", "name_zh", "slug"]
    panels = [FieldRowPanel([FieldPanel("name_en"), FieldPanel("name_zh")]), FieldPanel("slug")]


class SubForumViewSet(OfficeViewSet):
    model = SubForum
    name = "sub_forums"
    icon = "tag"
    menu_label = _("Sub-forums")
    menu_group = "forum"
    menu_order = 30
    list_display = ["name_en", "name_zh", "edition", "order"]
    list_filter = ["edition"]
    search_fields = ["name_en", "name_zh"]
    panels = [
        FieldPanel("edition"),
        FieldRowPanel([FieldPanel("name_en"), FieldPanel("name_zh")]),
        FieldRowPanel([FieldPanel("slug"), FieldPanel("order")]),
    ]

    def list_queryset(self, queryset):
        return queryset.select_related("edition")


@hooks.register("register_admin_viewset")
def edition_screens():
    return [SeriesViewSet(), SubForumViewSet()]
