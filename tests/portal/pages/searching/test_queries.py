"""The test set, on both databases: what each question must find, and that the database finds it by the pure rules."""

import tomllib
from pathlib import Path

import pytest

from portal.operations.models import DemoRow
from portal.pages.models import SearchEntry, SearchWord
from portal.pages.searching import finding, rules

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.both]

FILE = Path(__file__).with_name("search_queries.toml")
KEYS = {"q", "at", "filter", "first", "also", "never", "count", "loosely"}
QUERIES = tomllib.loads(FILE.read_text(encoding="utf-8"))["query"]


def test_the_set_is_large_and_well_formed():
    assert len(QUERIES) >= 40
    assert [row for row in QUERIES if set(row) - KEYS or not set(row) & (KEYS - {"q", "at", "filter"})] == []
    short = [row["q"] for row in QUERIES if len(row["q"]) <= 2 and rules.is_han(row["q"][0])]
    assert {"论坛", "肺"} <= set(short)


def years():
    edition, call = DemoRow.objects.get(key="edition.next").obj, DemoRow.objects.get(key="cycle.next").obj
    return {"{edition}": edition.slug, "{call}": str(call.year)}


def filled(text, words):
    for mark, value in words.items():
        text = text.replace(mark, value)
    return text


def wrong_with(row, listed, words):
    """What of the row does not hold."""
    first, also, never = ([filled(name, words) for name in row.get(key, ())] for key in ("first", "also", "never"))
    if listed.names[: len(first)] != first:
        yield f"begins with {listed.names[: max(len(first), 3)]}"
    if missing := set(also) - set(listed.names):
        yield f"lacks {missing}"
    if bad := set(never) & set(listed.names):
        yield f"shows {bad}"
    if "count" in row and listed.count != row["count"]:
        yield f"finds {listed.count}: {listed.names}"
    if (first or also or "loosely" in row) and listed.loosely != row.get("loosely", False):
        yield f"loosely: {listed.loosely}"
    if listed.count != len(listed.names):
        yield f"says {listed.count} and lists {len(listed.names)}"


def test_every_question_finds_what_it_must(demo_site, ask):
    words = years()
    wrong = []
    for row in QUERIES:
        listed = ask(filled(row["q"], words), row.get("at", "en"), **row.get("filter", {}))
        wrong += [f"{row['q']} ({row.get('at', 'en')}): {what}" for what in wrong_with(row, listed, words)]
    assert wrong == []


def everything_kept():
    """[(entry, {token: weight})] of what is public."""
    kept = {entry.pk: (entry, {}) for entry in SearchEntry.objects.filter(finding.is_public())}
    for entry, word, weight in SearchWord.objects.filter(entry__in=kept).values_list("entry", "word", "weight"):
        kept[entry][1][word] = weight
    return list(kept.values())


def by_the_rules(question, language, kept):
    """The answers in their order, worked out of what is kept without the database's help."""
    asked = rules.needs(question)
    for any_will_do in (False, True):
        gains = [(entry, rules.answers(asked, words, any_will_do=any_will_do)) for entry, words in kept]
        found = [(entry, gain) for entry, gain in gains if gain is not None]
        if found or not rules.can_be_loosened(asked):
            break
    line = rules.flat(question)
    answers = [
        finding.with_rank(
            finding.Answer(
                entry.pk, entry.kind, entry.topic, entry.day, entry.language, entry.family, entry.title_line, gain
            ),
            line,
        )
        for entry, gain in found
    ]
    ranked = sorted(answers, key=lambda answer: finding.place(answer, language))
    return [answer.pk for answer in finding.once_each_family(ranked, language)]


def test_the_database_finds_and_orders_by_the_pure_rules(demo_site):
    """Both databases agree with the rules to the last place; so they agree with each other."""
    words, kept = years(), everything_kept()
    wrong = []
    for row in QUERIES:
        question, language = filled(row["q"], words), row.get("at", "en")
        found = [answer.pk for answer in finding.find(question, language).answers]
        if found != by_the_rules(question, language, kept):
            wrong.append(question)
    assert wrong == []


def test_the_kept_words_are_those_of_the_rules(demo_site):
    entry = SearchEntry.objects.get(kind="news", language="zh-hans", title__startswith="CAR-T")
    kept = dict(entry.words.values_list("word", "weight"))
    cut = rules.weights(entry.title, entry.lead, entry.text)
    assert cut.items() <= kept.items()
