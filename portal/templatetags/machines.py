"""What the head of a page tells machines: the card that other sites show, and linked data."""

from django import template

from portal.pages import linked_data, telling

register = template.Library()


@register.inclusion_tag("components/share_card.html", takes_context=True)
def share_card(context, title="", description=""):
    """Open Graph and Twitter. title, description: of a page that is none of the trees."""
    if context.get("request") is None:
        return {"card": None}
    return {"card": telling.share_card(context, str(title), str(description))}


@register.simple_tag(takes_context=True)
def share_square(context):
    """The absolute address of the square picture, which messengers take that look for a page's first picture."""
    request = context.get("request")
    return telling.pictures_of(context.get("page"), request)["square"] if request is not None else ""


@register.simple_tag(takes_context=True)
def linked_data_of_page(context):
    """The page's own nodes (`linked_nodes` of its context) and the way to it (`crumbs`); nothing without either."""
    request = context.get("request")
    if request is None:
        return ""
    nodes = list(context.get("linked_nodes") or ())
    steps = telling.steps_of(context, request)
    nodes += [linked_data.breadcrumbs(steps)] if steps else []
    return linked_data.script_of(nodes) if nodes else ""
