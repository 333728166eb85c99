"""Reads at once whatever the body of a page points to, so that a story of many blocks asks no more than one of few.

Wagtail fetches what a chooser points to for one kind of block after the other: a picture, its dark twin and a poster
cost a query each. Here the stored data are walked first, every table is asked once, and the blocks take what they need
from the answer.
"""

from contextlib import contextmanager
from contextvars import ContextVar

from wagtail import blocks
from wagtail.images import get_image_model

from .pictures import fetch_renditions

_gathered = ContextVar("gathered", default=None)


class Gathered:
    """Put before a chooser block: it takes its objects from what was gathered, where its table was asked already."""

    def bulk_to_python(self, values):
        found = (_gathered.get() or {}).get(self.model_class)
        if found is None:
            return super().bulk_to_python(values)
        return [found.get(value) for value in values]

    def to_python(self, value):
        found = (_gathered.get() or {}).get(self.model_class)
        return super().to_python(value) if found is None else found.get(value)


@contextmanager
def gathered(objects):
    """Within it, blocks that are Gathered take their objects from here. objects: {model: {primary key: object}}."""
    token = _gathered.set(objects)
    try:
        yield
    finally:
        _gathered.reset(token)


def keys_in(streams):
    """{model: [primary keys]} of what StreamField values point to, read off their stored data without a query."""
    found = {}
    for stream in streams:
        for model, key in walk(stream.stream_block, list(stream.raw_data)):
            found.setdefault(model, []).append(key)
    return found


def walk(block, raw):
    """(model, primary key) of everything that a block's stored data point to."""
    if raw is None:
        return
    if isinstance(block, blocks.ChooserBlock):
        yield block.model_class, raw
    elif isinstance(block, blocks.StreamBlock):
        for child in raw:
            if child["type"] in block.child_blocks:
                yield from walk(block.child_blocks[child["type"]], child["value"])
    elif isinstance(block, blocks.StructBlock):
        for name, child in block.child_blocks.items():
            yield from walk(child, raw.get(name))
    elif isinstance(block, blocks.ListBlock):
        for item in raw:
            yield from walk(block.child_block, item["value"] if is_wrapped(item) else item)


def is_wrapped(item):
    """Whether an item of a list stands in the form {"type": "item", "value": …, "id": …}, as lists are kept now."""
    return isinstance(item, dict) and item.get("type") == "item" and "value" in item


def read_bodies(streams, readers):
    """Fill the blocks of StreamField values in one query a table.

    readers: {model: function(primary keys) -> {primary key: object}}; tables without one are asked by Wagtail itself.
    Returns {model: {primary key: object}} of what was read.
    """
    wanted = keys_in(streams)
    objects = {model: readers[model](keys) for model, keys in wanted.items() if model in readers}
    with gathered(objects):
        for stream in streams:
            list(stream)
    return objects


def read_pictures(*streams):
    """Fill the blocks of StreamField values whose only objects are pictures: two queries for all of them."""
    images = read_bodies(streams, {get_image_model(): get_image_model().objects.in_bulk})
    fetch_renditions(images.get(get_image_model(), {}).values())
