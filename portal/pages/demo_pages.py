"""Pages of the demo in both languages, made by whichever slice owns their kind."""

from wagtail.models import Locale

from .models import HomePage


def home_pages():
    """{language code: home page}."""
    return {home.locale.language_code: home for home in HomePage.objects.select_related("locale")}


def in_both(demo, key, parents, make, slug):
    """The page of a key in each language, made where missing and paired by one translation key: {language: page}.

    parents: {language: page}; make: function of a language to a page without slug and locale.
    """
    found = {}
    for language in ("en", "zh-hans"):
        known = demo.known(f"{key}.{language}")
        if known is None:
            page = make(language)
            page.slug = slug
            page.locale = Locale.objects.get(language_code=language)
            if "en" in found and language != "en":
                page.translation_key = found["en"].translation_key
            parents[language].add_child(instance=page)
            page.save_revision().publish()
            known = demo.remember(f"{key}.{language}", page)
        found[language] = known.specific
    return found
