"""The office's pages about the news by mail that are more than a list."""

from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets.button import HeaderButton

from portal.lifecycle.audit import history
from portal.office.buttons import OfficeAction
from portal.office.views import OfficeIndexView, OfficeInspectView

from .actions.keeping import erase
from .models import Subscriber
from .queries import copies_of, figures, told_in, wanted_topics


def topics_in_words(subscriber):
    return wanted_topics(subscriber, get_language()) or _("All topics")


class SubscribersIndex(OfficeIndexView):
    """The list, below what it comes to."""

    template_name = "portal/digest/office/subscribers.html"

    @property
    def header_buttons(self):
        button = HeaderButton(_("Digests sent"), url=reverse("digests:index"), icon_name="mail")
        return [*super().header_buttons, button]

    def get_context_data(self, **kwargs):
        return super().get_context_data(figures=figures(self.request.now, get_language()), **kwargs)


class SubscriberPage(OfficeInspectView):
    template_name = "portal/digest/office/subscriber.html"

    def get_fields_context(self):
        reader = self.object
        return [
            {"label": _("E-mail"), "value": reader.address},
            {"label": _("State"), "value": reader.get_state_display()},
            {"label": _("Language"), "value": reader.get_language_display()},
            {"label": _("Topics"), "value": str(topics_in_words(reader))},
            self.instant("asked_at"),
            self.instant("confirmed_at"),
            self.instant("ended_at"),
        ]

    def instant(self, name):
        field = Subscriber._meta.get_field(name)
        return {"label": field.verbose_name, "value": self.get_field_display_value(name, field)}

    def get_context_data(self, **kwargs):
        lines = history(self.object)[:10]
        return super().get_context_data(copies=copies_of(self.object)[:10], lines=lines, **kwargs)


class EraseSubscriber(OfficeAction):
    act = "erase"
    label = _("Erase")
    question = _(
        "The address goes, with its links, every mail to it and the record of those. It cannot be brought back; whoever has "
        "it can subscribe again. The reason is kept: do not write the address into it."
    )
    asks_reason = True
    done_message = _("The subscriber is erased.")

    def perform(self, obj, data):
        erase(subscriber=obj, by=self.request.user, now=self.now, reason=data["reason"])

    def get_facts(self, obj):
        return [{"label": _("E-mail"), "value": obj.address}, {"label": _("State"), "value": obj.get_state_display()}]

    def get_success_url(self, obj, result):
        return reverse("subscribers:index")

    def get_back_url(self, obj):
        return reverse("subscribers:inspect", args=[obj.pk])


class DigestPage(OfficeInspectView):
    """One digest: its stories, and how many got it in each language."""

    template_name = "portal/digest/office/digest.html"

    def get_page_subtitle(self):
        return self.get_field_display_value("due_at", self.object._meta.get_field("due_at"))

    def get_context_data(self, **kwargs):
        return super().get_context_data(told=told_in(self.object, get_language()), **kwargs)
