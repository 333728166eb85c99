"""Every table of this app: a model whose module nobody imports would vanish from the migrations silently."""
# ruff: noqa: F401, I001

from exchange.partners.models import LedgerEntry, Partner, PartnerContact, PartnerDepartment, PartnersPage
from exchange.cycles.models import Criterion, Cycle, Seat
from exchange.applications.models import (
    Affiliation,
    Application,
    ApplicationFile,
    DateWindow,
    EuropeanCountry,
    InformationRequest,
    InternalNote,
    InvitationToApply,
    ReadyReason,
    Screening,
    Specialty,
    SubmissionExtension,
)
from exchange.review.models import Decision, DecisionVersion, ReviewAssignment, ReviewerHospital, ReviewScore
from exchange.offers.models import Offer, WaitingListEntry
from exchange.visits.models import AcceptedOverlap, ItineraryItem, PastExpertsPage, Visit
from exchange.placements.models import Opportunity, Placement
