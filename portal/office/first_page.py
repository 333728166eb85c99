"""The office's first page: the worklist, and the one box for staff; editors keep Wagtail's panels about pages."""

from wagtail.admin.ui.components import Component

from portal.access.roles import STAFF_ROLES, Role, roles_of

from .worklist import work_of

DESK_ROLES = STAFF_ROLES | {Role.ADMINISTRATOR}
WRITERS = frozenset({Role.EDITOR, Role.PUBLISHER})


def has_desk(person):
    """Whether the first page is a worklist for this person."""
    return bool(roles_of(person) & DESK_ROLES)


class WorklistPanel(Component):
    """What waits for me, since when, due when."""

    name = "worklist"
    template_name = "portal/office/worklist.html"
    order = 10

    def __init__(self, items, now):
        super().__init__()
        self.items, self.now = items, now

    def get_context_data(self, parent_context):
        items, now = self.items, self.now
        return {
            "now": now,
            "items": [{"item": item, "overdue": item.is_overdue(now)} for item in items],
            "urgent": sum(1 for item in items if item.urgent or item.is_overdue(now)),
        }


def put_worklist_first(request, panels):
    """For Wagtail's hook construct_homepage_panels."""
    roles = roles_of(request.user)
    if not roles & (DESK_ROLES | WRITERS):
        return
    items = work_of(request.user, request.now)
    if not roles & WRITERS:
        panels.clear()
    # Who only writes has Wagtail's panels as well, so that an empty list would tell nothing.
    if items or roles & DESK_ROLES:
        panels.insert(0, WorklistPanel(items, request.now))
