from django.db import models
from django.http import Http404
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.contrib.routable_page.models import RoutablePageMixin
from wagtail.contrib.routable_page.models import path as below
from wagtail.fields import StreamField
from wagtail.models import Page
from wagtail.search import index

from portal.pages.blocks import BodyBlock
from portal.pages.models.site_page import SitePage

from .partner import Partner


class PartnersPage(RoutablePageMixin, SitePage):
    """The partner hospitals in one language: their map, their list, and below it a page for each that is shown to the public.

    The words come from here, the hospitals from their table.
    """

    template = "exchange/partners/partners_page.html"
    partner_template = "exchange/partners/partner_page.html"
    parent_page_types = ["portal.HomePage"]
    subpage_types = []
    max_count_per_parent = 1

    intro = models.TextField(_("lead"), max_length=400, blank=True)
    body = StreamField(
        BodyBlock(),
        verbose_name=_("text"),
        blank=True,
        help_text=_("Stands below the map. The list of hospitals comes from the office’s own list of partners."),
    )

    content_panels = [*Page.content_panels, FieldPanel("intro"), FieldPanel("body")]
    search_fields = [*Page.search_fields, index.SearchField("intro"), index.SearchField("body")]

    class Meta:
        verbose_name = _("page of the partner hospitals")
        verbose_name_plural = _("pages of the partner hospitals")

    @below("", name="index")
    def index_route(self, request):
        from exchange.partners.queries import partners_context

        return self.render(request, context_overrides=partners_context(self, request))

    @below("<slug:slug>/", name="partner")
    def partner_route(self, request, slug):
        from exchange.partners.queries import partner_context

        partner = Partner.objects.filter(published=True, slug=slug).first()
        if partner is None:
            raise Http404
        return self.render(
            request, context_overrides=partner_context(self, partner, request), template=self.partner_template
        )

    def partner_address(self, partner, request=None):
        """Where the public reads of one hospital."""
        return f"{self.get_url(request)}{partner.slug}/"
