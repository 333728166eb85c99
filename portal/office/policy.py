"""Wagtail's permission question, answered by the permission layer."""

from django.contrib.auth import get_user_model
from wagtail.permission_policies.base import BasePermissionPolicy

from portal.access.permissions import may, visible_to

# Without an object Wagtail asks whether some row might be changed or seen; the layer's word for that is "list".
OF_THE_MODEL = {"add": "add"}


class LayerPermissionPolicy(BasePermissionPolicy):
    """Per model it answers "list" and "add"; every other act is asked for the object."""

    def user_has_permission(self, user, action):
        return may(user, OF_THE_MODEL.get(action, "list"), self.model)

    def user_has_any_permission(self, user, actions):
        return any(self.user_has_permission(user, action) for action in actions)

    def user_has_permission_for_instance(self, user, action, instance):
        return may(user, action, instance)

    def instances_user_has_any_permission_for(self, user, actions):
        return visible_to(user, self.model)

    def users_with_any_permission(self, actions):
        """Nobody needs the list of those who might; an empty one says nothing that is not so."""
        return get_user_model()._default_manager.none()
