"""ActionView inside the office's frame, bound to the viewset whose records it acts on."""

from django.contrib.admin.utils import quote
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from wagtail.admin import messages

from .acting import ActionView
from .refusing import refuses_openly


class OfficeAction(ActionView):
    """One button of an OfficeViewSet or RecordViewSet. `slug` names its address; it is the act, hyphenated, if not given."""

    template_name = "portal/office/action.html"
    slug = None
    viewset = None

    def __init_subclass__(cls, **kwargs):
        super().__init_subclass__(**kwargs)
        if cls.slug is None and cls.act:
            cls.slug = cls.act.replace(" ", "-").replace("_", "-")

    @classmethod
    def bind(cls, viewset):
        """The view for one viewset's URLs; the viewset's model is the action's unless it names another."""
        cls.viewset = viewset
        cls.model = cls.model or viewset.model
        return refuses_openly(cls.as_view())

    @classmethod
    def address_for(cls, obj):
        return reverse(cls.viewset.get_url_name(cls.slug), args=[quote(obj.pk)])

    def get_success_url(self, obj, result):
        return reverse(self.viewset.get_url_name("inspect"), args=[quote(obj.pk)])

    def frame(self, obj):
        index = reverse(self.viewset.get_url_name("index"))
        return {
            "header_title": f"{self.title or self.label}: {obj}",
            "header_icon": self.viewset.icon,
            "breadcrumbs_items": [
                {"url": reverse("wagtailadmin_home"), "label": _("Home")},
                {"url": index, "label": capfirst(self.model._meta.verbose_name_plural)},
                {"url": self.get_back_url(obj), "label": str(obj)},
                {"url": "", "label": self.title or self.label},
            ],
        }

    def say_done(self, text):
        if text:
            messages.success(self.request, text)
