from zoneinfo import ZoneInfo

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page
from wagtail.search import index

from portal.clock.cities import OFFICE_ZONE
from portal.pages.blocks import TEXT_FEATURES, BodyBlock
from portal.pages.models.site_page import SitePage

from ..states import Programme
from .cycle import Cycle

PLAIN = {"features": TEXT_FEATURES, "blank": True}


class ProgrammePage(SitePage):
    """How a programme works, in one language; its calls stand below it."""

    template = "exchange/cycles/programme_page.html"
    parent_page_types = ["portal.HomePage"]
    subpage_types = ["exchange.CallPage"]

    programme = models.CharField(_("programme"), max_length=2, choices=Programme, default=Programme.VISITING_EXPERT)
    intro = models.TextField(_("lead"), max_length=400, blank=True)
    body = StreamField(BodyBlock(), verbose_name=_("text"), blank=True)

    content_panels = [*Page.content_panels, FieldPanel("programme"), FieldPanel("intro"), FieldPanel("body")]
    search_fields = [*Page.search_fields, index.SearchField("intro"), index.SearchField("body")]

    class Meta:
        verbose_name = _("page of a programme")
        verbose_name_plural = _("pages of programmes")

    def get_context(self, request, *args, **kwargs):
        from exchange.cycles.queries import programme_context

        return {**super().get_context(request, *args, **kwargs), **programme_context(self, request)}


class CallPage(SitePage):
    """A cycle as the public reads it, in one language. Dates and seats come from the cycle, the words from here.

    The form's first page shows the same words, so that nobody begins without having read them.
    """

    template = "exchange/cycles/call_page.html"
    parent_page_types = ["exchange.ProgrammePage"]
    subpage_types = []

    cycle = models.ForeignKey(Cycle, on_delete=models.PROTECT, related_name="call_pages", verbose_name=_("cycle"))
    intro = models.TextField(_("lead"), max_length=400, blank=True)
    who_can_apply = RichTextField(_("who can apply"), **PLAIN)
    who_pays = RichTextField(_("who pays"), **PLAIN)
    what_is_given = RichTextField(_("what is given"), **PLAIN)
    which_papers = RichTextField(_("which papers"), **PLAIN)
    time_needed = models.CharField(
        _("how long it takes"),
        max_length=160,
        blank=True,
        help_text=_("Such as: about forty minutes, in several sittings."),
    )
    body = StreamField(BodyBlock(), verbose_name=_("more"), blank=True)

    content_panels = [
        *Page.content_panels,
        FieldPanel("cycle"),
        FieldPanel("intro"),
        MultiFieldPanel(
            [
                FieldPanel(name)
                for name in ("who_can_apply", "who_pays", "what_is_given", "which_papers", "time_needed")
            ],
            heading=_("Before the form"),
        ),
        FieldPanel("body"),
    ]
    search_fields = [
        *Page.search_fields,
        index.SearchField("intro"),
        index.SearchField("who_can_apply"),
        index.SearchField("who_pays"),
        index.SearchField("what_is_given"),
        index.SearchField("which_papers"),
        index.SearchField("body"),
    ]

    class Meta:
        verbose_name = _("page of a call")
        verbose_name_plural = _("pages of calls")

    @property
    def found_under(self):
        """The newest call comes first, and stands in the year in which it closes."""
        return self.cycle.closes_at.astimezone(ZoneInfo(OFFICE_ZONE)).date()

    def get_context(self, request, *args, **kwargs):
        from exchange.cycles.queries import call_context

        return {**super().get_context(request, *args, **kwargs), **call_context(self, request)}
