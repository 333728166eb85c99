"""Panels of the editor that are not fields."""

from django.utils.html import format_html
from wagtail.admin.panels import Panel

STORY_LANGUAGE = "story-language"
"""The id of the hidden field that tells the chooser of related stories in which language the story is written."""


class StoryLanguagePanel(Panel):
    """Shows nothing: it says the language of the page that is being written, for the choosers in it."""

    class BoundPanel(Panel.BoundPanel):
        def render_html(self, parent_context=None):
            return format_html('<input type="hidden" id="{}" value="{}">', STORY_LANGUAGE, self.instance.locale_id)

        def is_shown(self):
            return True
