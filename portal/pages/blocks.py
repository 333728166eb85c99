"""What the body of a page may hold. Rich text keeps few features, so that a paste from Word or WeChat comes out clean."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError

from .choosing import PictureChooser
from .pictures import TEXT, picture
from .tidying import tidy

TEXT_FEATURES = ["bold", "italic", "link", "ol", "ul"]


class TextBlock(blocks.RichTextBlock):
    """Running text. What a paste from Word or WeChat brings along beside its words goes when the page is saved."""

    def clean(self, value):
        cleaned = super().clean(value)
        return self.normalize(tidy(cleaned.source))

    def deconstruct(self):
        """As Wagtail's own block, so that no migration leans on this module."""
        return ("wagtail.blocks.RichTextBlock", *super().deconstruct()[1:])


class PictureBlock(blocks.StructBlock):
    """A picture in the text, perhaps with a second one for dark screens."""

    image = PictureChooser(label=_("picture"))
    dark = PictureChooser(required=False, label=_("the same picture for dark screens"))
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
        return {**super().get_context(value, parent_context), "shown": self.shown(value)}

    def shown(self, value, size=TEXT):
        """The Picture of a value, None where its image is gone."""
        return picture(value["image"], value["dark"], size=size, alt="" if value["decorative"] else value["alt"])


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


class BodyBlock(blocks.StreamBlock):
    """The body of a plain page."""

    paragraph = TextBlock(
        features=TEXT_FEATURES, label=_("text"), icon="pilcrow", template="portal/pages/blocks/paragraph.html"
    )
    heading = blocks.CharBlock(
        max_length=120, label=_("heading"), icon="title", template="portal/pages/blocks/heading.html"
    )
    picture = PictureBlock()
    quote = QuoteBlock()
    facts = FactsBlock()
