"""Weighted scores, their spread, and a ranking that shows ties instead of hiding them. Exact, in fractions."""

from dataclasses import dataclass
from fractions import Fraction


def weighted(scores, weights):
    """The weighted mean of one review, or None while a criterion has no score.

    scores: dict of criterion key → score or None. weights: dict of criterion key → weight.
    """
    if not weights or any(scores.get(key) is None for key in weights):
        return None
    return Fraction(sum(scores[key] * weight for key, weight in weights.items()), sum(weights.values()))


@dataclass(frozen=True)
class Summary:
    """What finished reviews come to. mean, spread: Fraction or None; spread needs two. missing: reviews not finished."""

    mean: Fraction | None
    spread: Fraction | None
    done: int
    missing: int
    recused: int

    @property
    def single(self):
        """Only one review: a mean of one, which the page says."""
        return self.done == 1


def summarise(totals, *, missing=0, recused=0):
    """totals: weighted means of the finished reviews. A missing review is counted, never averaged away."""
    totals = [total for total in totals if total is not None]
    mean = sum(totals, Fraction(0)) / len(totals) if totals else None
    spread = max(totals) - min(totals) if len(totals) > 1 else None
    return Summary(mean, spread, len(totals), missing, recused)


@dataclass(frozen=True)
class Place:
    """place: rank by mean, shared by equals. tied: whether somebody else has the very same mean."""

    place: int | None
    tied: bool


def ranking(means):
    """dict of key → Place from a dict of key → mean (or None, which has no place). Equal means share a place: 1, 2, 2, 4."""
    known = [mean for mean in means.values() if mean is not None]
    return {
        key: Place(None, False)
        if mean is None
        else Place(1 + sum(other > mean for other in known), known.count(mean) > 1)
        for key, mean in means.items()
    }
