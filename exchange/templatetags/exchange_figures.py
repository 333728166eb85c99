"""The exchange's numbers with their words."""

from django import template
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, npgettext

register = template.Library()


@register.inclusion_tag("exchange/figures.html")
def four_figures(total):
    """Experts, hospitals, countries, doctors: from `partners.rules.figures`."""
    return {
        "lines": [
            (total["came"], npgettext("under a number", "expert received", "experts received", total["came"])),
            (total["hospitals"], npgettext("under a number", "hospital", "hospitals", total["hospitals"])),
            (total["countries"], npgettext("under a number", "country", "countries", total["countries"])),
            (total["went"], npgettext("under a number", "doctor sent", "doctors sent", total["went"])),
        ]
    }


@register.simple_tag
def give_and_take(came, went):
    """ "3 surgeons came, 1 doctor went", "" where nobody has yet."""
    parts = []
    if came:
        parts.append(ngettext("%(count)s surgeon came", "%(count)s surgeons came", came) % {"count": came})
    if went:
        parts.append(ngettext("%(count)s doctor went", "%(count)s doctors went", went) % {"count": went})
    return _(", ").join(parts)
