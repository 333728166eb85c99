"""Stays as public pages list them."""

from django import template
from django.utils.translation import get_language

from portal.clock.instants import span_of_days

register = template.Library()


@register.simple_tag
def named_and_not(stays):
    """{"named": those with a name, "unnamed": how many others}."""
    named = [stay for stay in stays if stay.name]
    return {"named": named, "unnamed": len(stays) - len(named)}


@register.simple_tag
def days(first, last):
    """ "6–17 September 2027"."""
    return span_of_days(first, last, get_language() or "en")
