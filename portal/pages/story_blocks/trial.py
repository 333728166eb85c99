"""A clinical trial as it was announced: what is known of it, and what nobody has said."""

import re

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail import blocks


class TrialStatus(models.TextChoices):
    """How far a trial is, as far as somebody has said so."""

    PLANNED = "planned", _("Planned")
    RECRUITING = "recruiting", _("Recruiting")
    CLOSED = "closed", _("Closed to new patients")
    STOPPED = "stopped", _("Stopped early")
    REPORTED = "reported", _("Results reported")


# Where a registry shows the trial of a number. Others are named, not linked.
REGISTRIES = (
    (re.compile(r"NCT\d{8}"), "https://clinicaltrials.gov/study/{}"),
    (re.compile(r"ISRCTN\d{8}"), "https://www.isrctn.com/{}"),
    (re.compile(r"\d{4}-5\d{5}-\d{2}-\d{2}"), "https://euclinicaltrials.eu/ctis-public/view/{}"),
)


def registry_url(number):
    """The address at which a registry shows the trial of a number, "" where we know none."""
    number = number.strip()
    return next((url.format(number) for shape, url in REGISTRIES if shape.fullmatch(number)), "")


class TrialBlock(blocks.StructBlock):
    """A clinical trial as it was announced. What nobody gave stays empty and is shown as "Not given"."""

    treatment = blocks.CharBlock(required=False, max_length=160, label=_("treatment"))
    disease = blocks.CharBlock(required=False, max_length=120, label=_("disease"))
    phase = blocks.CharBlock(required=False, max_length=60, label=_("phase"))
    enrolment = blocks.CharBlock(required=False, max_length=60, label=_("target enrolment"))
    first_patient = blocks.CharBlock(required=False, max_length=120, label=_("first patient"))
    registry = blocks.CharBlock(
        required=False,
        max_length=60,
        label=_("registry number"),
        help_text=_(
            "Such as NCT01234567 or ChiCTR2000012345. A reader is led to the registry where we know its addresses."
        ),
    )
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
        {"label": _("Registry number"), "value": value["registry"], "url": registry_url(value["registry"] or "")},
        {"label": _("Sponsor"), "value": value["sponsor"]},
        {"label": _("Status"), "value": TrialStatus(value["status"]).label, "note": value["note"]},
    ]
