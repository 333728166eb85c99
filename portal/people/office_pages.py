"""The office's pages about people that are more than a list: one person, and the roles of the house."""

from django.core.exceptions import PermissionDenied
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET
from wagtail.admin.widgets.button import HeaderButton

from portal.access.permissions import may
from portal.access.roles import ROLES_IN_WORDS
from portal.lifecycle.audit import history
from portal.office.heading import heading
from portal.office.refusing import refuses_openly
from portal.office.views import OfficeIndexView, OfficeInspectView

from .access import may_read_roles
from .models import RoleAssignment, User


class PeopleIndexView(OfficeIndexView):
    invite_url_name = None
    roles_url_name = None

    @property
    def header_buttons(self):
        buttons = list(super().header_buttons)
        if may(self.request.user, "invite staff", User):
            buttons.append(HeaderButton(_("Invite staff"), url=reverse(self.invite_url_name), icon_name="plus"))
        if may_read_roles(self.request.user):
            buttons.append(HeaderButton(_("Roles"), url=reverse(self.roles_url_name), icon_name="key"))
        return buttons


class PersonView(OfficeInspectView):
    """One person: names, roles past and present, the last lines of the record."""

    template_name = "portal/people/office_person.html"

    def get_context_data(self, **kwargs):
        held = RoleAssignment.objects.filter(person=self.object).select_related("given_by").order_by("-since")
        consents = self.object.name_consents.select_related("given_by", "withdrawn_by").order_by("-given_at")
        return super().get_context_data(held=held, consents=consents, lines=history(self.object)[:10], **kwargs)


@require_GET
@refuses_openly
def roles_page(request):
    """Every role: what it is for, what it may do, and who holds it now."""
    if not may_read_roles(request.user):
        raise PermissionDenied
    held = {}
    rows = RoleAssignment.objects.filter(until=None, person__is_active=True).select_related("person")
    for row in rows.order_by("person__surname"):
        held.setdefault(row.role, []).append(row.person)
    context = {
        "roles": [{"role": role, "label": role.label, "words": words, "people": held.get(role.value, [])}
                  for role, words in ROLES_IN_WORDS.items()],
        **heading(_("Roles"), "key", (_("People"), reverse("people:index"))),
    }  # fmt: skip
    return render(request, "portal/people/office_roles.html", context)
