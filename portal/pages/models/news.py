from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import Page
from wagtail.search import index

from portal.clock.instants import is_chinese

from .site_page import SitePage


class Topic(models.Model):
    """What a story is about. One list for both languages."""

    slug = models.SlugField(
        _("address"),
        unique=True,
        validators=[RegexValidator(r"^[a-z][a-z-]*$", _("Small Latin letters and hyphens only."))],
    )
    name_en = models.CharField(_("name in English"), max_length=60)
    name_zh = models.CharField(_("name in Chinese"), max_length=30)
    order = models.PositiveSmallIntegerField(_("order"), default=10)

    class Meta:
        ordering = ["order", "name_en"]
        verbose_name = _("topic")
        verbose_name_plural = _("topics")

    def __str__(self):
        return f"{self.name_en} · {self.name_zh}"

    def named(self, language):
        return self.name_zh if is_chinese(language) else self.name_en


class NewsIndexPage(SitePage):
    """The news of a language, by year, topic and tag."""

    template = "portal/pages/news_index_page.html"
    parent_page_types = ["portal.HomePage"]
    subpage_types = ["portal.StoryPage"]
    max_count_per_parent = 1

    intro = models.TextField(_("lead"), max_length=400, blank=True)

    content_panels = [*Page.content_panels, FieldPanel("intro")]
    search_fields = [*Page.search_fields, index.SearchField("intro")]

    class Meta:
        verbose_name = _("news")
        verbose_name_plural = _("news")

    def get_context(self, request, *args, **kwargs):
        from portal.pages.news_list import index_context

        return {**super().get_context(request, *args, **kwargs), **index_context(self, request)}
