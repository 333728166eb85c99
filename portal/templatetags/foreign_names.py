"""European names on Chinese pages: a Chinese font breaks Ś and Š, so such a name carries a lang of its own."""

import re

from django import template
from django.utils.html import conditional_escape
from django.utils.safestring import mark_safe
from django.utils.translation import get_language

from portal.clock.instants import is_chinese

register = template.Library()

LETTER = r"[A-Za-z\u00c0-\u024f\u1e00-\u1eff]"
NAME = re.compile(rf"{LETTER}(?:{LETTER}|[’'.\- ](?={LETTER}))+")
TAG = re.compile(r"(<[^>]*>|&[^;\s]+;)")


@register.filter
def foreign_names(text):
    """The text with runs of Latin letters marked as such where one of them has a sign; elsewhere as it was.

    text: plain text, which is escaped, or markup that is safe already.
    """
    safe = conditional_escape(text)
    if not is_chinese(get_language() or "en") or safe.isascii():
        return safe
    parts = TAG.split(safe)
    return mark_safe("".join(part if TAG.fullmatch(part) else NAME.sub(marked, part) for part in parts))


def marked(found):
    words = found[0]
    return words if words.isascii() else f'<span lang="en">{words}</span>'
