from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.panels import FieldPanel, FieldRowPanel

from portal.office.viewsets import OfficeViewSet

from .models import Department, Room


class DepartmentViewSet(OfficeViewSet):
    model = Department
    name = "departments"
    icon = "group"
    menu_label = _("Departments")
    menu_group = "house"
    menu_order = 30
    list_display = ["name_en", "name_zh"]
    search_fields = ["name_en", "name_zh"]
    panels = [FieldRowPanel([FieldPanel("name_en"), FieldPanel("name_zh")])]


class RoomViewSet(OfficeViewSet):
    model = Room
    name = "rooms"
    icon = "home"
    menu_label = _("Rooms")
    menu_group = "house"
    menu_order = 40
    list_display = ["name_en", "name_zh", "building_en", "capacity"]
    search_fields = ["name_en", "name_zh", "building_en", "building_zh"]
    panels = [
        FieldRowPanel([FieldPanel("name_en"), FieldPanel("name_zh")]),
        FieldRowPanel([FieldPanel("building_en"), FieldPanel("building_zh")]),
        FieldRowPanel([FieldPanel("capacity"), FieldPanel("order")]),
    ]


@hooks.register("register_admin_viewset")
def hospital_screens():
    return [DepartmentViewSet(), RoomViewSet()]
