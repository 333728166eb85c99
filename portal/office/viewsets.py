"""The two bases of every list in the office. Lint forbids Wagtail's bare ones outside this folder.

OfficeViewSet: reference data, edited by forms. RecordViewSet: tables with a lifecycle, inspected, with acts as buttons.
Both narrow what they show by the permission layer and ask it per object in every view (see `views.py`).
"""

from django.contrib.admin.utils import quote
from django.urls import path, reverse
from wagtail import hooks
from wagtail.admin.admin_url_finder import ModelAdminURLFinder, register_admin_url_finder
from wagtail.admin.viewsets.model import ModelViewSet

from portal.access.permissions import may

from . import menu, views
from .history import RecordHistoryView
from .policy import LayerPermissionPolicy
from .refusing import refuses_openly


def offer(*viewsets):
    """Put viewsets into the office; called in a slice's office.py. Returns them."""
    hooks.register("register_admin_viewset", lambda: list(viewsets))
    return viewsets


class OfficeViewSet(ModelViewSet):
    """A list with forms. Set `model`, `name`, `icon`, `list_display`, `list_filter`, `search_fields`, `panels` as in Wagtail.

    menu_group: None for the first level, or a group of `menu.GROUPS`; menu_order within it; `in_menu = False` hides it.
    list_queryset(queryset): select_related and annotations for the list and its export.
    actions: subclasses of buttons.OfficeAction, shown as buttons where they are possible and allowed.
    """

    index_view_class = views.OfficeIndexView
    add_view_class = views.OfficeCreateView
    edit_view_class = views.OfficeEditView
    delete_view_class = views.OfficeDeleteView
    copy_view_class = views.OfficeCopyView
    usage_view_class = views.OfficeUsageView
    inspect_view_class = views.OfficeInspectView
    reorder_view_class = views.OfficeReorderView
    history_view_class = RecordHistoryView
    inspect_view_enabled = True
    copy_view_enabled = False
    # The columns are searched word by word; Wagtail's index is for pages.
    search_backend_name = None
    list_per_page = 50
    in_menu = True
    menu_group = None
    actions = ()

    @property
    def permission_policy(self):
        return LayerPermissionPolicy(self.model)

    def list_queryset(self, queryset):
        return queryset

    def get_common_view_kwargs(self, **kwargs):
        return super().get_common_view_kwargs(**{"actions": self.actions, **kwargs})

    def get_index_view_kwargs(self, **kwargs):
        return super().get_index_view_kwargs(**{"enrich": self.list_queryset, **kwargs})

    def get_inspect_view_kwargs(self, **kwargs):
        return super().get_inspect_view_kwargs(**{"history_url_name": self.get_url_name("history"), **kwargs})

    def construct_view(self, view_class, **kwargs):
        return refuses_openly(super().construct_view(view_class, **kwargs))

    def get_urlpatterns(self):
        return super().get_urlpatterns() + self.action_urlpatterns()

    def action_urlpatterns(self):
        conv = self.pk_path_converter
        return [path(f"<{conv}:pk>/{action.slug}/", action.bind(self), name=action.slug) for action in self.actions]

    def register_permissions(self):
        """Nothing: permissions are the layer's, and no group is edited by hand."""

    def register_menu_item(self):
        if self.in_menu:
            menu.enter(
                self.menu_label,
                self.get_url_name("index"),
                icon=self.icon,
                order=self.menu_order,
                group=self.menu_group,
                shown=lambda person: may(person, "list", self.model),
            )


class RecordURLFinder(ModelAdminURLFinder):
    """Leads to the page that shows a record, since no form edits it."""

    inspect_url_name = None

    def construct_edit_url(self, instance):
        return reverse(self.inspect_url_name, args=[quote(instance.pk)])

    def get_edit_url(self, instance):
        return self.construct_edit_url(instance) if may(self.user, "view", instance) else None


class RecordViewSet(OfficeViewSet):
    """List, page, history and export of a table with a lifecycle; whatever changes it is one of `actions`."""

    add_to_reference_index = False
    inspect_view_enabled = True

    def get_common_view_kwargs(self, **kwargs):
        kwargs = super().get_common_view_kwargs(**kwargs)
        return {
            **kwargs,
            **dict.fromkeys(("add_url_name", "edit_url_name", "delete_url_name", "usage_url_name", "copy_url_name")),
        }

    def get_form_class(self, for_update=False):
        """There is no form."""

    def get_urlpatterns(self):
        conv = self.pk_path_converter
        return [
            path("", self.index_view, name="index"),
            path("results/", self.index_results_view, name="index_results"),
            path(f"inspect/<{conv}:pk>/", self.inspect_view, name="inspect"),
            path(f"history/<{conv}:pk>/", self.history_view, name="history"),
            path(f"history-results/<{conv}:pk>/", self.history_results_view, name="history_results"),
            *self.action_urlpatterns(),
        ]

    def register_admin_url_finder(self):
        finder = type("Finder", (RecordURLFinder,), {"inspect_url_name": self.get_url_name("inspect")})
        register_admin_url_finder(self.model, finder)
