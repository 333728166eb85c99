"""Who speaks on the site: names of the site, the plan, the hospital and its office, and when somebody
answers.

The names are content that the office may change, so they come from a source that can be set; the
catalogue's words stand where nothing is set.
"""

from dataclasses import dataclass, replace

from django.utils.translation import gettext as _

_source = None


@dataclass(frozen=True)
class Identity:
    """The names in one language. notice: a sentence at the foot of every page, such as that the content is
    invented.
    """

    name: str
    plan: str
    hospital: str
    office: str
    hours: str
    notice: str = ""


def from_catalogue():
    """The names as the catalogue of the active language has them."""
    return Identity(
        name=_("Sino-Euro Forum on Thoracic Disease"),
        plan=_("International Expert Visiting Plan"),
        hospital=_("Shanghai Chest Hospital"),
        office=_("Office for International Exchange"),
        hours=_("Working days, 09:00 to 18:00 in Shanghai"),
    )


def set_source(source):
    """source(language) gives a dict of the fields that the office has set; empty ones keep the catalogue's
    words.
    """
    global _source
    _source = source


def identity(language):
    """The Identity for a language code, which must be the active one."""
    names = from_catalogue()
    given = _source(language) if _source else {}
    return replace(names, **{field: value for field, value in given.items() if value})
