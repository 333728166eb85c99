"""The office's list of people: who holds which role, inviting staff, giving and ending roles, letting somebody leave."""

from django.db.models import Prefetch
from django.urls import path
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column

from portal.office import menu
from portal.office.columns import InstantColumn
from portal.office.viewsets import RecordViewSet, offer

from .access import may_read_roles
from .models import RoleAssignment, User
from .office_actions import AllowName, EndRole, GiveRole, InviteStaff, Leave, WithdrawName
from .office_pages import PeopleIndexView, PersonView, roles_page


class NameColumn(Column):
    """The person's name as the reader's language writes it."""

    def get_value(self, instance):
        return instance.named(get_language()) or instance.email or str(instance)


def roles_held(person):
    return ", ".join(str(row.get_role_display()) for row in person.role_assignments.all() if row.until is None)


class PeopleOffice(RecordViewSet):
    model = User
    name = "people"
    icon = "user"
    index_view_class = PeopleIndexView
    inspect_view_class = PersonView
    menu_label = _("People")
    menu_group = "house"
    menu_order = 10
    ordering = "surname"
    list_display = [
        NameColumn("name", label=_("Name"), sort_key="surname"),
        Column("email", label=_("E-mail"), sort_key="email"),
        Column("roles", label=_("Roles"), accessor=roles_held),
        Column("language", label=_("Language"), accessor="get_language_display"),
        InstantColumn("joined_at", label=_("Since"), sort_key="joined_at"),
    ]
    list_export = [
        "surname",
        "given_names",
        "preferred_name",
        "chinese_name",
        "email",
        "language",
        "is_active",
        "joined_at",
    ]
    search_fields = ["name_key", "email", "chinese_name"]
    inspect_view_fields = [
        "preferred_name", "given_names", "surname", "chinese_name", "email", "language", "is_active", "joined_at", "left_at",
    ]  # fmt: skip
    actions = (GiveRole, EndRole, AllowName, WithdrawName, Leave)

    def list_queryset(self, queryset):
        held = RoleAssignment.objects.filter(until=None)
        return queryset.prefetch_related(Prefetch("role_assignments", queryset=held))

    def get_index_view_kwargs(self, **kwargs):
        return super().get_index_view_kwargs(
            **{"invite_url_name": self.get_url_name("invite"), "roles_url_name": self.get_url_name("roles"), **kwargs}
        )

    def get_urlpatterns(self):
        return [
            *super().get_urlpatterns(),
            path("invite/", InviteStaff.bind(self), name="invite"),
            path("roles/", roles_page, name="roles"),
        ]


offer(PeopleOffice())
menu.enter(_("Roles"), "people:roles", icon="key", order=20, group="house", shown=may_read_roles)
