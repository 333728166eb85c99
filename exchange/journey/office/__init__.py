"""Acts of the office that touch several slices, as buttons of the visits' screens."""

from exchange.visits.office import VisitsOffice

from .visit_ends import CancelVisit, CompleteVisit, DeferVisit, MissVisit, PlanVisitAgain, PostponeVisit

VisitsOffice.actions = (
    *VisitsOffice.actions,
    CompleteVisit,
    PlanVisitAgain,
    PostponeVisit,
    DeferVisit,
    CancelVisit,
    MissVisit,
)
