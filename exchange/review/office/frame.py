"""The frame of acts on a cycle or on one of its rows, which lead back to the screen that they were begun from."""

from django.contrib import messages
from django.urls import reverse
from django.utils.translation import gettext as _

from exchange.cycles.models import Cycle
from portal.office.acting import ActionView


class CycleScreenAct(ActionView):
    """screen: name of the screen's address, which takes the cycle's key. screen_title: its words."""

    template_name = "portal/office/action.html"
    screen = ""
    screen_title = ""

    def cycle_of(self, obj):
        return obj if isinstance(obj, Cycle) else obj.cycle

    def get_success_url(self, obj, result):
        return reverse(self.screen, args=[self.cycle_of(obj).pk])

    def frame(self, obj):
        return {
            "header_title": f"{self.title or self.label}: {obj}",
            "header_icon": "table",
            "breadcrumbs_items": [
                {"url": reverse("wagtailadmin_home"), "label": _("Home")},
                {"url": self.get_back_url(obj), "label": f"{self.screen_title} {self.cycle_of(obj).code}"},
                {"url": "", "label": self.title or self.label},
            ],
        }

    def say_done(self, text):
        if text:
            messages.success(self.request, text)
