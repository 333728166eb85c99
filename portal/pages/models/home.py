from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import Page
from wagtail.search import index

from .site_page import SitePage


class HomePage(SitePage):
    """The first page of a language. What stands below its opening comes from the slices' home_panels."""

    template = "portal/pages/home_page.html"
    parent_page_types = ["wagtailcore.Page"]

    heading = models.CharField(_("heading"), max_length=80)
    lead = models.TextField(_("lead"), max_length=400)
    notice = models.CharField(
        _("line at the foot of every page"),
        max_length=200,
        blank=True,
        help_text=_("Such as when the office is closed. Left empty, there is none."),
    )

    content_panels = [*Page.content_panels, FieldPanel("heading"), FieldPanel("lead"), FieldPanel("notice")]
    search_fields = [*Page.search_fields, index.SearchField("heading"), index.SearchField("lead")]

    class Meta:
        verbose_name = _("home page")
        verbose_name_plural = _("home pages")

    @property
    def found_title(self):
        return self.heading

    def clean(self):
        super().clean()
        others = HomePage.objects.filter(locale_id=self.locale_id).exclude(pk=self.pk)
        if others.exists():
            raise ValidationError(_("This language has a home page already."))

    def get_context(self, request, *args, **kwargs):
        from portal.pages.home_panels import home_context

        return {**super().get_context(request, *args, **kwargs), **home_context(self, request)}
