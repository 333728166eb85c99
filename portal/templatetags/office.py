"""Tags of the office's own screens."""

from datetime import datetime

from django import template
from django.utils.html import format_html
from django.utils.translation import get_language

from portal.clock.instants import plain_day, sentence, short_here
from portal.clock.system import system_now
from portal.office.first_page import has_desk

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
            '<time datetime="{}">{}</time>', value.isoformat(), short_here(value, get_language())
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
