"""Acts of the office that touch several slices: the meeting with its release, and buttons of the visits' screens."""

from django.urls import path
from django.utils.translation import gettext_lazy as _
from wagtail import hooks

from exchange.applications.office.lists import ApplicationsOffice
from exchange.cycles.office import CyclesOffice
from exchange.review.models import Decision
from exchange.visits.office import VisitsOffice
from portal.access.permissions import may
from portal.office import menu
from portal.office.refusing import refuses_openly

from . import meeting, releasing
from .recognition import NamePartner
from .visit_ends import CancelVisit, CompleteVisit, DeferVisit, MissVisit, PlanVisitAgain, PostponeVisit
from .year_end import ArchiveCycle, CancelCycle, CompleteCycle

VisitsOffice.actions = (
    *VisitsOffice.actions,
    CompleteVisit,
    PlanVisitAgain,
    PostponeVisit,
    DeferVisit,
    CancelVisit,
    MissVisit,
)

ApplicationsOffice.actions = (*ApplicationsOffice.actions, NamePartner)
CyclesOffice.actions = (*CyclesOffice.actions, CompleteCycle, ArchiveCycle, CancelCycle)

menu.enter(_("Decisions"), "meetings", icon="check", order=36, shown=lambda person: may(person, "list", Decision))


@hooks.register("register_admin_urls")
def urls():
    return [
        path("decisions/", refuses_openly(meeting.meetings), name="meetings"),
        path("decisions/<int:pk>/", refuses_openly(meeting.cycle_meeting), name="cycle_meeting"),
        path("decisions/<int:pk>/release/", refuses_openly(releasing.Release.as_view()), name="cycle_release"),
        path("decisions/<int:pk>/take-back/", refuses_openly(releasing.TakeBack.as_view()), name="cycle_take_back"),
        path("decisions/<int:pk>/run/", refuses_openly(releasing.Run.as_view()), name="cycle_run"),
        path("decisions/one/<int:pk>/", refuses_openly(meeting.one), name="decision_one"),
        path("decisions/one/<int:pk>/amend/", refuses_openly(releasing.Amend.as_view()), name="decision_amend"),
        path("decisions/words/<int:pk>/", refuses_openly(releasing.CorrectWords.as_view()), name="decision_words"),
    ]
