"""Pictures of pages as a template sets them: sizes known beforehand, light and dark, modern formats for photographs.

Drawings (SVG) keep their file, save where a list wants another shape. Of a photograph the browser chooses among
renditions of several widths, in AVIF where it reads that and else in WebP. They are made when the page is first shown,
which is the editor's preview.
"""

from dataclasses import dataclass

from django.db.models import prefetch_related_objects

from .keeping.marks import depend_on_images


@dataclass(frozen=True)
class Size:
    """Where a picture stands. widths: of the renditions, ascending. sizes: how wide the place is, as HTML says it.

    shape: (width, height) to which pictures are cut about the focal point that the editor set; None keeps their own.
    """

    widths: tuple
    sizes: str
    shape: tuple | None = None

    @property
    def widest(self):
        return self.widths[-1]

    def spec(self, width, kind):
        """Wagtail's name of a rendition, such as "fill-400x225|format-avif"."""
        if self.shape is None:
            return f"width-{width}|format-{kind}"
        return f"{self.cut(width)}|format-{kind}"

    def cut(self, width):
        across, down = self.shape
        return f"fill-{width}x{round(width * down / across)}"


# Across the matter, as the picture at the head of a story.
FULL = Size((640, 1000, 1600), "(min-width: 78rem) 59rem, (min-width: 60rem) calc(92vw - 14rem), 92vw")
# In the text.
TEXT = Size((480, 800, 1280), "(min-width: 60rem) 40rem, 92vw")
# Half of the matter, as the first story on the home page.
HALF = Size((480, 800, 1280), "(min-width: 60rem) 30rem, 92vw")
# One of two beside each other in the text.
GALLERY = Size((320, 640, 960), "(min-width: 60rem) 20rem, (min-width: 34rem) 45vw, 92vw")
# Beside a story in a list.
THUMBNAIL = Size((400, 800), "(min-width: 48rem) 15rem, 92vw", (16, 9))
# A person's, in the place of the plate.
PORTRAIT = Size((64, 128, 192), "4rem", (1, 1))

KINDS = ("avif", "webp")
DARK = "(prefers-color-scheme: dark)"


@dataclass(frozen=True)
class Source:
    """A choice for the browser: srcset with sizes, and where they narrow it the media type and the condition."""

    srcset: str
    sizes: str = ""
    type: str = ""
    media: str = ""


@dataclass(frozen=True)
class Picture:
    """What <img> says: url, width, height, alt, srcset, sizes; and the sources before it, in the order to try them."""

    url: str
    width: int
    height: int
    alt: str = ""
    srcset: str = ""
    sizes: str = ""
    sources: tuple = ()


def picture(image, dark=None, *, size=FULL, alt=""):
    """A Picture of an image, or None without one. dark: the image for dark screens, or None."""
    if image is None:
        return None
    depend_on_images(image, dark)
    sources = () if dark is None else choices(dark, size, DARK)
    if image.is_svg():
        return Picture(*drawing(image, size), alt, sources=sources)
    *better, plain = choices(image, size)
    made = renditions(image, size)[KINDS[-1]]
    # The proportions of all of them; the address of the one in the middle, for who reads no srcset.
    widest, middle = made[-1], made[len(made) // 2]
    return Picture(middle.url, widest.width, widest.height, alt, plain.srcset, plain.sizes, (*sources, *better))


def choices(image, size, media=""):
    """The Sources of an image, the best first; a drawing has its one file."""
    if image.is_svg():
        return (Source(drawing(image, size)[0], media=media),)
    made = renditions(image, size)
    # The last needs no type: every browser reads it.
    return tuple(
        Source(srcset(made[kind]), size.sizes, "" if kind == KINDS[-1] else f"image/{kind}", media) for kind in KINDS
    )


def renditions(image, size):
    """{kind: renditions by width, none twice}: a photograph is never made larger than it is."""
    specs = {kind: [size.spec(width, kind) for width in size.widths] for kind in KINDS}
    made = image.get_renditions(*(spec for group in specs.values() for spec in group))
    return {kind: list({made[spec].width: made[spec] for spec in group}.values()) for kind, group in specs.items()}


def srcset(made):
    return ", ".join(f"{rendition.url} {rendition.width}w" for rendition in made)


def drawing(image, size):
    """(url, width, height) of a drawing: its own file, or cut by its frame where the place has another shape."""
    if is_cut(image, size):
        cut = image.get_rendition(size.cut(size.widest))
        return cut.url, cut.width, cut.height
    wide = min(size.widest, image.width)
    return image.file.url, wide, round(image.height * wide / max(image.width, 1))


def is_cut(image, size):
    return size.shape is not None and image.width * size.shape[1] != image.height * size.shape[0]


def fetch_renditions(images, size=FULL):
    """Read the renditions of images in one query, for pages of many; drawings that keep their file need none."""
    made = [image for image in images if image is not None and (not image.is_svg() or is_cut(image, size))]
    if made:
        prefetch_related_objects(made, "renditions")
