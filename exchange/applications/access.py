from dataclasses import dataclass

from django.db.models import Q

from portal.access.permissions import Answers, answers, by_role
from portal.access.roles import STAFF_ROLES, Role, roles_of
from portal.files.ownership import attached_to

from .models import (
    Application,
    EuropeanCountry,
    InformationRequest,
    InternalNote,
    InvitationToApply,
    ReadyReason,
    Screening,
    Specialty,
    SubmissionExtension,
)
from .readers import readable_by_others
from .states import APPLICATION, INVITATION, INVITED, OWNER, ApplicationState

attached_to(Application, "papers__file")


@dataclass(frozen=True)
class Browser:
    """Somebody who began a draft before they had an account: known by the hashed token in their cookie."""

    digest: str
    is_authenticated = False
    pk = None


def owns(person, application):
    """Whether it is the person's own application, or the draft of this browser that no account has taken yet."""
    if isinstance(person, Browser):
        return application.person_id is None and application.browser_digest == person.digest
    return bool(person is not None and person.is_authenticated and application.person_id == person.pk)


STAFF_ACTS = frozenset(
    {"screen findings", "add note", "take charge", "see internal", "extend", "ask to confirm", "export", "name partner"}
)


@answers(Application)
class ApplicationAccess(Answers):
    """The owner sees their own; staff see all that belong to a person; reviewers those that the review lets them read."""

    def visible_to(self, person):
        if isinstance(person, Browser):
            return Application.objects.filter(person=None, browser_digest=person.digest)
        if person is None or not person.is_authenticated:
            return Application.objects.none()
        if roles_of(person) & STAFF_ROLES:
            return Application.objects.filter(Q(person__isnull=False))
        return Application.objects.filter(Q(person=person) | readable_by_others(person))

    def sees(self, person, obj):
        if owns(person, obj):
            return True
        if roles_of(person) & STAFF_ROLES:
            return obj.person_id is not None
        return super().sees(person, obj)

    def may(self, person, act, obj):
        roles = roles_of(person)
        staff = bool(roles & STAFF_ROLES)
        if act in ("list", "add", "export") and isinstance(obj, type):
            return staff
        if isinstance(obj, type):
            return act == "begin"
        if act in ("read answers", "read file"):
            return self.reads(person, obj, staff)
        if act == "see file pages":
            return not owns(person, obj) and self.reads(person, obj, staff)
        if act in ("change answers", "add file", "remove file"):
            return self.writes(person, obj, staff)
        if act in STAFF_ACTS:
            return staff
        relation = {OWNER} if owns(person, obj) else set()
        return by_role(person, APPLICATION, act, obj, roles | relation)

    def reads(self, person, obj, staff):
        """A draft is its writer's alone, until it is sent."""
        if owns(person, obj):
            return True
        if staff:
            return obj.state != ApplicationState.DRAFT or obj.entered_by_id is not None
        return obj.state != ApplicationState.DRAFT and self.sees(person, obj)

    def writes(self, person, obj, staff):
        """Which sections of a returned application are open is a rule of the action, not of the permission."""
        if obj.state == ApplicationState.DRAFT:
            return owns(person, obj) or (staff and obj.entered_by_id is not None)
        return obj.state == ApplicationState.RETURNED and owns(person, obj)


@answers(InvitationToApply)
class InvitationAccess(Answers):
    def visible_to(self, person):
        if roles_of(person) & STAFF_ROLES:
            return InvitationToApply.objects.all()
        if person is None or not person.is_authenticated:
            return InvitationToApply.objects.none()
        return InvitationToApply.objects.filter(person=person)

    def may(self, person, act, obj):
        roles = roles_of(person)
        if act in ("list", "add", "export"):
            return bool(roles & STAFF_ROLES)
        if isinstance(obj, type):
            return False
        if act == "send again":
            return bool(roles & STAFF_ROLES)
        invited = {INVITED} if person is not None and person.pk == obj.person_id else set()
        return by_role(person, INVITATION, act, obj, roles | invited)


class ScreeningRecords(Answers):
    """What only staff ever see."""

    def visible_to(self, person):
        return self.model.objects.all() if roles_of(person) & STAFF_ROLES else self.model.objects.none()


for model in (Screening, InternalNote, SubmissionExtension, InformationRequest):
    answers(model)(type(f"{model.__name__}Access", (ScreeningRecords,), {}))


class OfficeLists(Answers):
    """The lists that staff edit."""

    EDITORS = STAFF_ROLES | {Role.ADMINISTRATOR}

    def visible_to(self, person):
        return self.model.objects.all() if roles_of(person) & self.EDITORS else self.model.objects.none()

    def may(self, person, act, obj):
        return act in ("list", "add", "change", "delete") and bool(roles_of(person) & self.EDITORS)


for model in (EuropeanCountry, Specialty, ReadyReason):
    answers(model)(type(f"{model.__name__}Access", (OfficeLists,), {}))
