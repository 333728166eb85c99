"""A question put to the index: what answers it, in an order that is the same on every database.

One query gives every answer with its gain, without texts; rank, filters and their counts are worked out here, since
databases sort words and weigh texts each in its own way. The texts of one page of hits come with a second query.
"""

from dataclasses import dataclass, replace

from django.db.models import Case, Count, F, IntegerField, Q, Sum, Value, When

from portal.pages.models import FoundKind, SearchEntry, SearchWord

from .rules import can_be_loosened, flat, needs, title_gain
from .sources import sources

# What stays on the site says more than the news of one day.
LASTING = {FoundKind.PAGE: 6, FoundKind.EDITION: 6}
FILTERS = ("kind", "topic", "year", "language")


@dataclass(frozen=True)
class Answer:
    """An entry that answers, as far as rank and filters ask for it."""

    pk: int
    kind: str
    topic: str
    day: object
    language: str
    family: str
    title: str
    score: int

    @property
    def year(self):
        return str(self.day.year) if self.day else ""


@dataclass(frozen=True)
class Found:
    """What a question found. needs: of the question. answers: in their order, one of each family, filtered. counts:
    {filter: {its value: answers under it and the other filters}}. all_of_them: how many there are without filters.
    loosely: nothing has all of the words, these have some."""

    needs: list
    answers: list
    counts: dict
    all_of_them: int
    loosely: bool = False


NOTHING = Found([], [], {name: {} for name in FILTERS}, 0)


def find(question, language, wanted=None):
    """What is public and answers.

    question: as typed, whatever it is. language: the reader's; of two translations that one is shown. wanted: {filter:
    value}, "" or missing for any; the keys are FILTERS.
    """
    asked = needs(question)
    if not asked:
        return NOTHING
    loosely, found = False, answering(asked)
    if not found and can_be_loosened(asked):
        loosely, found = True, answering(asked, any_will_do=True)
    line = flat(question)
    ranked = sorted((with_rank(answer, line) for answer in found), key=lambda answer: place(answer, language))
    wanted = {name: (wanted or {}).get(name, "") for name in FILTERS}
    shown = once_each_family([row for row in ranked if fits(row, wanted)], language)
    return Found(asked, shown, counts(ranked, wanted), len({row.family for row in ranked}), loosely and bool(found))


def answering(asked, *, any_will_do=False):
    """Answers in no order, their score the gain alone."""
    words = SearchWord.objects.filter(
        word__in={token for need in asked for token in need.tokens}, entry__in=SearchEntry.objects.filter(is_public())
    )
    columns = [f"entry__{name}" for name in ("kind", "topic", "day", "language", "family", "title_line")]
    told, met = {}, Q()
    for place, need in enumerate(asked):
        weight = When(word__in=need.tokens, then=F("weight"))
        told[f"weight_{place}"] = Sum(Case(weight, default=Value(0), output_field=IntegerField()))
        if not any_will_do:
            told[f"met_{place}"] = Count("pk", filter=Q(word__in=need.tokens))
            met &= Q(**{f"met_{place}__gte": need.least})
    rows = words.values("entry_id", *columns).annotate(**told).filter(met).order_by()
    return [
        Answer(*row[:7], sum(need.gain(weight) for need, weight in zip(asked, row[7:], strict=True)))
        for row in rows.values_list("entry_id", *columns, *(f"weight_{place}" for place in range(len(asked))))
    ]


def is_public():
    """The condition that an entry's owner is public at this moment."""
    condition = Q(pk__in=[])
    for source in sources().values():
        condition |= Q(source=source.name, owner__in=source.public())
    return condition


def with_rank(answer, line):
    return replace(answer, score=answer.score + title_gain(line, answer.title) + LASTING.get(answer.kind, 0))


def place(answer, language):
    """What answers by: the best first, then the reader's language, the newest, and by the title, character by character."""
    day = -answer.day.toordinal() if answer.day else 0
    return (-answer.score, answer.language != language, day, answer.title, answer.kind, answer.language, answer.family)


def once_each_family(ranked, language):
    """The reader's translation, where it answers too, stands where the best one of its family does."""
    best = {}
    for answer in ranked:
        if answer.family not in best or (answer.language == language != best[answer.family].language):
            best[answer.family] = answer
    return list(best.values())


def fits(answer, wanted, but=""):
    return all(not value or name == but or getattr(answer, name) == value for name, value in wanted.items())


def counts(ranked, wanted):
    """{filter: {value: how many answers there would be under it}}."""
    found = {}
    for name in FILTERS:
        families = {}
        for answer in ranked:
            if (value := getattr(answer, name)) and fits(answer, wanted, but=name):
                families.setdefault(value, set()).add(answer.family)
        found[name] = {value: len(those) for value, those in families.items()}
    return found
