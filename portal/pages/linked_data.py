"""What search engines are told in the words of schema.org: plain data, and how it stands in a page (JSON-LD)."""

import json

from django.utils.safestring import mark_safe

CONTEXT = "https://schema.org"
# In JSON these are the same characters, and none of them can end a script element or begin a comment.
ESCAPES = {
    ord("<"): "\\u003C",
    ord(">"): "\\u003E",
    ord("&"): "\\u0026",
    0x2028: "\\u2028",
    0x2029: "\\u2029",
}


def script_of(nodes):
    """One graph of nodes as a data block, which no browser runs; safe whatever people typed."""
    return mark_safe(f'<script type="application/ld+json">{as_json(nodes)}</script>\n')


def as_json(nodes):
    """The graph as JSON that can stand in a script element."""
    return json.dumps({"@context": CONTEXT, "@graph": nodes}, ensure_ascii=False).translate(ESCAPES)


def filled(**values):
    """The properties that have a value."""
    return {name: value for name, value in values.items() if value not in ("", None, [], {})}


def organization(name, *, home, logo="", office=""):
    """The hospital, by the address of the home page; office: of the department that answers."""
    return {
        "@type": "Organization",
        "@id": f"{home}#organization",
        "name": name,
        "url": home,
        **filled(logo=logo, department={"@type": "Organization", "name": office} if office else None),
    }


def web_site(name, *, home, language, search):
    """search: the address of a search for the word that stands in braces."""
    return {
        "@type": "WebSite",
        "@id": f"{home}#website",
        "name": name,
        "url": home,
        "inLanguage": language,
        "publisher": {"@id": f"{home}#organization"},
        "potentialAction": {
            "@type": "SearchAction",
            "target": {"@type": "EntryPoint", "urlTemplate": search},
            "query-input": "required name=search_term_string",
        },
    }


def breadcrumbs(steps):
    """steps: (name, absolute address) from the home page to the page itself."""
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": place, "name": name, "item": address}
            for place, (name, address) in enumerate(steps, start=1)
        ],
    }


def news_article(**told):
    """headline, url, images, published, changed (ISO), language, author, author_is_person, publisher (a node); and where
    there is one: description, section, keywords, source, source_url, corrections [(ISO day, text)], twin (an address).
    """
    url, twin = told["url"], told.get("twin")
    author = {"@type": "Person" if told["author_is_person"] else "Organization", "name": told["author"]}
    return {
        "@type": "NewsArticle",
        "@id": f"{url}#story",
        "mainEntityOfPage": url,
        "url": url,
        "headline": told["headline"],
        "image": told["images"],
        "datePublished": told["published"],
        "dateModified": told["changed"],
        "inLanguage": told["language"],
        "author": author,
        "publisher": told["publisher"],
        **filled(
            description=told.get("description"),
            articleSection=told.get("section"),
            keywords=told.get("keywords"),
            sourceOrganization={"@type": "Organization", "name": told["source"]} if told.get("source") else None,
            isBasedOn=told.get("source_url"),
            workTranslation={"@id": f"{twin}#story"} if twin else None,
            correction=[
                {"@type": "CorrectionComment", "datePublished": day, "text": text}
                for day, text in told.get("corrections", ())
            ],
        ),
    }
