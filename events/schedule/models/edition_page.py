from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page
from wagtail.search import index

from events.editions.models import Edition
from portal.access.permissions import require
from portal.pages.models import FoundKind
from portal.pages.models.site_page import SitePage


class ReportedFigure(blocks.StructBlock):
    """A number that somebody reported, and what it counts."""

    number = blocks.CharBlock(max_length=20, label=_("number"), help_text=_("As reported, such as “about 400”."))
    counts = blocks.CharBlock(max_length=80, label=_("what it counts"))

    class Meta:
        icon = "order"
        label = _("figure")


class EditionPage(SitePage):
    """An edition of the forum for the public: its schedule, or what remains to be told of it; one page a
    language."""

    template = "events/schedule/edition_page.html"
    read_with = ("edition",)
    parent_page_types = ["events.ForumPage"]
    subpage_types = []
    found_as = FoundKind.EDITION

    edition = models.ForeignKey(Edition, on_delete=models.PROTECT, related_name="pages", verbose_name=_("edition"))
    intro = models.TextField(_("lead"), blank=True)
    body = RichTextField(_("text"), blank=True, features=["h2", "h3", "bold", "italic", "link", "ol", "ul"])
    figures = StreamField([("figure", ReportedFigure())], verbose_name=_("figures, as reported"), blank=True)
    source = models.TextField(
        _("where the figures come from"),
        blank=True,
        help_text=_("Shown beside them: who reported them, and when."),
    )

    content_panels = [
        *Page.content_panels,
        FieldPanel("edition"),
        FieldPanel("intro"),
        FieldPanel("body"),
        MultiFieldPanel([FieldPanel("figures"), FieldPanel("source")], heading=_("Figures, as reported")),
    ]

    search_fields = [
        *Page.search_fields,
        index.SearchField("intro"),
        index.SearchField("body"),
        index.SearchField("source"),
    ]

    # Its address is the edition's, so that the pages below it and its calendar go by one word.
    promote_panels = [FieldPanel("search_description")]

    class Meta:
        verbose_name = _("page of an edition")
        verbose_name_plural = _("pages of editions")

    def _set_core_field_defaults(self):
        if self.edition_id:
            self.slug = self.edition.slug
        super()._set_core_field_defaults()

    def clean(self):
        # A year alone ("2027") is a good address here, which the other pages refuse.
        super(SitePage, self).clean()

    @property
    def found_under(self):
        return self.edition.starts_on

    def further_words(self):
        """The edition is found by its own name, its place and its parts."""
        language = self.locale.language_code
        parts = [part.named(language) for part in self.edition.sub_forums.all()]
        figures = [f"{block.value['number']} {block.value['counts']}" for block in self.figures]
        return self.edition.titled(language), "\n".join([self.edition.venue(language), *parts, *figures])

    def serve(self, request, *args, **kwargs):
        require(request.user, "view", self.edition)
        return super().serve(request, *args, **kwargs)

    def get_context(self, request, *args, **kwargs):
        from events.schedule.queries.pages import edition_context

        return {**super().get_context(request, *args, **kwargs), **edition_context(self, request)}
