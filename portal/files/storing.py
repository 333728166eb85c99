"""Where the content lies: the "private" storage alone, under names that tell nothing. Never a path."""

import secrets

from django.core.files import File
from django.core.files.base import ContentFile
from django.core.files.storage import storages

CONTENT = "files"
PAGES = "pages"


def private_storage():
    return storages["private"]


def store(path, *, at):
    """Copy a local file into the storage; returns the name under which it lies there."""
    name = f"{CONTENT}/{at:%Y-%m-%d}/{secrets.token_hex(24)}"
    with open(path, "rb") as content:
        return private_storage().save(name, File(content))


def open_content(file):
    return private_storage().open(file.storage_name, "rb")


def picture_name(file, page, width):
    return f"{_pictures_of(file.storage_name)}/{page}-{width}.png"


def stored_picture(file, page, width):
    """PNG bytes drawn earlier, or None."""
    try:
        with private_storage().open(picture_name(file, page, width), "rb") as picture:
            return picture.read()
    except FileNotFoundError:
        return None


def store_picture(file, page, width, content):
    name = picture_name(file, page, width)
    if not private_storage().exists(name):
        private_storage().save(name, ContentFile(content))


def remove(storage_name):
    """Take content and the pictures of its pages away; it is no error if they are gone already."""
    storage = private_storage()
    pictures = _pictures_of(storage_name)
    for name in _names_in(storage, pictures):
        storage.delete(f"{pictures}/{name}")
    storage.delete(storage_name)


def days_stored():
    """The folders of content, one a day, as "YYYY-MM-DD"."""
    try:
        return sorted(private_storage().listdir(CONTENT)[0])
    except FileNotFoundError:
        return []


def stored_on(day):
    """Names of all content stored on a day."""
    return [f"{CONTENT}/{day}/{name}" for name in _names_in(private_storage(), f"{CONTENT}/{day}")]


def written_at(storage_name):
    return private_storage().get_modified_time(storage_name)


def _pictures_of(storage_name):
    return f"{PAGES}/{storage_name.removeprefix(CONTENT + '/')}"


def _names_in(storage, folder):
    try:
        return storage.listdir(folder)[1]
    except (FileNotFoundError, NotADirectoryError):
        return []
