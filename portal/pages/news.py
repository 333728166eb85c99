"""What pages read of the news: one story with all that it points to, and the newest ones. A fixed number of queries each."""

from dataclasses import dataclass
from urllib.parse import urlencode

from django.db.models import Case, IntegerField, OuterRef, Q, Subquery, Value, When
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Page

from .gathering import keys_in, read_bodies
from .keeping.marks import beside_mark, latest_mark, of_lines, of_tags, tags_mark
from .models import PersonCard, StoryPage
from .openness import open_pages
from .pictures import FULL, HALF, THUMBNAIL, fetch_renditions, picture
from .story_blocks import ASIDE
from .story_blocks.corrections import newest_first
from .story_blocks.document import public_documents

READ_NEXT = 3


@dataclass(frozen=True)
class StoryLine:
    """A story in a list."""

    title: str
    url: str
    intro: str
    date: object
    topic: str
    topic_url: str
    picture: object


def public_stories(language=""):
    """Live stories of a language, or of all, that anybody may read, newest first."""
    stories = StoryPage.objects.live().filter(open_pages())
    if language:
        stories = stories.filter(locale__language_code=language)
    return stories.select_related("locale", "topic", "picture", "picture_dark").order_by("-date", "-pk")


def latest_stories(language, count):
    """StoryLines of the newest stories; the first one's picture is large."""
    stories = list(public_stories(language)[:count])
    latest_mark.given(lambda: of_lines(stories), language, count)
    fetch_renditions(image for story in stories[:1] for image in (story.picture, story.picture_dark))
    return [line(story, language, size=HALF if place == 0 else None) for place, story in enumerate(stories)]


def line(story, language, *, size=None, index_url="", request=None):
    """A StoryLine. size: of its picture, None for none. index_url: where its topic is a filter."""
    shown = None
    if size is not None:
        alt = "" if size == THUMBNAIL or story.picture_decorative else story.picture_alt
        shown = picture(story.picture, story.picture_dark, size=size, alt=alt)
    return StoryLine(
        title=story.title,
        url=story.get_url(request) or "",
        intro=story.intro,
        date=story.date,
        topic=story.topic.named(language),
        topic_url=address(index_url, topic=story.topic.slug) if index_url else "",
        picture=shown,
    )


def address(url, **wanted):
    """The address of the news with the filters that are set, in the order in which they are given."""
    query = urlencode({name: value for name, value in wanted.items() if value})
    return f"{url}?{query}" if query else url


# --- One story ------------------------------------------------------------------------------------------------------


def story_context(page, request, index_url):
    """One story's picture, tags and corrections, the people and stories beside it, and the place of its topic.

    index_url: of the news. Everything that its blocks point to is read here, one query a table.
    """
    language = page.locale.language_code
    related, others = neighbours(page, chosen_by(page))
    tags = list(page.tags.all())
    beside_mark.given(lambda: of_lines([*related.values(), *others]), page.pk)
    tags_mark.given(lambda: of_tags(tags), page.pk)
    objects = read_bodies([page.body], readers(related))
    cards = objects.get(PersonCard, {}).values()
    images = [page.picture, page.picture_dark, *objects.get(get_image_model(), {}).values()]
    fetch_renditions([*images, *(card.portrait for card in cards)])
    alt = "" if page.picture_decorative else page.picture_alt
    return {
        "index_url": index_url,
        "topic": page.topic.named(language),
        "topic_url": address(index_url, topic=page.topic.slug),
        "tags": [(tag.name, address(index_url, tag=tag.slug)) for tag in tags],
        "head_picture": picture(page.picture, page.picture_dark, size=FULL, alt=alt),
        "main_blocks": [block for block in page.body if block.block_type not in ASIDE],
        "aside_blocks": [block for block in page.body if block.block_type in ASIDE],
        "corrections": newest_first(page.corrections),
        "related": [line(row, language, request=request) for row in related.values()],
        "read_next": [line(row, language, request=request) for row in others],
    }


def readers(related):
    """{model: function(primary keys) -> {primary key: object}} of what the body of a story points to."""
    return {
        get_image_model(): get_image_model().objects.in_bulk,
        get_document_model(): public_documents,
        PersonCard: PersonCard.objects.select_related("portrait").in_bulk,
        StoryPage: lambda keys: related,
    }


def chosen_by(page):
    """Primary keys of the related stories, as the editor chose them."""
    return keys_in([page.body]).get(StoryPage, [])


def beside(page):
    """The stories beside a story, the chosen ones first."""
    related, others = neighbours(page, chosen_by(page))
    return [*related.values(), *others]


def neighbours(page, chosen):
    """The stories beside a story, in one query: ({chosen primary key: story}, up to three others).

    chosen: primary keys of the related stories as the editor chose them. Of each the twin in the page's language is
    taken, and none where there is no such twin that anybody may read. Others of the same topic come first.
    """
    same = Page.objects.filter(pk__in=chosen, translation_key=OuterRef("translation_key"))
    stories = public_stories(page.locale.language_code).exclude(pk=page.pk)
    stories = stories.annotate(
        chosen=Subquery(same.values("pk")[:1]),
        nearness=Case(
            When(Q(chosen__isnull=False), then=Value(0)),
            When(topic=page.topic_id, then=Value(1)),
            default=Value(2),
            output_field=IntegerField(),
        ),
    )
    rows = list(stories.order_by("nearness", "-date", "-pk")[: len(chosen) + READ_NEXT])
    found = {row.chosen: row for row in rows if row.chosen is not None}
    related = {key: found[key] for key in chosen if key in found}
    return related, [row for row in rows if row.chosen is None][:READ_NEXT]
