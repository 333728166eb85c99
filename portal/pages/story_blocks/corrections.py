"""What was wrong in a story and has been put right."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks


class CorrectionBlock(blocks.StructBlock):
    """One correction with its day."""

    day = blocks.DateBlock(label=_("day of the correction"))
    text = blocks.TextBlock(
        max_length=600, label=_("correction"), help_text=_("What an earlier version said, and what is right.")
    )

    class Meta:
        icon = "edit"
        label = _("correction")


class CorrectionsBlock(blocks.StreamBlock):
    """The corrections of a story, in any order: readers see the newest first."""

    correction = CorrectionBlock()


def newest_first(corrections):
    """[{"day", "text"}] of a StreamField value of corrections; of one day the one that was added last comes first."""
    listed = [{"day": block.value["day"], "text": block.value["text"]} for block in corrections]
    order = sorted(range(len(listed)), key=lambda place: (listed[place]["day"], place), reverse=True)
    return [listed[place] for place in order]
