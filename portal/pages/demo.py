"""The demo's stories, in both languages, with drawings of their own. A second loading leaves alone what it finds."""

import json
from datetime import datetime, time, timedelta
from pathlib import Path
from uuid import uuid4
from zoneinfo import ZoneInfo

from django.core.files.base import ContentFile
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Page

from portal.clock.cities import OFFICE_ZONE

from .demo_stories import STORIES
from .demo_stories.draft import DRAFT
from .demo_stories.people import card_fields
from .demo_stories.sheets import sheet
from .drawings.stories import STORIES as DRAWINGS
from .founding import found_site
from .models import NewsIndexPage, PersonCard, StoryPage, Topic

ART = Path(__file__).resolve().parent.parent / "static" / "portal" / "art"
CODES = {"en": "en", "zh": "zh-hans"}
SHORT = {code: short for short, code in CODES.items()}
NOTICES = {
    "en": "Demonstration content: people and partner hospitals are invented.",
    "zh-hans": "演示内容：人员与合作医院均为虚构。",
}
CREDITS = {"en": "Drawing: Office for International Exchange.", "zh-hans": "绘图：国际交流办公室。"}


def load(demo):
    homes = found_site(demo.now)
    first_time = demo.known(f"story.{STORIES[0].slug}.en") is None
    if first_time:
        say_that_it_is_invented(homes)
    for story in STORIES:
        load_story(demo, story)
    submit_draft(demo)


def say_that_it_is_invented(homes):
    """The line at the foot of every page, unless somebody wrote another one there."""
    for code, home in homes.items():
        if not home.notice:
            home.notice = NOTICES[code]
            home.save()


def load_story(demo, story):
    """One story in both languages, as twins of each other."""
    key = None
    for short, code in CODES.items():
        page = demo.known(f"story.{story.slug}.{short}")
        if page is None:
            page = demo.remember(f"story.{story.slug}.{short}", publish(demo, story, short, code, key))
        key = page.translation_key


def publish(demo, story, short, code, translation_key):
    page = story_page(demo, story, getattr(story, short), code)
    if translation_key is not None:
        page.translation_key = translation_key
    page.tags.add(*getattr(story, short).tags)
    index_of(code).add_child(instance=page)
    page.save_revision(user=demo.known("person.editor")).publish(user=demo.known("person.publisher"))
    at = datetime.combine(page.date, time(9), tzinfo=ZoneInfo(OFFICE_ZONE))
    moments = ("first_published_at", "last_published_at", "latest_revision_created_at")
    Page.objects.filter(pk=page.pk).update(**dict.fromkeys(moments, at))
    return page


def story_page(demo, story, words, code):
    """The unsaved page of a story in one language."""
    day = story.on or demo.day(-story.days)
    drawing = DRAWINGS[story.drawing]
    return StoryPage(
        title=words.title,
        slug=story.slug,
        date=day,
        topic=Topic.objects.get(slug=story.topic),
        intro=words.intro,
        author=words.author,
        source=words.source,
        picture=image(demo, story.drawing),
        picture_dark=image(demo, story.drawing, "-dark"),
        picture_alt=drawing.alt_en if code == "en" else drawing.alt_zh,
        picture_caption=words.caption,
        picture_credit=CREDITS[code],
        corrections=[
            ("correction", {"day": day + timedelta(days=after), "text": text}) for after, text in words.corrections
        ],
        body=json.dumps([block(demo, kind, value, code) for kind, value in words.body]),
    )


def block(demo, kind, value, code):
    """A block as the table keeps it: what it points to by the number of its row."""
    make = {
        "picture": lambda: picture_value(demo, value, code),
        "gallery": lambda: {
            "title": value["title"],
            "pictures": [item(picture_value(demo, one, code)) for one in value["pictures"]],
        },
        "video": lambda: {
            **value,
            "links": [item(link) for link in value["links"]],
            "poster": picture_value(demo, value["poster"], code),
        },
        "document": lambda: {"document": document(demo, value, code).pk, "about": value["about"]},
        "table": lambda: {"table": value, "rows_have_heads": True},
        "people": lambda: {"cards": [item(card(demo, key).pk) for key in value["cards"]]},
        "related": lambda: {
            "stories": [item(demo.known(f"story.{slug}.{SHORT[code]}").pk) for slug in value["stories"]]
        },
    }
    return {"type": kind, "value": make[kind]() if kind in make else value, "id": str(uuid4())}


def item(value):
    return {"type": "item", "value": value, "id": str(uuid4())}


def picture_value(demo, value, code):
    drawing = DRAWINGS[value["drawing"]]
    return {
        "image": image(demo, value["drawing"]).pk,
        "dark": image(demo, value["drawing"], "-dark").pk,
        "alt": drawing.alt_en if code == "en" else drawing.alt_zh,
        "decorative": False,
        "caption": value["caption"],
        "credit": "",
    }


def card(demo, key):
    return demo.once(f"card.{key}", lambda: PersonCard.objects.create(**card_fields(key)))


def document(demo, value, code):
    """A sheet to take along: its words are English, its title is the story's."""

    def make():
        file = ContentFile(sheet(value["sheet"]), name=f"{value['sheet']}.pdf")
        made = get_document_model()(title=value["title"], file=file)
        made._set_document_file_metadata()
        made.save()
        return made

    return demo.once(f"document.{value['sheet']}.{SHORT[code]}", make)


def image(demo, name, shade=""):
    """The drawing as an image of the site's own library."""

    def make():
        file = f"{name}{shade}.svg"
        return get_image_model().objects.create(
            title=f"{name}{shade}".replace("-", " ").capitalize(),
            description=DRAWINGS[name].alt_en,
            file=ContentFile((ART / file).read_bytes(), name=file),
        )

    return demo.once(f"image.{name}{shade}", make)


def index_of(code):
    return NewsIndexPage.objects.get(locale__language_code=code)


def submit_draft(demo):
    """A Chinese story that waits for the publisher, written by the editor."""
    if demo.known(f"draft.{DRAFT.slug}"):
        return
    editor = demo.known("person.editor")
    page = story_page(demo, DRAFT, DRAFT.zh, "zh-hans")
    page.live = False
    index_of("zh-hans").add_child(instance=page)
    page.save_revision(user=editor)
    demo.remember(f"draft.{DRAFT.slug}", page)
    workflow = page.get_workflow()
    if workflow is not None and editor is not None:
        workflow.start(page, editor)
