"""The page of a search. It is a GET and holds no form that writes."""

from dataclasses import dataclass
from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from portal.office.search_terms import printable
from portal.pages.frame import frame
from portal.pages.models import FoundKind

from .finding import FILTERS, find
from .hits import LANGUAGES, hits, topic_names
from .rules import LONGEST_QUESTION

PER_PAGE = 10


@dataclass(frozen=True)
class Filter:
    """A way to narrow: its name, the address without it, and (label, address, how many, whether it is on) for each value."""

    label: str
    all_label: str
    all_url: str
    on: bool
    options: list


@require_safe
def search_page(request):
    language = get_language()
    question = printable(request.GET.get("q", ""))[:LONGEST_QUESTION]
    wanted = {name: printable(request.GET.get(name, ""))[:LONGEST_QUESTION] for name in FILTERS}
    found = find(question, language, wanted)
    topics = topic_names(set(found.counts["topic"]), language)
    page = Paginator(found.answers, PER_PAGE).get_page(request.GET.get("page", 1))
    context = {
        "question": question,
        "page_of_hits": page,
        "hits": hits(page.object_list, found.needs, language, topics, request),
        "count": page.paginator.count,
        "all_of_them": found.all_of_them,
        "loosely": found.loosely,
        "asked": bool(found.needs),
        "filters": filters(question, wanted, found.counts, topics, language),
        "unfiltered_url": address(question, {}),
        "news_url": frame(language).addresses.get("news", ""),
    }
    return render(request, "portal/pages/search.html", context)


def address(question, wanted):
    query = {"q": question} | {name: wanted[name] for name in FILTERS if wanted.get(name)}
    return f"{reverse('search')}?{urlencode(query)}"


def filters(question, wanted, counts, topics, language):
    """The Filters that part what was found, or that are on. topics: {slug: name} in their order."""
    labels = {
        "kind": (_("Kind"), _("All kinds")),
        "topic": (_("Topic"), _("All topics")),
        "year": (_("Year"), _("All years")),
        "language": (_("Language"), _("Both languages")),
    }
    found = []
    for name, (label, all_label) in labels.items():
        values = counts[name]
        if len(values) > 1 or (values and wanted[name]):
            options = [
                (shown, address(question, wanted | {name: value}), values[value], value == wanted[name])
                for value, shown in values_in_order(name, topics, values, language)
                if value in values
            ]
            all_url = address(question, wanted | {name: ""})
            found.append(Filter(label, all_label, all_url, bool(wanted[name]), options))
    return found


def values_in_order(name, topics, values, language):
    """(value, how it is shown) of a filter."""
    if name == "kind":
        return FoundKind.choices
    if name == "topic":
        return topics.items()
    if name == "year":
        return [(year, year) for year in sorted(values, reverse=True)]
    return sorted(LANGUAGES.items(), key=lambda row: row[0] != language)
