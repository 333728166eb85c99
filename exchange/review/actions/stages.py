"""A cycle's two steps between its close and its release."""

from django.db import transaction
from django.utils.translation import gettext as _

from exchange.cycles.lock import take_turn
from portal.access.permissions import require
from portal.lifecycle.moving import move
from portal.lifecycle.refusals import Refusal

from ..models import ReviewAssignment
from ..states import ReviewState


def begin_review(*, cycle, by, now):
    """closed → reviewing."""
    require(by, "begin_review", cycle)
    with transaction.atomic():
        fresh = take_turn(cycle.pk)
        return move(fresh, "begin_review", by=by, at=now())


def begin_deciding(*, cycle, by, now):
    """reviewing → deciding: finished reviews are opened no more. Refused while nobody has reviewed anything."""
    require(by, "begin_deciding", cycle)
    with transaction.atomic():
        fresh = take_turn(cycle.pk)
        at = now()
        if not ReviewAssignment.objects.filter(application__cycle=fresh, state=ReviewState.DONE).exists():
            raise Refusal(_("No review is finished yet: there is nothing to decide on."))
        return move(fresh, "begin_deciding", by=by, at=at)
