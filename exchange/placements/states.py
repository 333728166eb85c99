from django.db import models
from django.utils.translation import gettext_lazy as _

from portal.access.roles import STAFF
from portal.lifecycle.table import CLOCK, Lifecycle, Transition

OWNER = "owner"


class OpportunityState(models.TextChoices):
    DRAFT = "draft", _("draft")
    PUBLISHED = "published", _("published")
    FILLED = "filled", _("filled")
    WITHDRAWN = "withdrawn", _("withdrawn")
    LAPSED = "lapsed", _("lapsed")


O = OpportunityState  # noqa: E741

OPPORTUNITY = Lifecycle(
    entity="exchange.opportunity",
    states=OpportunityState,
    born=(O.DRAFT,),
    transitions=(
        Transition("publish", (O.DRAFT,), O.PUBLISHED, STAFF, label=_("published")),
        Transition("fill", (O.PUBLISHED,), O.FILLED, STAFF, label=_("filled")),
        Transition("withdraw", (O.DRAFT, O.PUBLISHED), O.WITHDRAWN, STAFF, asks=("reason",), label=_("withdrawn")),
        Transition("lapse", (O.PUBLISHED,), O.LAPSED, (CLOCK, *STAFF), label=_("lapsed")),
    ),
)


class PlacementState(models.TextChoices):
    ASKED = "asked", _("asked")
    NOMINATED = "nominated", _("nominated")
    WITH_PARTNER = "with_partner", _("with the partner")
    VERIFIED = "verified", _("verified by the partner")
    APPROVED = "approved", _("approved internally")
    READY = "ready", _("ready")
    ABROAD = "abroad", _("abroad")
    BACK = "back", _("back")
    RECOGNISED = "recognised", _("recognised")
    REJECTED = "rejected", _("rejected by the partner")
    LAPSED = "lapsed", _("not answered in time")
    DECLINED = "declined", _("declined")
    CANCELLED = "cancelled", _("cancelled")


P = PlacementState
BEFORE_LEAVING = (P.ASKED, P.NOMINATED, P.WITH_PARTNER, P.VERIFIED, P.APPROVED, P.READY)
LIVE = (*BEFORE_LEAVING, P.ABROAD)
# From the partner's hands on one of its places is held; a place that somebody has come back from is used.
TAKES_A_PLACE = (P.WITH_PARTNER, P.VERIFIED, P.APPROVED, P.READY, P.ABROAD, P.BACK, P.RECOGNISED)
WENT = (P.ABROAD, P.BACK, P.RECOGNISED)
"""The states in which the doctor has left."""
REASON = ("reason",)

PLACEMENT = Lifecycle(
    entity="exchange.placement",
    states=PlacementState,
    born=(P.ASKED, P.NOMINATED),
    transitions=(
        Transition("send_to_partner", (P.ASKED, P.NOMINATED), P.WITH_PARTNER, STAFF, label=_("sent to the partner")),
        Transition("verify", (P.WITH_PARTNER,), P.VERIFIED, STAFF, label=_("verified by the partner")),
        Transition("reject", (P.WITH_PARTNER,), P.REJECTED, STAFF, asks=REASON, label=_("rejected by the partner")),
        Transition("lapse", (P.WITH_PARTNER,), P.LAPSED, (CLOCK, *STAFF), label=_("not answered in time")),
        Transition("approve", (P.VERIFIED,), P.APPROVED, STAFF, label=_("approved internally")),
        Transition("make_ready", (P.APPROVED,), P.READY, STAFF, label=_("ready to leave")),
        Transition("leave", (P.READY,), P.ABROAD, STAFF, label=_("left for the partner")),
        Transition("come_back", (P.ABROAD,), P.BACK, STAFF, label=_("came back")),
        Transition("recognise", (P.BACK,), P.RECOGNISED, STAFF, asks=REASON, label=_("recognised")),
        Transition("decline", (P.ASKED, P.NOMINATED), P.DECLINED, (OWNER,), label=_("declined")),
        Transition("cancel", BEFORE_LEAVING, P.CANCELLED, (OWNER, *STAFF), asks=REASON, label=_("cancelled")),
    ),
)


class Purpose(models.TextChoices):
    RESEARCH = "research", _("research")
    OBSERVATION = "observation", _("observation")
    COURSE = "course", _("course")
