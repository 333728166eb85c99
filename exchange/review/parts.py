"""Steps of the release, its taking back, and amendments: each inside the transaction of the act in `journey`."""

from portal.lifecycle.moving import move

from .models import Decision, DecisionVersion
from .states import DecisionState, Outcome


def keep_version(decision, *, by, at, why=""):
    """Append the decision as it now stands to its versions; the caller has saved it."""
    decision.version += 1
    Decision.objects.filter(pk=decision.pk).update(version=decision.version)
    return DecisionVersion.objects.create(
        decision=decision,
        number=decision.version,
        state=decision.state,
        outcome=decision.outcome,
        rank=decision.rank,
        words=decision.words,
        by=by,
        at=at,
        why=why,
    )


def release(decision, *, by, at):
    move(decision, "release", by=by, at=at, released_at=at, note={"outcome": decision.outcome, "rank": decision.rank})
    keep_version(decision, by=by, at=at)


def take_back(decision, *, by, at, reason):
    move(decision, "take_back", by=by, at=at, reason=reason, released_at=None)
    keep_version(decision, by=by, at=at, why=reason)


def amend_to_waitlist(application, *, rank, words, by, at, reason):
    """The decision of somebody put on the list after the release; one found not eligible had none until now."""
    decision = Decision.objects.filter(application=application).first()
    if decision is None:
        decision = Decision.objects.create(
            application=application, state=DecisionState.AMENDED, outcome=Outcome.WAITLIST, rank=rank, words=words,
            decided_at=at, decided_by=by, released_at=at,
        )  # fmt: skip
    else:
        move(
            decision, "amend", by=by, at=at, reason=reason, outcome=Outcome.WAITLIST, rank=rank, words=words,
            decided_at=at, decided_by=by, note={"outcome": str(Outcome.WAITLIST), "rank": rank},
        )  # fmt: skip
    keep_version(decision, by=by, at=at, why=reason)
    return decision


def amend_words(decision, *, words, by, at, reason):
    move(decision, "amend", by=by, at=at, reason=reason, words=words, decided_at=at, decided_by=by)
    keep_version(decision, by=by, at=at, why=reason)
    return decision
