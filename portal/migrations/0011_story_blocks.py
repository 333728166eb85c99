"""Corrections become a list of their own, and the people of a story cards; what was typed so far is carried over."""

import json
from uuid import uuid4

import django.db.models.deletion
import wagtail.fields
from django.db import migrations, models
from django.utils.html import escape

STORIES = {"content_type__app_label": "portal", "content_type__model": "storypage"}


def carry_over(apps, schema_editor):
    """Of every story and of every revision of one: the correction, and the note on people as a paragraph at the foot."""
    for story in apps.get_model("portal", "StoryPage").objects.all():
        old = {
            "correction": story.correction,
            "corrected_on": story.corrected_on and story.corrected_on.isoformat(),
            "people_note": story.people_note,
            "date": story.date.isoformat(),
        }
        if old["correction"] or old["people_note"]:
            story.corrections = corrections_of(old)
            story.body = with_people(json.dumps(list(story.body.raw_data)), old)
            story.save(update_fields=["corrections", "body"])
    revisions = apps.get_model("wagtailcore", "Revision").objects
    for key in list(revisions.filter(**STORIES).values_list("pk", flat=True)):
        revision = revisions.get(pk=key)
        if "correction" in revision.content:
            revision.content = carried(revision.content)
            revision.save(update_fields=["content"])


def carried(content):
    """The content of a revision in the new form."""
    old = {name: content.get(name) or "" for name in ("correction", "corrected_on", "people_note", "date")}
    kept = {name: value for name, value in content.items() if name not in ("correction", "corrected_on", "people_note")}
    return {**kept, "corrections": corrections_of(old), "body": with_people(content.get("body") or "[]", old)}


def corrections_of(old):
    """A draft may lack the day: then the story's own stands for it."""
    if not old["correction"]:
        return "[]"
    value = {"day": old["corrected_on"] or old["date"], "text": old["correction"]}
    return json.dumps([{"type": "correction", "value": value, "id": str(uuid4())}])


def with_people(body, old):
    lines = [line.strip() for line in old["people_note"].splitlines() if line.strip()]
    if not lines:
        return body
    text = "".join(f"<p>{escape(line)}</p>" for line in lines)
    return json.dumps([*json.loads(body), {"type": "paragraph", "value": text, "id": str(uuid4())}])


def give_back(apps, schema_editor):
    """The newest correction alone: there was room for one."""
    for story in apps.get_model("portal", "StoryPage").objects.all():
        newest = max((block["value"] for block in story.corrections.raw_data), key=lambda one: one["day"], default=None)
        if newest is not None:
            story.correction, story.corrected_on = newest["text"], newest["day"]
            story.save(update_fields=["correction", "corrected_on"])


class Migration(migrations.Migration):
    dependencies = [
        ("portal", "0010_search"),
        ("wagtailimages", "0027_image_description"),
    ]

    operations = [
        migrations.AddField(
            model_name="storypage",
            name="corrections",
            field=wagtail.fields.StreamField(
                [("correction", 2)],
                blank=True,
                block_lookup={
                    0: ("wagtail.blocks.DateBlock", (), {"label": "day of the correction"}),
                    1: (
                        "wagtail.blocks.TextBlock",
                        (),
                        {
                            "help_text": "What an earlier version said, and what is right.",
                            "label": "correction",
                            "max_length": 600,
                        },
                    ),
                    2: ("wagtail.blocks.StructBlock", [[("day", 0), ("text", 1)]], {}),
                },
                help_text="Readers find them at the head of the story in short and at its foot in full, the newest first.",
                verbose_name="corrections",
            ),
        ),
        migrations.AlterField(
            model_name="storypage",
            name="body",
            field=wagtail.fields.StreamField(
                [
                    ("paragraph", 0),
                    ("heading", 1),
                    ("picture", 8),
                    ("quote", 12),
                    ("facts", 19),
                    ("gallery", 22),
                    ("video", 27),
                    ("document", 30),
                    ("table", 35),
                    ("trial", 45),
                    ("people", 48),
                    ("related", 51),
                ],
                block_lookup={
                    0: (
                        "wagtail.blocks.RichTextBlock",
                        (),
                        {
                            "features": ["bold", "italic", "link", "ol", "ul"],
                            "icon": "pilcrow",
                            "label": "text",
                            "template": "portal/pages/blocks/paragraph.html",
                        },
                    ),
                    1: (
                        "wagtail.blocks.CharBlock",
                        (),
                        {
                            "icon": "title",
                            "label": "heading",
                            "max_length": 120,
                            "template": "portal/pages/blocks/heading.html",
                        },
                    ),
                    2: ("wagtail.images.blocks.ImageChooserBlock", (), {"label": "picture"}),
                    3: (
                        "wagtail.images.blocks.ImageChooserBlock",
                        (),
                        {"label": "the same picture for dark screens", "required": False},
                    ),
                    4: (
                        "wagtail.blocks.CharBlock",
                        (),
                        {
                            "help_text": "For those who do not see it. Say what is to be seen, not what it means.",
                            "label": "what the picture shows",
                            "max_length": 250,
                            "required": False,
                        },
                    ),
                    5: (
                        "wagtail.blocks.BooleanBlock",
                        (),
                        {"label": "decoration only: it tells nothing", "required": False},
                    ),
                    6: ("wagtail.blocks.CharBlock", (), {"label": "caption", "max_length": 250, "required": False}),
                    7: ("wagtail.blocks.CharBlock", (), {"label": "who made it", "max_length": 120, "required": False}),
                    8: (
                        "wagtail.blocks.StructBlock",
                        [[("image", 2), ("dark", 3), ("alt", 4), ("decorative", 5), ("caption", 6), ("credit", 7)]],
                        {},
                    ),
                    9: (
                        "wagtail.blocks.TextBlock",
                        (),
                        {"help_text": "Without quotation marks: the page sets them.", "label": "words"},
                    ),
                    10: (
                        "wagtail.blocks.CharBlock",
                        (),
                        {"label": "who said it", "max_length": 120, "required": False},
                    ),
                    11: (
                        "wagtail.blocks.CharBlock",
                        (),
                        {"label": "who that is", "max_length": 160, "required": False},
                    ),
                    12: ("wagtail.blocks.StructBlock", [[("text", 9), ("by", 10), ("about", 11)]], {}),
                    13: ("wagtail.blocks.CharBlock", (), {"label": "title", "max_length": 120}),
                    14: ("wagtail.blocks.CharBlock", (), {"label": "what", "max_length": 80}),
                    15: ("wagtail.blocks.CharBlock", (), {"label": "value", "max_length": 250, "required": False}),
                    16: ("wagtail.blocks.CharBlock", (), {"label": "note", "max_length": 250, "required": False}),
                    17: ("wagtail.blocks.StructBlock", [[("label", 14), ("value", 15), ("note", 16)]], {}),
                    18: ("wagtail.blocks.ListBlock", (17,), {"label": "facts", "min_num": 1}),
                    19: ("wagtail.blocks.StructBlock", [[("title", 13), ("rows", 18)]], {}),
                    20: ("wagtail.blocks.CharBlock", (), {"label": "title", "max_length": 120, "required": False}),
                    21: (
                        "wagtail.blocks.ListBlock",
                        (8,),
                        {"help_text": "Two to twelve.", "label": "pictures", "max_num": 12, "min_num": 2},
                    ),
                    22: ("wagtail.blocks.StructBlock", [[("title", 20), ("pictures", 21)]], {}),
                    23: ("wagtail.blocks.URLBlock", (), {"label": "address"}),
                    24: (
                        "wagtail.blocks.ListBlock",
                        (23,),
                        {
                            "help_text": "The address of its page at Bilibili, Tencent Video, YouTube, Vimeo or elsewhere. YouTube and Vimeo do not open in mainland China: where there is another address, give that as well, and first.",
                            "label": "where it can be watched",
                            "max_num": 3,
                            "min_num": 1,
                        },
                    ),
                    25: (
                        "wagtail.blocks.RegexBlock",
                        (),
                        {
                            "error_messages": {"invalid": "Write the length as minutes and seconds: 4:12."},
                            "help_text": "Minutes and seconds: 4:12.",
                            "label": "length",
                            "regex": "^\\d{1,3}:[0-5]\\d(:[0-5]\\d)?$",
                            "required": False,
                        },
                    ),
                    26: (
                        "wagtail.blocks.StructBlock",
                        [[("image", 2), ("dark", 3), ("alt", 4), ("decorative", 5), ("caption", 6), ("credit", 7)]],
                        {"label": "poster"},
                    ),
                    27: (
                        "wagtail.blocks.StructBlock",
                        [[("title", 13), ("links", 24), ("length", 25), ("poster", 26)]],
                        {},
                    ),
                    28: ("wagtail.documents.blocks.DocumentChooserBlock", (), {"label": "document"}),
                    29: (
                        "wagtail.blocks.CharBlock",
                        (),
                        {
                            "help_text": "In a few words, below the title.",
                            "label": "what it is",
                            "max_length": 160,
                            "required": False,
                        },
                    ),
                    30: ("wagtail.blocks.StructBlock", [[("document", 28), ("about", 29)]], {}),
                    31: ("wagtail.blocks.CharBlock", (), {"label": "words", "max_length": 400, "required": False}),
                    32: ("wagtail.blocks.CharBlock", (), {"label": "numbers", "max_length": 40, "required": False}),
                    33: (
                        "wagtail.contrib.typed_table_block.blocks.TypedTableBlock",
                        [[("text", 31), ("number", 32)]],
                        {"label": "table"},
                    ),
                    34: (
                        "wagtail.blocks.BooleanBlock",
                        (),
                        {
                            "default": True,
                            "help_text": "Then it is read out before each cell of its row.",
                            "label": "the first column names the rows",
                            "required": False,
                        },
                    ),
                    35: ("wagtail.blocks.StructBlock", [[("table", 33), ("rows_have_heads", 34)]], {}),
                    36: ("wagtail.blocks.CharBlock", (), {"label": "treatment", "max_length": 160, "required": False}),
                    37: ("wagtail.blocks.CharBlock", (), {"label": "disease", "max_length": 120, "required": False}),
                    38: ("wagtail.blocks.CharBlock", (), {"label": "phase", "max_length": 60, "required": False}),
                    39: (
                        "wagtail.blocks.CharBlock",
                        (),
                        {"label": "target enrolment", "max_length": 60, "required": False},
                    ),
                    40: (
                        "wagtail.blocks.CharBlock",
                        (),
                        {"label": "first patient", "max_length": 120, "required": False},
                    ),
                    41: (
                        "wagtail.blocks.CharBlock",
                        (),
                        {
                            "help_text": "Such as NCT01234567 or ChiCTR2000012345. A reader is led to the registry where we know its addresses.",
                            "label": "registry number",
                            "max_length": 60,
                            "required": False,
                        },
                    ),
                    42: ("wagtail.blocks.CharBlock", (), {"label": "sponsor", "max_length": 160, "required": False}),
                    43: (
                        "wagtail.blocks.ChoiceBlock",
                        [],
                        {
                            "choices": [
                                ("planned", "Planned"),
                                ("recruiting", "Recruiting"),
                                ("closed", "Closed to new patients"),
                                ("stopped", "Stopped early"),
                                ("reported", "Results reported"),
                            ],
                            "label": "status",
                        },
                    ),
                    44: (
                        "wagtail.blocks.CharBlock",
                        (),
                        {
                            "help_text": "Such as who announced it, and when. A trial that is only planned says so in its heading.",
                            "label": "note",
                            "max_length": 250,
                            "required": False,
                        },
                    ),
                    45: (
                        "wagtail.blocks.StructBlock",
                        [
                            [
                                ("treatment", 36),
                                ("disease", 37),
                                ("phase", 38),
                                ("enrolment", 39),
                                ("first_patient", 40),
                                ("registry", 41),
                                ("sponsor", 42),
                                ("status", 43),
                                ("note", 44),
                            ]
                        ],
                        {},
                    ),
                    46: ("portal.pages.choosing.PersonCardChooser", (), {"label": "person"}),
                    47: ("wagtail.blocks.ListBlock", (46,), {"label": "cards", "max_num": 8, "min_num": 1}),
                    48: ("wagtail.blocks.StructBlock", [[("cards", 47)]], {}),
                    49: ("portal.pages.choosing.StoryChooser", (), {"label": "story"}),
                    50: ("wagtail.blocks.ListBlock", (49,), {"label": "stories", "max_num": 5, "min_num": 1}),
                    51: ("wagtail.blocks.StructBlock", [[("stories", 50)]], {}),
                },
                verbose_name="text",
            ),
        ),
        migrations.CreateModel(
            name="PersonCard",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "name",
                    models.CharField(
                        help_text="Given name first: Jana Dvořáková.",
                        max_length=120,
                        verbose_name="name in Latin letters",
                    ),
                ),
                (
                    "name_language",
                    models.CharField(
                        default="en",
                        help_text="Such as cs, de, pl: browsers set and read it right then.",
                        max_length=10,
                        verbose_name="language of the name",
                    ),
                ),
                ("name_zh", models.CharField(blank=True, max_length=30, verbose_name="name in Chinese characters")),
                (
                    "role_en",
                    models.CharField(
                        help_text="Such as: thoracic surgeon.", max_length=120, verbose_name="role, in English"
                    ),
                ),
                ("role_zh", models.CharField(max_length=60, verbose_name="role, in Chinese")),
                (
                    "hospital_en",
                    models.CharField(blank=True, max_length=160, verbose_name="hospital or institute, in English"),
                ),
                (
                    "hospital_zh",
                    models.CharField(blank=True, max_length=80, verbose_name="hospital or institute, in Chinese"),
                ),
                (
                    "portrait",
                    models.ForeignKey(
                        blank=True,
                        help_text="Left empty, the initials stand on a plate. Set the focal point on the face.",
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="wagtailimages.image",
                        verbose_name="portrait",
                    ),
                ),
            ],
            options={
                "verbose_name": "card of a person",
                "verbose_name_plural": "cards of people",
                "ordering": ["name"],
            },
        ),
        migrations.RunPython(carry_over, give_back),
        migrations.RemoveField(model_name="storypage", name="corrected_on"),
        migrations.RemoveField(model_name="storypage", name="correction"),
        migrations.RemoveField(model_name="storypage", name="people_note"),
    ]
