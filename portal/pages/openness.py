"""Whether a row stands below something that is shut to the public, asked within the query that reads the row."""

from django.db.models import Exists, F, OuterRef
from django.db.models.functions import Left, Length
from wagtail.models import CollectionViewRestriction, PageViewRestriction


def no_restriction(restrictions, path, own_path):
    """A condition: no restriction stands at the row's own place in its tree or above it.

    restrictions: their queryset. path: where each names its place. own_path: where the row does.
    """
    return ~Exists(restrictions.filter(**{path: Left(OuterRef(own_path), Length(F(path)))}))


def open_pages():
    """For a queryset of pages: those that anybody may read, once they are live."""
    return no_restriction(PageViewRestriction.objects.all(), "page__path", "path")


def open_documents():
    """For a queryset of documents: those that anybody may open."""
    return no_restriction(CollectionViewRestriction.objects.all(), "collection__path", "collection__path")
