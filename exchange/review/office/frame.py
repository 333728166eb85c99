"""The frame of acts on a cycle or on one of its rows, which lead back to the screen that they were begun from."""

from django.contrib import messages
from django.urls import reverse

from exchange.cycles.models import Cycle
from portal.office.acting import ActionView
from portal.office.heading import heading


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
        act = self.title or self.label
        screen = f"{self.screen_title} {self.cycle_of(obj).code}"
        return heading(f"{act}: {obj}", "table", (screen, self.get_back_url(obj)), here=act)

    def say_done(self, text):
        if text:
            messages.success(self.request, text)
