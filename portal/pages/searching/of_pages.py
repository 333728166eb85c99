"""What is found of the pages: their titles, leads and texts, as each page type names them in its search_fields."""

from django.dispatch import receiver
from django.utils.translation import override
from wagtail.models import Page
from wagtail.search import index
from wagtail.signals import page_unpublished

from portal.pages.models.site_page import SitePage

from .index import forget
from .sources import Findable, Source, closed, register_source

NOT_TEXT = ("title", "heading", "intro", "lead")


def public_pages():
    """Pages that anybody may read now."""
    pages = Page.objects.live().public().filter(depth__gte=2)
    for those in closed():
        pages = pages.exclude(pk__in=those())
    return pages.values("pk")


def findables(owners):
    """Of all live pages, or of those of `owners` that are live."""
    pages = Page.objects.live().filter(depth__gte=2).order_by("path")
    if owners is not None:
        pages = pages.filter(pk__in=owners)
    for page in pages.specific().select_related("locale", "alias_of"):
        if isinstance(page, SitePage) and not shows_another_language(page):
            yield findable(page)


def shows_another_language(page):
    """Whether it only stands for a page of the other language until it is translated."""
    return page.alias_of_id is not None and page.alias_of.locale_id != page.locale_id


def findable(page):
    language = page.locale.language_code
    with override(language):
        names, text = words_of(page)
    return Findable(
        owner=page.pk,
        language=language,
        kind=page.found_as,
        title=page.found_title,
        family=f"page:{page.translation_key}",
        lead=page.description,
        text=text,
        names=names,
        topic=page.topic.slug if getattr(page, "topic", None) else "",
        day=page.found_under,
    )


def words_of(page):
    """(tags and the like, running text) of a page."""
    names, texts = [], []
    for field in page.get_search_fields():
        if isinstance(field, index.RelatedFields):
            rows = field.get_value(page)
            names += [str(row) for row in (rows.all() if hasattr(rows, "all") else rows or ())]
        elif isinstance(field, index.SearchField) and field.field_name not in NOT_TEXT:
            value = field.get_value(page)
            texts += value if isinstance(value, list) else [value]
    more_names, more_text = page.further_words()
    return "\n".join([page.title, *names, more_names]), "\n".join(str(text) for text in [*texts, more_text] if text)


def addresses(entries, request):
    """Of the pages as they stand now, wherever they were moved."""
    owners = {entry.owner: entry.pk for entry in entries}
    pages = Page.objects.filter(pk__in=owners)
    return {owners[page.pk]: url for page in pages if (url := page.get_url(request))}


@receiver(page_unpublished)
def leave(sender, instance, **kwargs):
    """Also when a page is deleted, with those below it: no save tells of that."""
    forget("pages", [instance.pk])


register_source(Source("pages", public_pages, findables, addresses))
