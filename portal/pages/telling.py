"""What a page tells machines of itself: the nodes of its linked data, and the words of the card that others show."""

from dataclasses import dataclass

from django.templatetags.static import static
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from . import linked_data
from .identity import identity
from .languages import html_lang
from .models import StoryPage
from .story_facts import changed_at

# As Open Graph names languages.
OPEN_GRAPH = {"en": "en_GB", "zh-hans": "zh_CN"}


def pictures_of(page, request):
    """{"wide", "square": absolute addresses} of the pictures beside a link: a public story's own, else the site's."""
    if isinstance(page, StoryPage) and page.pk and page.live:
        paths = {shape: page.shared_as(shape) for shape in ("wide", "square")}
    else:
        paths = {"wide": static("portal/art/share.png"), "square": static("portal/art/share-square.png")}
    return {shape: request.build_absolute_uri(path) for shape, path in paths.items()}


def hospital(request):
    """The node of the hospital, as the page's language names it."""
    site = identity(get_language())
    home = request.build_absolute_uri(f"/{get_language()}/")
    logo = request.build_absolute_uri(static("portal/art/share-square.png"))
    return linked_data.organization(site.hospital, home=home, logo=logo, office=site.office)


def site_nodes(request):
    """Of the home page: who speaks here, and how the site is searched."""
    language = get_language()
    search = request.build_absolute_uri(reverse("search")) + "?q={search_term_string}"
    home = request.build_absolute_uri(f"/{language}/")
    name = identity(language).name
    return [
        hospital(request),
        linked_data.web_site(name, home=home, language=html_lang(language), search=search),
    ]


def story_nodes(page, request, context):
    """Of a story. context: of its page, which holds all that is needed."""
    site = identity(get_language())
    twins = [address for code, address in context["written"] if code != page.locale.language_code]
    return [
        linked_data.news_article(
            headline=page.title,
            url=context["canonical"],
            images=list(pictures_of(page, request).values()),
            published=page.date.isoformat(),
            changed=changed_at(page).isoformat(),
            language=html_lang(page.locale.language_code),
            author=page.author or site.office,
            author_is_person=page.author not in ("", site.office, site.hospital),
            publisher=hospital(request),
            description=page.description,
            section=context["topic"],
            keywords=[name for name, _address in context["tags"]],
            source=page.source,
            source_url=page.source_url,
            corrections=[(row["day"].isoformat(), row["text"]) for row in context["corrections"]],
            twin=twins[0] if twins else "",
        )
    ]


def steps_of(context, request):
    """(name, absolute address) of the breadcrumbs and of the page below them; none for the home page."""
    crumbs = [(label, url) for label, url in context.get("crumbs") or () if url]
    if not crumbs:
        return []
    page = context.get("page")
    own = (page.title, context["canonical"]) if hasattr(page, "locale_id") else (context.get("own_title"), "")
    steps = [*crumbs, own] if own[0] else crumbs
    return [(str(name), request.build_absolute_uri(address or request.path)) for name, address in steps]


@dataclass(frozen=True)
class ShareCard:
    """What stands on the card: title, description, picture and what is to be seen on it; where the page has them, its
    address, its languages and what Open Graph says of an article.
    """

    title: str
    description: str
    image: str
    alt: str
    url: str = ""
    locale: str = ""
    other_locales: tuple = ()
    kind: str = "website"
    published: str = ""
    changed: str = ""
    section: str = ""
    tags: tuple = ()


def share_card(context, title="", description=""):
    """The ShareCard of the page with this context. title, description: where it is no page of the trees; a page below
    one of them, such as a hospital's, gives them as `share_title` and `share_description`."""
    request, page = context["request"], context.get("page")
    page = page if hasattr(page, "locale_id") else None
    site = identity(get_language())
    title = title or context.get("share_title", "")
    said = (
        description
        or context.get("share_description")
        or (page.description if page else "")
        or _("%(name)s, %(plan)s, %(hospital)s") % vars(site)
    )
    told = {
        "title": title or (page.found_title if page else site.plan),
        "description": said,
        "image": pictures_of(page, request)["wide"],
        "alt": _("A loop on chart paper: breath goes out above the line and comes in below it."),
    }
    if page is not None or title:
        written_in = page.locale.language_code if page else get_language()
        others = [code for code, _address in context.get("written") or () if code != written_in]
        told |= {
            "url": context.get("canonical") or request.build_absolute_uri(request.path),
            "locale": OPEN_GRAPH[written_in],
            "other_locales": tuple(OPEN_GRAPH[code] for code in others),
        }
    return ShareCard(**told | (story_card(page, context) if isinstance(page, StoryPage) else {}))


def story_card(page, context):
    return {
        "alt": page.title,
        "kind": "article",
        "published": page.date.isoformat(),
        "changed": changed_at(page).isoformat(),
        "section": context.get("topic", ""),
        "tags": tuple(name for name, _address in context.get("tags", ())),
    }
