"""Scores of a cycle's applications as the meeting reads them, in a constant number of queries."""

from dataclasses import dataclass

from ..models import ReviewAssignment
from ..rules.scoring import Summary, summarise, weighted
from ..states import COUNTS, UNFINISHED, ReviewState


@dataclass(frozen=True)
class Reviewed:
    """What the reviews of one application come to. reviews: (ReviewAssignment, weighted total or None), recused left out."""

    summary: Summary
    reviews: list
    recused: list


def weights_of(cycle):
    return {criterion.pk: criterion.weight for criterion in cycle.criteria.all()}


def reviewed(cycle, wanted=None):
    """dict of application key → Reviewed, for every application that anybody was asked to review."""
    weights = weights_of(cycle)
    rows = {}
    reviews = ReviewAssignment.objects.filter(application__cycle=cycle).select_related("reviewer", "application")
    for review in reviews.prefetch_related("scores").order_by("pk"):
        rows.setdefault(review.application_id, []).append(review)
    return {
        key: reviewed_one(reviews, weights, cycle.reviews_wanted if wanted is None else wanted)
        for key, reviews in rows.items()
    }


def reviewed_one(reviews, weights, wanted):
    """A recused review's scores are kept unseen: they are not even added up here."""
    counted = [(review, total_of(review, weights)) for review in reviews if review.state != ReviewState.RECUSED]
    done = [total for review, total in counted if review.state in COUNTS]
    unfinished = sum(review.state in UNFINISHED for review, _total in counted)
    recused = [review for review in reviews if review.state == ReviewState.RECUSED]
    missing = max(unfinished, wanted - len(done))
    return Reviewed(summarise(done, missing=missing, recused=len(recused)), counted, recused)


def total_of(review, weights):
    return weighted({row.criterion_id: row.score for row in review.scores.all()}, weights)
