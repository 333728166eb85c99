"""How the demo's reviewers write."""

from exchange.review.actions.reviewing import save_review
from exchange.review.states import Recommendation, ReviewState

WORDS = (
    "Clear about what the team would do each morning; two of the cases are ones that we refer elsewhere today.",
    "Strong centre. The days in theatre are well chosen, the lecture overlaps with last year’s.",
    "A modest plan with dates that our department can keep. The place offered to a young doctor is named.",
)


def write_review(review, number, now):
    """Scores of all criteria, a recommendation, a sentence; number varies them."""
    if review.state != ReviewState.ASSIGNED:
        return
    strength = 6 + (number * 7) % 4
    criteria = review.application.cycle.criteria.all()
    scores = {criterion.pk: min(10, strength - criterion.order % 2) for criterion in criteria}
    advice = Recommendation.INVITE if strength > 7 else Recommendation.PERHAPS
    save_review(
        review=review, scores=scores, by=review.reviewer, now=now, finish=True, recommendation=advice,
        for_committee=WORDS[number % len(WORDS)], for_applicant="",
    )  # fmt: skip
