"""What the body of a page may hold. Rich text keeps few features, so that a paste from Word or WeChat comes out clean."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError
from wagtail.images.blocks import ImageChooserBlock

from .pictures import picture

TEXT_FEATURES = ["bold", "italic", "link", "ol", "ul"]


class PictureBlock(blocks.StructBlock):
    """A picture in the text, perhaps with a second one for dark screens."""

    image = ImageChooserBlock(label=_("picture"))
    dark = ImageChooserBlock(required=False, label=_("the same picture for dark screens"))
    alt = blocks.CharBlock(
        required=False,
        max_length=250,
        label=_("what the picture shows"),
        help_text=_("For those who do not see it. Say what is to be seen, not what it means."),
    )
    decorative = blocks.BooleanBlock(required=False, label=_("decoration only: it tells nothing"))
    caption = blocks.CharBlock(required=False, max_length=250, label=_("caption"))
    credit = blocks.CharBlock(required=False, max_length=120, label=_("who made it"))

    class Meta:
        icon = "image"
        label = _("picture")
        template = "portal/pages/blocks/picture.html"

    def clean(self, value):
        cleaned = super().clean(value)
        problem = alt_problem(cleaned["alt"], cleaned["decorative"])
        if problem:
            raise StructBlockValidationError({"alt": ValidationError(problem)})
        return cleaned

    def get_context(self, value, parent_context=None):
        context = super().get_context(value, parent_context)
        alt = "" if value["decorative"] else value["alt"]
        return {**context, "shown": picture(value["image"], value["dark"], alt=alt)}


def alt_problem(alt, decorative):
    """What is wrong with a picture's alternative: it is needed, unless the picture is decoration; "" where it is right."""
    if not alt and not decorative:
        return _("Say what the picture shows, or mark it as decoration.")
    if alt and decorative:
        return _("A decoration needs no words: take them out, or take the mark off.")
    return ""


class QuoteBlock(blocks.StructBlock):
    """Somebody's words."""

    text = blocks.TextBlock(label=_("words"), help_text=_("Without quotation marks: the page sets them."))
    by = blocks.CharBlock(required=False, max_length=120, label=_("who said it"))
    about = blocks.CharBlock(required=False, max_length=160, label=_("who that is"))

    class Meta:
        icon = "openquote"
        label = _("quote")
        template = "portal/pages/blocks/quote.html"


class FactBlock(blocks.StructBlock):
    """One line of a list of facts."""

    label = blocks.CharBlock(max_length=80, label=_("what"))
    value = blocks.CharBlock(required=False, max_length=250, label=_("value"))
    note = blocks.CharBlock(required=False, max_length=250, label=_("note"))


class FactsBlock(blocks.StructBlock):
    """Facts between two lines."""

    title = blocks.CharBlock(max_length=120, label=_("title"))
    rows = blocks.ListBlock(FactBlock(), min_num=1, label=_("facts"))

    class Meta:
        icon = "list-ul"
        label = _("facts")
        template = "portal/pages/blocks/facts.html"


class TrialStatus(models.TextChoices):
    """How far a trial is, as far as somebody has said so."""

    PLANNED = "planned", _("Planned")
    RECRUITING = "recruiting", _("Recruiting")
    CLOSED = "closed", _("Closed to new patients")
    REPORTED = "reported", _("Results reported")


class TrialBlock(blocks.StructBlock):
    """A clinical trial as it was announced. What nobody gave stays empty and is shown as "Not given"."""

    treatment = blocks.CharBlock(required=False, max_length=160, label=_("treatment"))
    disease = blocks.CharBlock(required=False, max_length=120, label=_("disease"))
    phase = blocks.CharBlock(required=False, max_length=60, label=_("phase"))
    enrolment = blocks.CharBlock(required=False, max_length=60, label=_("target enrolment"))
    first_patient = blocks.CharBlock(required=False, max_length=120, label=_("first patient"))
    registry = blocks.CharBlock(required=False, max_length=60, label=_("registry number"))
    sponsor = blocks.CharBlock(required=False, max_length=160, label=_("sponsor"))
    status = blocks.ChoiceBlock(choices=TrialStatus.choices, default=TrialStatus.PLANNED, label=_("status"))
    note = blocks.CharBlock(
        required=False,
        max_length=250,
        label=_("note"),
        help_text=_("Such as who announced it, and when. A trial that is only planned says so in its heading."),
    )

    class Meta:
        icon = "order"
        label = _("trial facts")
        template = "portal/pages/blocks/trial.html"

    def get_context(self, value, parent_context=None):
        context = super().get_context(value, parent_context)
        return {**context, "facts": trial_facts(value), "planned": value["status"] == TrialStatus.PLANNED}


def trial_facts(value):
    """The lines of a trial, in the order in which a reader asks for them."""
    return [
        {"label": _("Treatment"), "value": value["treatment"]},
        {"label": _("Disease"), "value": value["disease"]},
        {"label": _("Phase"), "value": value["phase"]},
        {"label": _("Target enrolment"), "value": value["enrolment"]},
        {"label": _("First patient"), "value": value["first_patient"]},
        {"label": _("Registry number"), "value": value["registry"]},
        {"label": _("Sponsor"), "value": value["sponsor"]},
        {"label": _("Status"), "value": TrialStatus(value["status"]).label, "note": value["note"]},
    ]


class BodyBlock(blocks.StreamBlock):
    """The body of a plain page."""

    paragraph = blocks.RichTextBlock(
        features=TEXT_FEATURES, label=_("text"), icon="pilcrow", template="portal/pages/blocks/paragraph.html"
    )
    heading = blocks.CharBlock(
        max_length=120, label=_("heading"), icon="title", template="portal/pages/blocks/heading.html"
    )
    picture = PictureBlock()
    quote = QuoteBlock()
    facts = FactsBlock()


class StoryBodyBlock(BodyBlock):
    """The body of a story."""

    trial = TrialBlock()
