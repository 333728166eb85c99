"""What pages about calls need beside the face's components."""

from django import template
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from portal.people.names import initials

register = template.Library()


@register.simple_tag
def seats_sentence(firm, reserve):
    """ "Four seats, and one in reserve." from lists of seat numbers."""
    sure = ngettext("%(count)s seat", "%(count)s seats", len(firm)) % {"count": len(firm)}
    if not reserve:
        return _("%(seats)s.") % {"seats": sure}
    return _("%(seats)s, and %(count)s in reserve.") % {"seats": sure, "count": len(reserve)}


@register.inclusion_tag("components/table.html")
def dates_table(dates):
    """The table of a call's dates from (when, what, who) rows."""
    who = _("Who acts")
    return {
        "caption": _("Days in Shanghai. Where an hour matters, two cities are given."),
        "columns": [_("When"), _("What happens"), who],
        "rows": [
            [{"text": when, "head": True}, {"text": what}, {"text": actor, "label": who}] for when, what, actor in dates
        ],
    }


@register.inclusion_tag("components/person.html")
def house_person(person):
    """Somebody of the house with plate, name and Chinese name."""
    language = get_language()
    chinese = person.chinese_name if not language.startswith("zh") else ""
    name = person.named(language)
    return {
        "name": name.replace(chinese, "").strip() if chinese else name,
        "han": chinese,
        "initials": initials(person, language),
        "plate_lang": "zh-Hans" if person.chinese_name else "",
    }
