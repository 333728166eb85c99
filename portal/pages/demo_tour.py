"""One address of every kind of page that this slice serves."""

from urllib.parse import urlencode

from django.conf import settings
from django.urls import reverse

from .demo_stories import STORIES
from .models import ContentPage, HomePage, NewsIndexPage, StoryPage

SEARCHES = {
    "nothing_asked": "",
    "found": urlencode({"q": "lung"}),
    "found_in_chinese": urlencode({"q": "论坛"}),
    "narrowed": urlencode({"q": "lung", "kind": "session"}),
    "nothing_found": urlencode({"q": "zeppelin"}),
}


def pages():
    found = {}
    for name, model, wanted in (
        ("home", HomePage, {}),
        ("news_index", NewsIndexPage, {}),
        ("story", StoryPage, {"slug": STORIES[0].slug}),
        ("about", ContentPage, {"slug": "about"}),
        ("contact", ContentPage, {"slug": "contact"}),
        ("accessibility", ContentPage, {"slug": "accessibility"}),
        ("privacy", ContentPage, {"slug": "privacy"}),
    ):
        for page in model.objects.live().filter(**wanted).select_related("locale"):
            code = page.locale.language_code
            found[name if code == "en" else f"{name}_zh"] = page.url
    news = found.get("news_index", "")
    return {
        "choose_language": reverse("choose_language"),
        **found,
        "news_topic": f"{news}?topic=forum",
        "news_second_page": f"{news}?page=2",
        "news_feed": reverse("news_feed"),
        **{f"search_{name}": f"{reverse('search')}?{query}" for name, query in SEARCHES.items()},
        "office_topics": reverse("topics:index"),
        "office_cards_of_people": reverse("person_cards:index"),
        "sitemap": reverse("sitemap"),
        "robots": reverse("robots"),
        # As in portal.urls.
        **({"components": reverse("components")} if settings.DEBUG else {}),
    }
