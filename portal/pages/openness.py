"""Whether a page or a document stands below something that is shut to the public.

The shut places are few, mostly none, and change seldom: they are remembered, and asked for as the beginnings of paths.
"""

from django.db.models import Q
from wagtail.models import CollectionViewRestriction, PageViewRestriction

from .keeping.values import remembered


@remembered
def shut_pages():
    """Paths of the pages that a restriction stands at."""
    return sorted(PageViewRestriction.objects.values_list("page__path", flat=True))


@remembered
def shut_collections():
    """Paths of the collections that a restriction stands at."""
    return sorted(CollectionViewRestriction.objects.values_list("collection__path", flat=True))


def outside(paths, name):
    """A condition: what `name` says of the row begins with none of the paths."""
    condition = Q()
    for path in paths:
        condition &= ~Q(**{f"{name}__startswith": path})
    return condition


def open_pages():
    """For a queryset of pages: those that anybody may read, once they are live."""
    return outside(shut_pages(), "path")


def open_documents():
    """For a queryset of documents: those that anybody may open."""
    return outside(shut_collections(), "collection__path")
