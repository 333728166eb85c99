"""Acts on an application that have a page of their own in the office."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from portal.office.acting import ActionForm
from portal.office.buttons import OfficeAction
from portal.office.model_actions import OfficeModelAction

from ..actions.entering import enter
from ..actions.inviting import invite, send_again
from ..actions.returning import resume_with_what_is_there, return_for_information
from ..actions.screening import admit, extend
from ..actions.withdrawing import BY_ITSELF, reinstate, withdraw
from ..forms.office import ExtendForm, InviteForm, ReturnForm, WriteToForm, in_a_week
from ..states import APPLICATION, ApplicationState, InvitationState


class OnApplication(OfficeAction):
    def get_success_url(self, obj, result):
        return reverse("screening_one", args=[obj.pk])


class ReturnForInformation(OnApplication):
    act = "return"
    label = _("Return for information")
    question = _("The parts that you name open again for the person, until the time that you set.")
    done_message = _("Returned. The person has a mail.")
    form_class = ReturnForm
    asks_reason = False

    def get_initial(self, obj):
        return {"due_at": in_a_week(self.now())}

    def get_form_kwargs(self, obj):
        return {"language": obj.person.language}

    def perform(self, application, data):
        return return_for_information(
            application=application, sections=data["sections"], words=data["asked"], due_at=data["due_at"],
            by=self.request.user, now=self.now,
        )  # fmt: skip


class Resume(OnApplication):
    """The table has one row for each state to go back to; the act here is whichever fits."""

    act = "resume"
    slug = "resume"
    label = _("Take up again")
    question = _("The application goes on with what is there. Possible once the time that was given is over.")
    done_message = _("Taken up again.")

    @classmethod
    def is_offered(cls, person, obj):
        return obj.state == ApplicationState.RETURNED

    def dispatch(self, request, *args, **kwargs):
        self.act = f"resume_{self.get_object().state_before or ApplicationState.SUBMITTED}"
        return super().dispatch(request, *args, **kwargs)

    def perform(self, application, data):
        return resume_with_what_is_there(application=application, by=self.request.user, now=self.now)


class Withdraw(OnApplication):
    act = "withdraw"
    label = _("Withdraw for the person")
    question = _("When somebody writes that they withdraw. They get a mail.")
    done_message = _("Withdrawn.")
    asks_reason = True

    @classmethod
    def is_offered(cls, person, obj):
        return obj.state in BY_ITSELF and super().is_offered(person, obj)

    def perform(self, application, data):
        return withdraw(application=application, by=self.request.user, now=self.now, reason=data["reason"])


class Reinstate(OnApplication):
    act = "reinstate"
    slug = "reinstate"
    label = _("Reinstate")
    question = _("Goes back to the state that it left. Possible until the call closes.")
    done_message = _("Reinstated.")
    asks_reason = True

    @classmethod
    def is_offered(cls, person, obj):
        return bool(obj.state_before) and APPLICATION.find(f"reinstate_{obj.state_before}", obj.state) is not None

    def dispatch(self, request, *args, **kwargs):
        self.act = f"reinstate_{self.get_object().state_before or ApplicationState.SUBMITTED}"
        return super().dispatch(request, *args, **kwargs)

    def perform(self, application, data):
        return reinstate(application=application, by=self.request.user, now=self.now, reason=data["reason"])


class Admit(OnApplication):
    act = "admit"
    label = _("Admit after all")
    question = _("By the director, before the decisions are released. The person has a mail with your reason.")
    done_message = _("Admitted.")

    def perform(self, application, data):
        return admit(application=application, by=self.request.user, now=self.now, reason=data["reason"])


class Extend(OnApplication):
    act = "extend"
    label = _("Give more time")
    question = _("This person alone may submit until the time that you set.")
    done_message = _("The person has a mail with the new time.")
    form_class = ExtendForm
    asks_reason = True

    @classmethod
    def is_offered(cls, person, obj):
        return obj.state == ApplicationState.DRAFT and super().is_offered(person, obj)

    def perform(self, application, data):
        return extend(
            application=application,
            until=data["until"],
            by=self.request.user,
            now=self.now,
            reason=data["reason"],
        )


class EnterForSomebody(OfficeModelAction):
    act = "add"
    slug = "enter"
    label = _("Enter for somebody")
    question = _(
        "For somebody who wrote by mail. You fill in the form in their name; it counts once they confirm it by a link."
    )
    done_message = ""
    form_class = WriteToForm

    def perform(self, obj, data):
        names = {name: data[name] for name in ("given_names", "surname", "chinese_name", "language")}
        return enter(cycle=data["cycle"], email=data["email"], by=self.request.user, now=self.now, **names)

    def get_success_url(self, obj, result):
        if result is None:
            return super().get_success_url(obj, result)
        return reverse("entered_section", args=[result.pk, "you"])


class InviteSomebody(OfficeModelAction):
    act = "add"
    slug = "invite"
    label = _("Invite somebody to apply")
    question = _("The person gets a mail with a link of their own. It holds no seat and is not an offer.")
    done_message = _("Invited.")
    form_class = InviteForm

    def perform(self, obj, data):
        names = {name: data[name] for name in ("given_names", "surname", "chinese_name", "language")}
        return invite(
            cycle=data["cycle"],
            email=data["email"],
            words=data["words"],
            by=self.request.user,
            now=self.now,
            **names,
        )


class SendInvitationAgain(OfficeAction):
    act = "send again"
    slug = "send-again"
    label = _("Send again")
    question = _("A fresh mail with a fresh link. The older links go on working.")
    done_message = _("Sent.")
    form_class = ActionForm
    asks_reason = False

    @classmethod
    def is_offered(cls, person, obj):
        return obj.state != InvitationState.STARTED and super().is_offered(person, obj)

    def perform(self, invitation, data):
        return send_again(invitation=invitation, by=self.request.user, now=self.now)
