from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from portal.access.roles import STAFF, Role
from portal.lifecycle.table import Lifecycle, Transition

REVIEWING = "reviewing"
"""The relation "this review is theirs", beside role names in `who`."""


class ReviewState(models.TextChoices):
    ASSIGNED = "assigned", _("assigned")
    BEGUN = "begun", pgettext_lazy("review", "begun")
    DONE = "done", _("done")
    RECUSED = "recused", _("recused")


R = ReviewState
DIRECTOR = (Role.DIRECTOR,)
REASON = ("reason",)

REVIEW = Lifecycle(
    entity="exchange.reviewassignment",
    states=ReviewState,
    born=(R.ASSIGNED,),
    transitions=(
        Transition("begin", (R.ASSIGNED,), R.BEGUN, (REVIEWING,), label=_("review begun")),
        Transition("finish", (R.BEGUN,), R.DONE, (REVIEWING,), label=_("review finished")),
        Transition("reopen", (R.DONE,), R.BEGUN, (REVIEWING, *STAFF), label=_("review opened again")),
        Transition(
            "recuse", (R.ASSIGNED, R.BEGUN, R.DONE), R.RECUSED, (REVIEWING, *STAFF), asks=REASON,
            label=_("recused"),
        ),
    ),
)  # fmt: skip

COUNTS = (R.DONE,)
"""Reviews whose scores count."""

UNFINISHED = (R.ASSIGNED, R.BEGUN)

LOWEST, HIGHEST = 1, 10
"""The scale of scores."""


class Recommendation(models.TextChoices):
    STRONGLY = "strongly", _("invite, strongly")
    INVITE = "invite", _("invite")
    PERHAPS = "perhaps", _("invite if there is room")
    NOT = "not", _("do not invite")


class Outcome(models.TextChoices):
    SELECT = "select", _("select")
    WAITLIST = "waitlist", _("waiting list")
    NOT_SELECTED = "not_selected", _("not selected")


class DecisionState(models.TextChoices):
    PENDING = "pending", _("pending")
    RELEASED = "released", pgettext_lazy("decisions", "released")
    AMENDED = "amended", _("amended")


D = DecisionState

DECISION = Lifecycle(
    entity="exchange.decision",
    states=DecisionState,
    # Amended at birth: an application found not eligible, which no meeting decided, is put on the list after release.
    born=(D.PENDING, D.AMENDED),
    transitions=(
        Transition("release", (D.PENDING,), D.RELEASED, DIRECTOR, label=pgettext_lazy("decisions", "released")),
        Transition("take_back", (D.RELEASED,), D.PENDING, DIRECTOR, asks=REASON, label=_("taken back")),
        Transition("amend", (D.RELEASED, D.AMENDED), D.AMENDED, DIRECTOR, asks=REASON, label=_("amended")),
    ),
)

TOLD = (D.RELEASED, D.AMENDED)
"""Decisions that their applicant may see."""
