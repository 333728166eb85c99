"""What pages depend on in tables that are written for many other reasons: each a value that tells it from another.

A page that is being made has most of them in hand and gives them; they are read when a write asks whether it still stands.
"""

from django.apps import apps

from .values import remembered
from .watching import now_seen, seeing

# Pages, tags and pictures are written whenever an editor works; a page that shows some of them depends on their marks.
NARROWED = frozenset(
    {
        *("wagtailcore_page", "portal_storypage", "portal_contentpage", "portal_newsindexpage", "portal_homepage"),
        *("portal_storytag", "taggit_tag", "wagtailimages_image", "wagtailimages_rendition"),
        # A page asks them for one thing, whether its other language is newer: see of_family.
        *("portal_translationlevel", "wagtail_localize_translation", "wagtail_localize_translationsource"),
        *("wagtail_localize_stringsegment", "wagtail_localize_stringtranslation"),
        "wagtail_localize_translationcontext",
    }
)
# What a draft changes of a page's row, and an editor's lock; no reader sees them.
OF_DRAFTS = frozenset(
    {
        *("draft_title", "has_unpublished_changes", "latest_revision", "latest_revision_created_at", "live_revision"),
        *("locked", "locked_at", "locked_by", "owner", "go_live_at", "expire_at", "expired", "numchild"),
        *("first_published_at", "last_published_at"),
    }
)


def depend_on_page(page):
    """What is being made shows this page to everybody, in its whole, and may be kept."""
    seen = now_seen()
    if seen is not None:
        seen.offered = True
        page_mark.given(lambda: of_page(page), page.pk)
        tree_mark()


@remembered
def page_mark(key):
    """All that a page's own row holds; None where there is none."""
    page = apps.get_model("wagtailcore.Page").objects.filter(pk=key).first()
    return of_page(page.specific) if page is not None else None


def of_page(page):
    fields = [field for field in page._meta.concrete_fields if field.name not in OF_DRAFTS]
    return [(field.name, field.get_prep_value(field.value_from_object(page))) for field in fields]


@remembered
def tags_mark(key):
    """The tags of a story."""
    return of_tags(apps.get_model("taggit.Tag").objects.filter(portal_storytag_items__content_object=key))


def of_tags(tags):
    return sorted((tag.name, tag.slug) for tag in tags)


@remembered
def family_mark(key):
    """Titles, addresses and languages of a page's translations and of the pages above it."""
    from portal.pages.context import relatives

    page = apps.get_model("wagtailcore.Page").objects.filter(pk=key).first()
    return of_family(relatives(page), key) if page is not None else None


def of_family(rows, key):
    """rows: the page with this key, its translations and what stands above it. With them, whether another one is newer."""
    from portal.translations.queries import newer_pages

    newer = newer_pages(rows).get(key)
    lines = sorted((row.pk, row.title, row.url_path, row.live, row.locale_id) for row in rows)
    return lines, newer and (newer.pk, newer.last_published_at)


@remembered
def news_mark(language):
    """The lines of a language's news, with their tags: what its index shows, by whatever it is narrowed."""
    from portal.pages.news import public_stories

    stories = public_stories(language)
    tagged = apps.get_model("portal.StoryTag").objects.filter(content_object__in=stories.order_by().values("pk"))
    tags = sorted(tagged.values_list("content_object_id", "tag__name", "tag__slug"))
    return of_lines(stories.select_related(None)), tags


@remembered
def latest_mark(language, count):
    """The newest stories' lines, as the home page has them."""
    from portal.pages.news import public_stories

    return of_lines(public_stories(language).select_related(None)[:count])


@remembered
def beside_mark(key):
    """The lines of the stories beside a story."""
    from portal.pages.models import StoryPage
    from portal.pages.news import beside

    page = StoryPage.objects.select_related("locale").filter(pk=key).first()
    return of_lines(beside(page)) if page is not None else None


def depend_on_news(language):
    """What is being made lists this language's news."""
    if now_seen() is not None:
        news_mark(language)


def of_lines(stories):
    """What lists show of stories, in their order."""
    fields = ("pk", "title", "url_path", "intro", "date", "topic_id", "picture_id", "picture_dark_id", "picture_alt")
    return [tuple(str(getattr(story, name)) for name in fields) for story in stories]


@remembered
def tree_mark():
    """Which pages there are beside the stories, and where: menus and links lead to them."""
    others = apps.get_model("wagtailcore.Page").objects.exclude(content_type__model="storypage")
    return [(key, path, live) for key, path, live in others.order_by("pk").values_list("pk", "url_path", "live")]


@remembered
def images_mark(keys):
    """How pictures look. keys: their primary keys, ascending."""
    return of_images(apps.get_model("wagtailimages.Image").objects.filter(pk__in=keys))


def of_images(images):
    """Their files, shapes, and what an editor said is to be seen in them."""
    focus = ("focal_point_x", "focal_point_y", "focal_point_width", "focal_point_height")
    fields = ("pk", "title", "width", "height", *focus)
    return sorted((image.file.name, *(getattr(image, name) for name in fields)) for image in images)


def depend_on_images(*images):
    """What is being made shows these pictures, None among them for those that are not there."""
    seen = now_seen()
    if seen is not None:
        seen.images.update({image.pk: image for image in images if image is not None})


def close(seen):
    """The pictures of a page that was made are one value."""
    if seen.images:
        with seeing(seen):
            images_mark.given(lambda: of_images(seen.images.values()), tuple(sorted(seen.images)))
