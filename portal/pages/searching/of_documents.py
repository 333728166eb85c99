"""What is found of documents: their titles, tags and file names.

A document is public when its collection is, and once a public page links to it: until then it waits in the library
for a story that may be under embargo.
"""

from django.contrib.contenttypes.models import ContentType
from django.db.models import BigIntegerField, CharField, Q
from django.db.models.functions import Cast
from django.db.models.signals import post_save
from django.dispatch import receiver
from wagtail.documents import get_document_model
from wagtail.models import Collection, CollectionViewRestriction, Page, ReferenceIndex

from portal.pages.models import FoundKind
from portal.people.names import is_han

from .index import renew
from .of_pages import public_pages
from .sources import Findable, Source, register_source


def public_documents():
    """Documents in open collections that a public page links to now."""
    open_collections = Collection.objects.all()
    for path in CollectionViewRestriction.objects.values_list("collection__path", flat=True):
        open_collections = open_collections.exclude(path__startswith=path)
    Document = get_document_model()
    types = ContentType.objects.get_for_models(Document, Page)
    pages = public_pages().annotate(name=Cast("pk", CharField())).values("name")
    linked = (
        ReferenceIndex.objects.filter(
            to_content_type=types[Document], base_content_type=types[Page], object_id__in=pages
        )
        .annotate(document=Cast("to_object_id", BigIntegerField()))
        .values("document")
    )
    return Document.objects.filter(Q(collection__in=open_collections), Q(pk__in=linked)).values("pk")


def findables(owners):
    documents = get_document_model().objects.prefetch_related("tags").order_by("pk")
    if owners is not None:
        documents = documents.filter(pk__in=owners)
    for document in documents:
        yield Findable(
            owner=document.pk,
            language="zh-hans" if is_han(document.title) else "en",
            kind=FoundKind.DOCUMENT,
            title=document.title,
            family=f"document:{document.pk}",
            names="\n".join([*(tag.name for tag in document.tags.all()), document.filename]),
        )


def addresses(entries, request):
    owners = {entry.owner: entry.pk for entry in entries}
    return {owners[row.pk]: row.url for row in get_document_model().objects.filter(pk__in=owners)}


@receiver(post_save, sender=get_document_model())
def kept(sender, instance, **kwargs):
    """Documents are Wagtail's: their own save tells of them. Tags, which are set after it, are read at night."""
    renew("documents", [instance.pk])


register_source(Source("documents", public_documents, findables, addresses))
