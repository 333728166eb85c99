"""How each field of a page goes into the other language. Text is translated and everything else is copied, unless a page
type says otherwise:

    override_translatable_fields = [KeptApart("checked_on"), OneForBoth("topic")]
"""

from modelcluster.contrib.taggit import ClusterTaggableManager
from wagtail_localize.fields import BaseTranslatableField, SynchronizedField, TranslatableField
from wagtail_localize.segments import StringSegmentValue

from . import rules

# For page types, which name it beside the other two.
Translated = TranslatableField


class KeptApart(BaseTranslatableField):
    """Each language has its own: neither translated nor copied."""


class OneForBoth(SynchronizedField):
    """Copied, and not to be changed for one language alone."""

    def __init__(self, field_name):
        super().__init__(field_name, overridable=False)


class TranslatedTags(ClusterTaggableManager):
    """Tags that a translator sees as one line of words, and writes anew: a tag is a word of the story's own language."""

    def __set__(self, instance, names):
        self.__get__(instance, type(instance)).set(names)

    def get_translatable_segments(self, tags):
        """For the translation editor: the names with commas between them."""
        return [StringSegmentValue("", ", ".join(sorted(tag.name for tag in tags)))] if tags else []

    def restore_translated_segments(self, tags, segments):
        """Names for the translation, from what was written in the editor."""
        source = ", ".join(sorted(tag.name for tag in tags))
        return rules.tags_of(segments[0].render_text(), source)

    def deconstruct(self):
        """No table knows of it, so neither need the migrations."""
        name, _path, args, kwargs = super().deconstruct()
        return name, "modelcluster.contrib.taggit.ClusterTaggableManager", args, kwargs
