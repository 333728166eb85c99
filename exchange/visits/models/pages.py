from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.models import Page
from wagtail.search import index

from portal.pages.blocks import BodyBlock
from portal.pages.models.site_page import SitePage


class PastExpertsPage(SitePage):
    """Who was here, year by year, in one language: by name whoever lets their name stand, the others as a number."""

    template = "exchange/visits/past_experts_page.html"
    parent_page_types = ["exchange.ProgrammePage", "portal.HomePage"]
    subpage_types = []

    intro = models.TextField(_("lead"), max_length=400, blank=True)
    body = StreamField(
        BodyBlock(),
        verbose_name=_("text"),
        blank=True,
        help_text=_("Stands above the list, which comes from the visits that are over."),
    )

    content_panels = [*Page.content_panels, FieldPanel("intro"), FieldPanel("body")]
    search_fields = [*Page.search_fields, index.SearchField("intro"), index.SearchField("body")]

    class Meta:
        verbose_name = _("page of past experts")
        verbose_name_plural = _("pages of past experts")

    def get_context(self, request, *args, **kwargs):
        from exchange.visits.queries import past_experts_context

        return {**super().get_context(request, *args, **kwargs), **past_experts_context()}
