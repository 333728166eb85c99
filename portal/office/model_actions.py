"""An act that has no row yet: inviting somebody, loading a list. The model itself is asked about."""

from django.urls import reverse

from .buttons import OfficeAction


class OfficeModelAction(OfficeAction):
    """A page of a viewset for an act on its model; `perform` gets None for the object."""

    def get_object(self):
        return self.model

    def too_late(self, obj):
        return None

    def get_form(self, obj, *data):
        return self.form_class(
            *data, initial=self.get_initial(None), asks_reason=bool(self.asks_reason) and self.asks_reason,
            **self.get_form_kwargs(None),
        )  # fmt: skip

    @classmethod
    def address_for(cls, obj=None):
        return reverse(cls.viewset.get_url_name(cls.slug))

    def get_success_url(self, obj, result):
        return reverse(self.viewset.get_url_name("index"))

    def frame(self, obj):
        frame = super().frame(obj)
        crumbs = frame["breadcrumbs_items"]
        return {**frame, "header_title": self.title or self.label, "breadcrumbs_items": [*crumbs[:2], crumbs[-1]]}
