"""What templates need to show a private file: its address, its pages' addresses, the field that receives
one.
"""

from django.urls import reverse

from .checking.limits import MAX_BYTES
from .pages import WIDTHS
from .receiving import about


def address_of(file):
    """Where the file is downloaded, or "" where there is none."""
    return reverse("private_file", args=[file.pk]) if file is not None and not file.is_gone else ""


def page_addresses(file, width=WIDTHS[1]):
    """(number, address of its picture) of each page, for those who may see them."""
    return [(number, reverse("private_file_page", args=[file.pk, number, width])) for number in file.page_numbers]


def upload_field(slot, label, *, url, kept=None, problem="", hint="", optional=False, readable=True):
    """The context of portal/files/upload_field.html.

    slot: the input's name. url: where upload.js posts the file. kept: the PrivateFile that is there already.
    problem: the sentence of a refusal. readable: whether this person may download what is kept.
    """
    return {
        "slot": slot,
        "label": label,
        "hint": hint,
        "optional": optional,
        "url": url,
        "limit": MAX_BYTES,
        "kept": kept,
        "kept_about": about(kept) if kept else "",
        "kept_url": address_of(kept) if kept and readable else "",
        "problem": problem,
        "remove": slot,
    }
