"""What would be handed over if somebody left now, read without changing anything."""

from django.utils.translation import gettext

from portal.slices import load


def what_is_open(person):
    """A line for each slice's open work of this person, from its handover room's `what_is_open(person)`."""
    lines = []
    for room in load("handover"):
        if hasattr(room, "what_is_open"):
            lines += [str(line) for line in room.what_is_open(person)]
        else:
            slice_name = room.__name__.split(".")[-2]
            lines.append(gettext("The open work in “%(slice)s”") % {"slice": slice_name})
    return lines
