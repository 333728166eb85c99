from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.contrib.taggit import ClusterTaggableManager
from modelcluster.fields import ParentalKey
from taggit.models import TaggedItemBase
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.models import Page
from wagtail.search import index

from portal.pages.blocks import alt_problem
from portal.pages.panels import StoryLanguagePanel
from portal.pages.story_blocks import StoryBodyBlock
from portal.pages.story_blocks.corrections import CorrectionsBlock

from .found import FoundKind
from .news import Topic
from .site_page import SitePage

PICTURE = {"null": True, "blank": True, "on_delete": models.SET_NULL, "related_name": "+"}


class StoryTag(TaggedItemBase):
    """A tag on a story. Tags are words of the story's own language: each language has its own."""

    content_object = ParentalKey("portal.StoryPage", related_name="tagged_items", on_delete=models.CASCADE)


class StoryPage(SitePage):
    """One story of the news."""

    template = "portal/pages/story_page.html"
    parent_page_types = ["portal.NewsIndexPage"]
    subpage_types = []
    read_with = ("topic", "picture", "picture_dark")
    found_as = FoundKind.NEWS

    date = models.DateField(
        _("date"), help_text=_("The day under which the story stands in the news, whenever it is put on the site.")
    )
    topic = models.ForeignKey(Topic, on_delete=models.PROTECT, related_name="stories", verbose_name=_("topic"))
    tags = ClusterTaggableManager(
        _("tags"),
        through=StoryTag,
        blank=True,
        help_text=_("In the language of the story. Readers list stories by them."),
    )
    intro = models.TextField(
        _("lead"), max_length=300, help_text=_("One or two sentences. Lists, feeds and the home page show them.")
    )
    author = models.CharField(_("author"), max_length=120, blank=True)
    source = models.CharField(
        _("source"), max_length=200, blank=True, help_text=_("Where the story comes from, if not from the office.")
    )
    source_url = models.URLField(_("address of the source"), blank=True)

    picture = models.ForeignKey("wagtailimages.Image", verbose_name=_("picture"), **PICTURE)
    picture_dark = models.ForeignKey(
        "wagtailimages.Image", verbose_name=_("the same picture for dark screens"), **PICTURE
    )
    picture_alt = models.CharField(
        _("what the picture shows"),
        max_length=250,
        blank=True,
        help_text=_("For those who do not see it. Say what is to be seen, not what it means."),
    )
    picture_decorative = models.BooleanField(_("decoration only: it tells nothing"), default=False)
    picture_caption = models.CharField(_("caption"), max_length=250, blank=True)
    picture_credit = models.CharField(_("who made it"), max_length=120, blank=True)

    body = StreamField(StoryBodyBlock(), verbose_name=_("text"))
    corrections = StreamField(
        CorrectionsBlock(required=False),
        verbose_name=_("corrections"),
        blank=True,
        help_text=_("Readers find them at the head of the story in short and at its foot in full, the newest first."),
    )

    content_panels = [
        *Page.content_panels,
        StoryLanguagePanel(),
        FieldRowPanel([FieldPanel("date"), FieldPanel("topic")]),
        FieldPanel("intro"),
        MultiFieldPanel(
            [
                FieldPanel("picture"),
                FieldPanel("picture_dark"),
                FieldPanel("picture_alt"),
                FieldPanel("picture_decorative"),
                FieldRowPanel([FieldPanel("picture_caption"), FieldPanel("picture_credit")]),
            ],
            heading=_("Picture at the head"),
        ),
        FieldPanel("body"),
        MultiFieldPanel(
            [FieldPanel("author"), FieldRowPanel([FieldPanel("source"), FieldPanel("source_url")])],
            heading=_("Who wrote it"),
        ),
        FieldPanel("tags"),
        FieldPanel("corrections", classname="collapsed"),
    ]
    search_fields = [
        *Page.search_fields,
        index.SearchField("intro"),
        index.SearchField("body"),
        index.SearchField("author"),
        index.SearchField("source"),
        index.SearchField("corrections"),
        index.FilterField("date"),
        index.FilterField("topic"),
        index.RelatedFields("tags", [index.SearchField("name")]),
    ]

    class Meta:
        verbose_name = _("story")
        verbose_name_plural = _("stories")
        indexes = [models.Index(fields=["-date"])]

    def clean(self):
        super().clean()
        problems = {}
        if self.picture_id and (problem := alt_problem(self.picture_alt, self.picture_decorative)):
            problems["picture_alt"] = problem
        if self.source_url and not self.source:
            problems["source"] = _("Name the source that the address leads to.")
        if problems:
            raise ValidationError(problems)

    @property
    def found_under(self):
        return self.date

    def get_context(self, request, *args, **kwargs):
        from portal.pages.news import story_context

        context = super().get_context(request, *args, **kwargs)
        news_url = context["crumbs"][-1][1] if context["crumbs"] else ""
        return {**context, **story_context(self, request, news_url)}
