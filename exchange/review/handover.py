"""A reviewer leaves: what they had not finished goes to a successor who may do it, or is open for somebody else."""

from django.utils.translation import gettext as _

from .actions.assigning import hand_to, unfinished_of


def hand_over(*, person, successor, by, at, reason):
    lines = []
    for review in unfinished_of(person):
        given = hand_to(review=review, successor=successor, by=by, at=at, reason=reason)
        words = (
            _("Review of %(number)s: given to %(who)s.") if given else _("Review of %(number)s: to be assigned anew.")
        )
        lines.append(words % {"number": review.application.number, "who": successor})
    return lines
