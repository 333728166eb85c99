"""Small helps of the tests of kept pages."""

from django.test import Client
from django.test.signals import template_rendered

from portal.pages.models import ContentPage, StoryPage


def made_anew(address, **headers):
    """Whether the answer was rendered, and not a kept one."""
    rendered = []

    def note(template, **_more):
        rendered.append(template)

    template_rendered.connect(note)
    try:
        response = Client().get(address, headers=headers)
        assert response.status_code in (200, 304), (address, response.status_code)
    finally:
        template_rendered.disconnect(note)
    return bool(rendered)


def story(language, topic, number=0):
    stories = StoryPage.objects.live().filter(locale__language_code=language, topic__slug=topic)
    return stories.order_by("-date", "-pk")[number]


def content(slug, language="en"):
    return ContentPage.objects.get(slug=slug, locale__language_code=language)


def anew(pages):
    """The names of the pages that were not as they had been kept."""
    return {name for name, address in pages.items() if made_anew(address)}


def publish(page):
    page.save_revision().publish()
