"""The share pictures of stories, drawn when first asked for and stored under a name that follows what is on them.

An address stays good for what it shows: whoever keeps the picture keeps the right one, and a changed title has another
address. Only what a public story shows now is ever drawn.
"""

import hashlib
import json
from dataclasses import astuple

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import transaction
from django.dispatch import receiver
from django.urls import reverse
from django.utils.translation import override
from wagtail.signals import page_unpublished

from portal.clock.instants import plain_day
from portal.pages.identity import identity

from . import drawing

FOLDER = "share"
# Raised when the drawing itself changes: every picture then has a new name.
VERSION = 1


def words_of(page):
    language = page.locale.language_code
    with override(language):
        site = identity(language).name
    return drawing.Words(page.title, page.topic.named(language), page.date, plain_day(page.date, language), site)


def photo_of(page):
    """The story's picture where it is a photograph, else None."""
    return None if page.picture is None or page.picture.is_svg() else page.picture


def digest(page):
    photo = photo_of(page)
    seen = [photo.file.name, photo.focal_point_x, photo.focal_point_y] if photo else []
    told = [VERSION, astuple(words_of(page)), seen]
    return hashlib.sha256(json.dumps(told, default=str).encode()).hexdigest()[:20]


def address(page, shape):
    """The path of a story's picture in one of drawing.SHAPES."""
    return reverse("share_picture", args=[page.pk, shape, digest(page)])


def picture(page, shape):
    """The PNG's bytes, from the store or else drawn and put there, in place of what was drawn before."""
    folder, name = f"{FOLDER}/{page.pk}", f"{shape}-{digest(page)}.png"
    path = f"{folder}/{name}"
    if default_storage.exists(path):
        with default_storage.open(path) as file:
            return file.read()
    data = draw(page, shape)
    forget(page.pk, shape)
    kept = default_storage.save(path, ContentFile(data))
    if kept != path:
        # Somebody asked at the same moment and was first.
        default_storage.delete(kept)
    return data


def draw(page, shape):
    photo = photo_of(page)
    if photo is None:
        return drawing.png(drawing.SHAPES[shape](words_of(page)))
    # A rendition about the focal point that the editor set, and not the photograph in its full size.
    side = f"{drawing.SIDE}x{drawing.SIDE}" if shape == "square" else f"{drawing.PHOTO}x{drawing.HEIGHT}"
    with photo.get_rendition(f"fill-{side}|format-png").file.open() as file:
        return drawing.png(drawing.SHAPES[shape](words_of(page), file))


def forget(key, shape=""):
    """Take the pictures of a page's primary key out of the store, those of one shape or all."""
    folder = f"{FOLDER}/{key}"
    try:
        names = default_storage.listdir(folder)[1]
    except FileNotFoundError:
        return
    for name in names:
        if name.startswith(shape):
            default_storage.delete(f"{folder}/{name}")


@receiver(page_unpublished)
def leave(sender, instance, **kwargs):
    """What was taken off the site, or deleted, is not told by its picture either."""
    transaction.on_commit(lambda: forget(instance.pk))
