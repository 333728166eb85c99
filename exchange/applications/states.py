from django.db import models
from django.utils.translation import gettext_lazy as _

from portal.access.roles import STAFF, Role
from portal.lifecycle.table import CLOCK, Lifecycle, Transition

OWNER = "owner"
"""The relation "this is the person's own application", beside role names in `who`."""


class ApplicationState(models.TextChoices):
    DRAFT = "draft", _("draft")
    SUBMITTED = "submitted", _("submitted")
    SCREENED = "screened", _("screened")
    UNDER_REVIEW = "under_review", _("under review")
    RETURNED = "returned", _("returned for information")
    SELECTED = "selected", _("selected")
    WAITLISTED = "waitlisted", _("on the waiting list")
    NOT_SELECTED = "not_selected", _("not selected")
    INELIGIBLE = "ineligible", _("not eligible")
    HOSTED = "hosted", _("hosted")
    ENDED = "ended", _("ended")
    WITHDRAWN = "withdrawn", _("withdrawn")
    LAPSED = "lapsed", _("lapsed")


S = ApplicationState
DIRECTOR = (Role.DIRECTOR,)
REASON = ("reason",)
LIVE_BEFORE_THE_END = (
    S.DRAFT,
    S.SUBMITTED,
    S.SCREENED,
    S.UNDER_REVIEW,
    S.RETURNED,
    S.SELECTED,
    S.WAITLISTED,
)
IN_SCREENING = (S.SUBMITTED, S.SCREENED, S.UNDER_REVIEW)
# What a cancelled cycle, or an offer that ended, closes: everything that has not come to an end by itself.
UNFINISHED = tuple(state for state in LIVE_BEFORE_THE_END if state != S.DRAFT)


def back_to(prefix, source, targets, who, asks, label):
    """One row for each state to which the same act may lead back; the row's name says which."""
    return tuple(Transition(f"{prefix}_{target}", (source,), target, who, asks=asks, label=label) for target in targets)


APPLICATION = Lifecycle(
    entity="exchange.application",
    states=ApplicationState,
    # Selected at birth: an expert deferred from the cycle before, whose offer comes first here.
    born=(S.DRAFT, S.SELECTED),
    transitions=(
        Transition("submit", (S.DRAFT,), S.SUBMITTED, (OWNER, *STAFF), label=_("submitted")),
        Transition("screen", (S.SUBMITTED,), S.SCREENED, STAFF, label=_("screened")),
        Transition("screen_out", (S.SUBMITTED,), S.INELIGIBLE, STAFF, asks=REASON, label=_("found not eligible")),
        Transition("put_under_review", (S.SCREENED,), S.UNDER_REVIEW, STAFF, label=_("given to reviewers")),
        Transition("return", IN_SCREENING, S.RETURNED, STAFF, asks=REASON, label=_("returned for information")),
        *back_to("resume", S.RETURNED, IN_SCREENING, (OWNER, *STAFF), (), _("information given")),
        Transition("select", (S.UNDER_REVIEW,), S.SELECTED, DIRECTOR, label=_("selected")),
        Transition("waitlist", (S.UNDER_REVIEW,), S.WAITLISTED, DIRECTOR, label=_("put on the waiting list")),
        Transition("not_select", (S.UNDER_REVIEW,), S.NOT_SELECTED, DIRECTOR, label=_("not selected")),
        Transition("promote", (S.WAITLISTED,), S.SELECTED, (CLOCK, *STAFF), label=_("promoted from the waiting list")),
        Transition("close_list", (S.WAITLISTED,), S.NOT_SELECTED, (CLOCK, *STAFF), label=_("waiting list closed")),
        Transition("back_to_list", (S.SELECTED,), S.WAITLISTED, STAFF, asks=REASON, label=_("back on the waiting list")),
        Transition("reopen_list", (S.NOT_SELECTED,), S.WAITLISTED, DIRECTOR, asks=REASON, label=_("waiting list open again")),
        Transition(
            "amend", (S.NOT_SELECTED, S.INELIGIBLE), S.WAITLISTED, DIRECTOR, asks=REASON, label=_("decision amended")
        ),
        Transition(
            "take_back", (S.SELECTED, S.WAITLISTED, S.NOT_SELECTED), S.UNDER_REVIEW, DIRECTOR, asks=REASON,
            label=_("release taken back"),
        ),
        Transition("admit", (S.INELIGIBLE,), S.SUBMITTED, DIRECTOR, asks=REASON, label=_("admitted after all")),
        Transition("host", (S.SELECTED,), S.HOSTED, (CLOCK, *STAFF, Role.HOST), label=_("visit completed")),
        Transition("end", UNFINISHED, S.ENDED, (CLOCK, OWNER, *STAFF), asks=REASON, label=_("ended")),
        Transition("lapse", (S.DRAFT,), S.LAPSED, (CLOCK, *STAFF), label=_("lapsed")),
        Transition("withdraw", LIVE_BEFORE_THE_END, S.WITHDRAWN, (OWNER, *STAFF), label=_("withdrawn")),
        *back_to("reinstate", S.WITHDRAWN, LIVE_BEFORE_THE_END, STAFF, REASON, _("reinstated")),
    ),
)  # fmt: skip

IN_THE_WAY_OF_RELEASE = (S.SUBMITTED, S.SCREENED, S.RETURNED)


class Participation(models.TextChoices):
    OBSERVE = "observe", _("observe")
    LECTURE = "lecture", _("lecture")
    OPERATE = "operate", _("operate")


class FileClass(models.TextChoices):
    CV = "cv", _("Curriculum vitae")
    REGISTRATION = "registration", _("Proof of registration")


class PlaceOffered(models.TextChoices):
    """Whether the expert's own hospital could take a young doctor."""

    YES = "yes", _("Yes")
    PERHAPS = "perhaps", _("Perhaps, I would have to ask")
    NO = "no", _("No, not at present")


class PlacePurpose(models.TextChoices):
    RESEARCH = "research", _("Research")
    OBSERVATION = "observation", _("Observation")
    COURSE = "course", _("A course")


class Finding(models.TextChoices):
    """What a person found when they held an answer against one of the office's lists."""

    YES = "yes", _("yes")
    NO = "no", _("no")


class InvitationState(models.TextChoices):
    """An invitation to apply; it holds no seat and is not an offer."""

    SENT = "sent", _("sent")
    OPENED = "opened", _("opened")
    STARTED = "started", _("started")
    DECLINED = "declined", _("declined")
    EXPIRED = "expired", _("expired")


SENT_OR_OPENED = (InvitationState.SENT, InvitationState.OPENED)
INVITED = "invited"
"""The relation "this is the person who was invited", beside role names in `who`."""

INVITATION = Lifecycle(
    entity="exchange.invitationtoapply",
    states=InvitationState,
    born=(InvitationState.SENT,),
    transitions=(
        Transition("open", (InvitationState.SENT,), InvitationState.OPENED, ("link", INVITED), label=_("opened")),
        Transition(
            "start",
            SENT_OR_OPENED,
            InvitationState.STARTED,
            ("link", INVITED),
            label=_("application begun"),
        ),
        Transition(
            "decline",
            SENT_OR_OPENED,
            InvitationState.DECLINED,
            ("link", INVITED),
            label=_("declined"),
        ),
        Transition("expire", SENT_OR_OPENED, InvitationState.EXPIRED, (CLOCK, *STAFF), label=_("expired")),
        Transition(
            "renew",
            (InvitationState.EXPIRED, InvitationState.DECLINED),
            InvitationState.SENT,
            STAFF,
            label=_("sent again"),
        ),
    ),
)


class Section(models.TextChoices):
    """The pages of the form, in their order."""

    YOU = "you", _("You")
    HOSPITAL = "hospital", _("Hospital")
    TRAINING = "training", _("Training and post")
    PROPOSAL = "proposal", _("Proposal and dates")
    RETURN = "return", _("In return")
    FILES = "files", _("Files")
