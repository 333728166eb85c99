"""Who speaks on the site: names of the site, the plan, the hospital and its office, and when somebody
answers.

The office may change them in a setting of Wagtail's (models.SiteIdentity); the catalogue's words stand where nothing
is filled in.
"""

from dataclasses import dataclass, replace
from urllib.parse import quote

from django.utils.translation import gettext as _

from .frame import frame


@dataclass(frozen=True)
class Identity:
    """The names in one language. notice: a sentence at the foot of every page, such as that the content is invented.

    icp_number, psb_number: the site's records with the ministry and with the public-security bureau, "" where there is
    none. psb_emblem: the address of the picture that came with the latter.
    """

    name: str
    plan: str
    hospital: str
    office: str
    hours: str
    notice: str = ""
    address: str = ""
    icp_number: str = ""
    psb_number: str = ""
    psb_emblem: str = ""

    @property
    def psb_url(self):
        """The bureau's page of this record, by the digits of its number."""
        digits = "".join(char for char in self.psb_number if char.isdecimal())
        return f"https://beian.mps.gov.cn/#/query/webSearch?code={quote(digits)}"


def from_catalogue():
    """The names as the catalogue of the active language has them."""
    return Identity(
        name=_("Sino-Euro Forum on Thoracic Disease"),
        plan=_("International Expert Visiting Plan"),
        hospital=_("Shanghai Chest Hospital"),
        office=_("Office for International Exchange"),
        hours=_("Working days, 09:00 to 18:00 in Shanghai"),
    )


def identity(language):
    """The Identity for a language code, which must be the active one."""
    return replace(from_catalogue(), **{field: value for field, value in frame(language).identity.items() if value})
