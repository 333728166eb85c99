"""Questions and answers, as pages of programmes hold them."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from .blocks import TEXT_FEATURES


class QuestionBlock(blocks.StructBlock):
    """A question as somebody asks it, and the answer."""

    question = blocks.CharBlock(
        max_length=160, label=_("question"), help_text=_("In the words of whoever asks, with its question mark.")
    )
    answer = blocks.RichTextBlock(features=TEXT_FEATURES, label=_("answer"))

    class Meta:
        icon = "help"
        label = _("question and answer")
        template = "portal/pages/blocks/question.html"
