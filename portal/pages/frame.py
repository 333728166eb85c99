"""What the frame of every page needs of the page trees: addresses for the menus, and the line at the foot.

Remembered until what it is read from is written.
"""

from dataclasses import dataclass, field

from .keeping.values import remembered

# The pages that a new site begins with, by the slug that their English one has: see founding.py.
FOUNDED = ("about", "contact", "accessibility", "privacy")

_sources = {}


@dataclass(frozen=True)
class Frame:
    """addresses: "news", the slugs of FOUNDED and what slices offer, to addresses in one language. notice: at the foot."""

    addresses: dict = field(default_factory=dict)
    notice: str = ""


def offer_address(name, source):
    """A slice's page that stands in the menus. source: function of a language code to its address, "" without one."""
    _sources[name] = source


def frame(language):
    """The Frame of a language; an empty one before the site is founded."""
    return read_frames().get(language) or Frame()


@remembered
def read_frames():
    """Every language's Frame."""
    from .models import ContentPage, HomePage, NewsIndexPage

    frames = {}
    for home in HomePage.objects.live().select_related("locale"):
        frames[home.locale.language_code] = Frame({}, home.notice)
    found = [("news", page) for page in NewsIndexPage.objects.live().select_related("locale")]
    pages = ContentPage.objects.live().filter(slug__in=FOUNDED).select_related("locale").order_by("-depth")
    found += [(page.slug, page) for page in pages]
    for key, page in found:
        if page.locale.language_code in frames:
            frames[page.locale.language_code].addresses[key] = page.url or ""
    for language, found in frames.items():
        found.addresses.update({name: source(language) for name, source in _sources.items()})
    return frames
