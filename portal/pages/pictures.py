"""Pictures of pages as a template sets them: sizes known beforehand, light and dark, modern formats for photographs."""

from dataclasses import dataclass

from django.db.models import prefetch_related_objects

# The width of a list's thumbnails, and of the picture at the head of a story.
THUMBNAIL, FULL = 400, 1200


@dataclass(frozen=True)
class Picture:
    """url, width, height of the picture; dark: the address of the one for dark screens, or ""; alt: its alternative."""

    url: str
    width: int
    height: int
    alt: str = ""
    dark: str = ""


SPECS = {
    # A thumbnail is cut about the focal point that the editor set.
    THUMBNAIL: "fill-400x225|format-webp",
    FULL: "width-1200|format-webp",
}


def picture(image, dark=None, *, width=FULL, alt=""):
    """A Picture of an image, or None without one. Drawings keep their file; photographs get a rendition in WebP."""
    if image is None:
        return None
    url, wide, high = rendered(image, width)
    return Picture(url, wide, high, alt, rendered(dark, width)[0] if dark else "")


def rendered(image, width):
    if image.is_svg():
        wide = min(width, image.width)
        return image.file.url, wide, round(image.height * wide / max(image.width, 1))
    rendition = image.get_rendition(SPECS[width])
    return rendition.url, rendition.width, rendition.height


def fetch_renditions(images):
    """Read the renditions of photographs in one query, for lists; drawings need none."""
    photographs = [image for image in images if image is not None and not image.is_svg()]
    if photographs:
        prefetch_related_objects(photographs, "renditions")
