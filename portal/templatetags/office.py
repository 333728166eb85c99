"""Tags of the office's own screens."""

from datetime import datetime

from django import template
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import get_language

from portal.clock.instants import is_chinese, plain_day, sentence, short_here
from portal.clock.system import system_now
from portal.office.first_page import has_desk
from portal.people.names import is_han

register = template.Library()


@register.simple_tag(takes_context=True)
def office_desk(context):
    """Whether the first page is a worklist for the person who reads it."""
    return has_desk(context["request"].user)


@register.simple_tag
def office_when(value):
    """An instant on the office's clock, or a date, as a time element; nothing for nothing."""
    if not value:
        return ""
    if isinstance(value, datetime):
        return format_html(
            '<time datetime="{}">{}</time>', value.isoformat(timespec="seconds"), short_here(value, get_language())
        )
    return format_html('<time datetime="{}">{}</time>', value.isoformat(), plain_day(value, get_language()))


@register.simple_tag(takes_context=True)
def office_deadline(context, instant):
    """A deadline with its two cities."""
    return sentence(instant, context["request"].user.zone, get_language())


@register.simple_tag
def office_now():
    """The present minute on the office's clock."""
    return short_here(system_now(), get_language())


@register.simple_tag
def office_name(person, link=False):
    """A person's name in the reader's language, with its own lang attribute; with a link to their page if asked."""
    name = person.named(get_language()) or person.get_short_name()
    han, chinese = is_han(name), is_chinese(get_language())
    lang = "" if han == chinese else ("zh-Hans" if han else "en")
    words = format_html('<span lang="{}">{}</span>', lang, name) if lang else name
    if link:
        return format_html('<a href="{}">{}</a>', reverse("people:inspect", args=[person.pk]), words)
    return words
