from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import RichTextField
from wagtail.models import Page
from wagtail.search import index

from portal.hospital.names import in_language
from portal.lifecycle.models import StatefulModel
from portal.pages.models.site_page import SitePage

from .states import EDITION, PUBLIC, EditionState


class ForumSeries(models.Model):
    """A forum that comes back. The Sino-Euro Forum is one; others may come."""

    name_en = models.CharField(_("name in English"), max_length=160)
    name_zh = models.CharField(_("name in Chinese"), max_length=80)
    slug = models.SlugField(_("address on the site"), unique=True)

    class Meta:
        ordering = ["name_en"]
        verbose_name = _("forum series")
        verbose_name_plural = _("forum series")

    def __str__(self):
        return f"{self.name_en} {self.name_zh}"

    def named(self, language):
        return in_language(self, "name", language)


class Edition(StatefulModel):
    """One holding of a forum, on its dates.

    `turn` is the lock of its schedule: every act that changes or releases it raises it first. `published_at`
    is when it was first on the site: from then on its calendar has subscribers, who must get an answer
    though it be taken off again.
    """

    lifecycle = EDITION

    series = models.ForeignKey(ForumSeries, on_delete=models.PROTECT, related_name="editions", verbose_name=_("series"))
    slug = models.SlugField(
        _("address on the site"), unique=True, help_text=_("Such as 2027. It stays in people’s calendars.")
    )
    title_en = models.CharField(_("title in English"), max_length=200)
    title_zh = models.CharField(_("title in Chinese"), max_length=100)
    starts_on = models.DateField(_("first day"))
    ends_on = models.DateField(_("last day"))
    venue_en = models.CharField(_("place in English"), max_length=160, blank=True)
    venue_zh = models.CharField(_("place in Chinese"), max_length=80, blank=True)
    state = models.CharField(_("state"), max_length=10, choices=EditionState, default=EditionState.DRAFT)
    published_at = models.DateTimeField(null=True, blank=True, editable=False)
    turn = models.PositiveBigIntegerField(default=0, editable=False)

    class Meta(StatefulModel.Meta):
        ordering = ["-starts_on"]
        verbose_name = _("edition of the forum")
        verbose_name_plural = _("editions of the forum")
        constraints = [
            models.CheckConstraint(condition=models.Q(ends_on__gte=models.F("starts_on")), name="an_edition_has_days"),
        ]

    def __str__(self):
        return self.titled(get_language() or "en")

    def titled(self, language):
        return in_language(self, "title", language)

    def venue(self, language):
        return in_language(self, "venue", language)

    @property
    def is_public(self):
        return self.state in PUBLIC


class SubForum(models.Model):
    """A part of an edition with sessions of its own."""

    edition = models.ForeignKey(Edition, on_delete=models.CASCADE, related_name="sub_forums", verbose_name=_("edition"))
    slug = models.SlugField(_("word in addresses"), max_length=40)
    name_en = models.CharField(_("name in English"), max_length=120)
    name_zh = models.CharField(_("name in Chinese"), max_length=60)
    order = models.PositiveSmallIntegerField(_("order"), default=1)

    class Meta:
        ordering = ["edition", "order", "id"]
        verbose_name = _("sub-forum")
        verbose_name_plural = _("sub-forums")
        constraints = [
            models.UniqueConstraint(fields=["edition", "slug"], name="a_sub_forum_is_named_once_in_an_edition")
        ]

    def __str__(self):
        return self.named(get_language() or "en")

    def named(self, language):
        return in_language(self, "name", language)


class ForumPage(SitePage):
    """What a forum is, and its editions; one page a language."""

    template = "events/editions/forum_page.html"
    read_with = ("series",)
    parent_page_types = ["portal.HomePage"]
    subpage_types = ["events.EditionPage"]

    series = models.ForeignKey(ForumSeries, on_delete=models.PROTECT, related_name="pages", verbose_name=_("series"))
    intro = models.TextField(_("lead"), blank=True)
    body = RichTextField(_("what it is"), blank=True, features=["h2", "h3", "bold", "italic", "link", "ol", "ul"])

    content_panels = [
        *Page.content_panels,
        FieldPanel("series"),
        FieldPanel("intro"),
        FieldPanel("body"),
    ]
    search_fields = [*Page.search_fields, index.SearchField("intro"), index.SearchField("body")]

    class Meta:
        verbose_name = _("page of a forum")
        verbose_name_plural = _("pages of forums")

    def further_words(self):
        return self.series.named(self.locale.language_code), ""

    def get_context(self, request, *args, **kwargs):
        from .queries import forum_context

        return {**super().get_context(request, *args, **kwargs), **forum_context(self)}
