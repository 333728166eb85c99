from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, ObjectList

from portal.office.columns import PersonColumn
from portal.office.viewsets import OfficeViewSet

from .forms import SpeakerForm
from .models import Speaker


class SpeakerViewSet(OfficeViewSet):
    model = Speaker
    name = "speakers"
    icon = "user"
    menu_label = _("Speakers and chairs")
    menu_group = "forum"
    menu_order = 40
    list_display = [
        PersonColumn("person", label=_("Name")),
        "affiliation_en",
        "city_en",
        "country",
        "edition",
    ]
    list_filter = ["edition"]
    search_fields = [
        "person__surname",
        "person__given_names",
        "person__chinese_name",
        "affiliation_en",
        "city_en",
    ]
    edit_handler = ObjectList(
        [
            FieldPanel("edition"),
            MultiFieldPanel(
                [
                    FieldRowPanel([FieldPanel("surname"), FieldPanel("given_names")]),
                    FieldRowPanel([FieldPanel("chinese_name"), FieldPanel("email")]),
                    FieldPanel("name_language"),
                ],
                heading=_("Person"),
            ),
            FieldRowPanel([FieldPanel("affiliation_en"), FieldPanel("affiliation_zh")]),
            FieldRowPanel([FieldPanel("city_en"), FieldPanel("city_zh")]),
            FieldPanel("country"),
            FieldPanel("biography_en"),
            FieldPanel("biography_zh"),
        ],
        base_form_class=SpeakerForm,
    )

    def list_queryset(self, queryset):
        return queryset.select_related("person", "edition")


@hooks.register("register_admin_viewset")
def speaker_screens():
    return [SpeakerViewSet()]
