from django.db.models import Q

from exchange.applications.readers import register_readers
from portal.access.permissions import Answers, answers
from portal.access.roles import STAFF_ROLES, Role, roles_of

from .models import Decision, DecisionVersion, ReviewAssignment, ReviewerHospital, ReviewScore
from .states import REVIEW, REVIEWING, ReviewState

OFFICE_ACTS = frozenset({"list", "assign", "progress", "decide", "export"})


@register_readers
def reviewed_applications(person):
    """A reviewer reads what is assigned to them, until they are recused."""
    if Role.REVIEWER not in roles_of(person):
        return Q(pk__in=[])
    mine = ReviewAssignment.objects.filter(reviewer=person).exclude(state=ReviewState.RECUSED)
    return Q(pk__in=mine.values("application"))


def lifecycle_names(lifecycle, act, names):
    """Whether the table gives the act to one of these names from some state; from which one, the action says in words."""
    return any(set(row.who) & set(names) for row in lifecycle.by_name.get(act, ()))


@answers(ReviewAssignment)
class ReviewAccess(Answers):
    """A reviewer sees their own, until recused; staff see who reviews what, and how far it is."""

    def visible_to(self, person):
        roles = roles_of(person)
        if roles & STAFF_ROLES:
            # Nobody reads the reviews of their own application, not even from the office.
            return ReviewAssignment.objects.exclude(application__person=person) | self.mine(person, roles)
        return self.mine(person, roles)

    def mine(self, person, roles):
        if Role.REVIEWER not in roles:
            return ReviewAssignment.objects.none()
        return ReviewAssignment.objects.filter(Q(reviewer=person))

    def may(self, person, act, obj):
        roles = roles_of(person)
        if isinstance(obj, type) or act in OFFICE_ACTS:
            if act == "desk":
                return Role.REVIEWER in roles
            return act in OFFICE_ACTS and bool(roles & STAFF_ROLES)
        theirs = Role.REVIEWER in roles and obj.reviewer_id == person.pk
        if act in ("write", "read"):
            return theirs and obj.state != ReviewState.RECUSED
        return lifecycle_names(REVIEW, act, roles | ({REVIEWING} if theirs else set()))


@answers(ReviewScore)
class ScoreAccess(Answers):
    """Scores are read through their review."""


@answers(ReviewerHospital)
class ReviewerHospitalAccess(Answers):
    def visible_to(self, person):
        return ReviewerHospital.objects.all() if roles_of(person) & STAFF_ROLES else ReviewerHospital.objects.none()

    def may(self, person, act, obj):
        return act in ("list", "add", "change", "delete") and bool(roles_of(person) & STAFF_ROLES)


@answers(Decision)
class DecisionAccess(Answers):
    """Staff keep decisions; applicants meet a released one on their own pages, in words, never this row."""

    def visible_to(self, person):
        if roles_of(person) & STAFF_ROLES:
            return Decision.objects.exclude(application__person=person)
        return Decision.objects.none()

    def may(self, person, act, obj):
        roles = roles_of(person)
        if act in OFFICE_ACTS:
            return bool(roles & STAFF_ROLES)
        return act in ("release", "take_back", "amend") and Role.DIRECTOR in roles


@answers(DecisionVersion)
class VersionAccess(Answers):
    def visible_to(self, person):
        return DecisionVersion.objects.all() if roles_of(person) & STAFF_ROLES else DecisionVersion.objects.none()
