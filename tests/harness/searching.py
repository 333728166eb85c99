"""
ask(question, at="en", **filters)    what the page of a search lists, from its first page to its last: Listed
"""

from dataclasses import dataclass, field

import pytest
from django.utils.http import urlencode


@dataclass
class Listed:
    """names: of the hits in their order, of people the title, else the address."""

    count: int
    loosely: bool
    names: list = field(default_factory=list)
    hits: list = field(default_factory=list)


def name_of(hit):
    return "".join(run.text for run in hit.title) if "#speaker-" in hit.url else hit.url


@pytest.fixture
def ask(client):
    def ask(question, at="en", **filters):
        listed, number = None, 1
        while True:
            answer = client.get(f"/{at}/search/?{urlencode({'q': question, 'page': number, **filters})}")
            assert answer.status_code == 200
            context = answer.context
            listed = listed or Listed(context["count"], context["loosely"])
            listed.hits += context["hits"]
            listed.names += [name_of(hit) for hit in context["hits"]]
            number += 1
            if number > context["page_of_hits"].paginator.num_pages:
                return listed

    return ask
