"""The buttons of the people's pages. Each asks, and calls one action."""

from django.urls import reverse
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from portal.access.roles import Role
from portal.office.buttons import OfficeAction
from portal.office.model_actions import OfficeModelAction

from . import actions
from .forms import AllowNameForm, EndRoleForm, GiveRoleForm, InviteStaffForm, LeaveForm
from .leaving import rehearse
from .naming import allow_name, standing_consent, withdraw_name, words_of_consent


class InviteStaff(OfficeModelAction):
    act = "invite staff"
    slug = "invite"
    label = _("Send the invitation")
    title = _("Invite somebody to the staff")
    question = _(
        "They get a mail with a link that sets a password; the link works for 14 days. The roles are theirs from now on, "
        "and can be ended at any time."
    )
    form_class = InviteStaffForm
    done_message = _("The invitation is on its way.")

    def perform(self, obj, data):
        names = {key: data[key] for key in ("given_names", "surname", "chinese_name", "language")}
        return actions.invite_staff(
            email=data["email"], roles=data["roles"], by=self.request.user, now=self.now, **names
        )

    def get_success_url(self, obj, result):
        if result is None:
            return reverse("people:index")
        return reverse("people:inspect", args=[result.pk])


class GiveRole(OfficeAction):
    act = "give role"
    label = _("Give a role")
    form_class = GiveRoleForm
    done_message = _("The role is given.")

    def get_form_kwargs(self, obj):
        return {"person": obj}

    def perform(self, obj, data):
        actions.give_role(person=obj, role=data["role"], by=self.request.user, now=self.now, reason=data["reason"])


class EndRole(OfficeAction):
    act = "end role"
    label = _("End a role")
    form_class = EndRoleForm
    done_message = _("The role has ended.")

    def get_form_kwargs(self, obj):
        return {"person": obj}

    def perform(self, obj, data):
        actions.end_role(person=obj, role=data["role"], by=self.request.user, now=self.now, reason=data["reason"])

    @classmethod
    def is_offered(cls, person, obj):
        return super().is_offered(person, obj) and any(role != Role.READER for role in obj.role_names)


class AllowName(OfficeAction):
    act = "allow name"
    label = _("Record that the name may be shown")
    form_class = AllowNameForm
    done_message = _("Recorded. The name stands on the public pages from now on.")

    def get_question(self, obj):
        return gettext("They agreed to this: “%(words)s”") % {"words": words_of_consent()}

    def perform(self, obj, data):
        return allow_name(person=obj, by=self.request.user, now=self.now, kept_at=data["kept_at"])

    @classmethod
    def is_offered(cls, person, obj):
        return super().is_offered(person, obj) and standing_consent(obj) is None


class WithdrawName(OfficeAction):
    act = "withdraw name"
    label = _("Take the name off the public pages")
    question = _("At once, on every list. They may agree again at any time.")
    done_message = _("The name stands on no public list any more.")
    asks_reason = True

    def perform(self, obj, data):
        return withdraw_name(person=obj, by=self.request.user, now=self.now, reason=data["reason"])

    @classmethod
    def is_offered(cls, person, obj):
        return super().is_offered(person, obj) and standing_consent(obj) is not None


class Leave(OfficeAction):
    act = "let leave"
    label = _("Leaves the house")
    question = _(
        "One switch: every role ends, the person is signed out everywhere and cannot sign in again, and the open work "
        "below goes to a successor. The record stays."
    )
    form_class = LeaveForm

    def get_form_kwargs(self, obj):
        return {"person": obj}

    def get_facts(self, obj):
        lines = rehearse(person=obj, successor=None, by=self.request.user, now=self.now)
        return [{"label": _("Open work"), "value": "\n".join(lines) if lines else _("Nothing is open.")}]

    def perform(self, obj, data):
        return actions.leave(
            person=obj, successor=data["successor"], by=self.request.user, now=self.now, reason=data["reason"]
        )

    def get_done_message(self, obj, result):
        name = obj.named(get_language())
        if not result:
            return gettext("%(name)s has left. Nothing was open.") % {"name": name}
        lines = gettext("; ").join(str(line) for line in result)
        return gettext("%(name)s has left. Handed over: %(lines)s") % {"name": name, "lines": lines}

    @classmethod
    def is_offered(cls, person, obj):
        return obj.left_at is None and super().is_offered(person, obj)
