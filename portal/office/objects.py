"""One object in the office: found among what the person may see, and asked about by the view's act."""

from django.contrib.admin.utils import quote, unquote
from django.urls import reverse

from portal.access.permissions import get_visible_or_404, may, require


class ObjectOfTheLayer:
    """Put before one of Wagtail's generic views. `act` is what the view does to the object."""

    act = "view"
    inspect_url_name = None

    def get_object(self, queryset=None):
        found = self.__dict__.get("object")
        if found is None:
            key = unquote(str(self.kwargs[self.pk_url_kwarg]))
            found = get_visible_or_404(self.request.user, self.model, pk=key)
        if self.act != "view":
            require(self.request.user, self.act, found)
        return found

    def may(self, act, obj):
        return may(self.request.user, act, obj)

    def address(self, name, obj, act):
        return reverse(name, args=[quote(obj.pk)]) if name and self.may(act, obj) else None

    def back_to(self, obj):
        """Where the object's own page is: the form for who may change it, else the page that shows it."""
        return self.address(getattr(self, "edit_url_name", None), obj, "change") or self.address(
            self.inspect_url_name, obj, "view"
        )
