"""What staff may do with a mail, one button each."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from portal.office.buttons import OfficeAction

from . import actions


class MailAct(OfficeAction):
    """A transition of the outbox's table."""

    def perform(self, obj, data):
        actions.act_on(message=obj, act=self.act, by=self.request.user, now=self.now, reason=data.get("reason", ""))

    def get_facts(self, obj):
        return [
            {"label": pgettext_lazy("mail", "To"), "value": obj.address},
            {"label": _("Subject"), "value": obj.shown_subject},
        ]


class Hold(MailAct):
    act = "hold"
    label = _("Hold")
    question = _("The mail stays here until somebody lets it go.")
    done_message = _("The mail is held.")


class LetGo(MailAct):
    act = "let_go"
    label = _("Let it go")
    question = _("The mail leaves with the next round of the worker.")
    done_message = _("The mail is on its way.")


class Recall(MailAct):
    act = "recall"
    label = _("Recall")
    question = _("The mail has not left yet. Recalled, it never leaves; what it says must be told in another way.")
    done_message = _("The mail is recalled.")


class Bounced(MailAct):
    act = "bounce"
    label = _("It came back")
    question = _(
        "The mail was sent and came back to the office. It then stands on the worklist until the address is put right."
    )
    done_message = _("Noted that the mail came back.")


class GiveUp(MailAct):
    act = "give_up"
    label = _("Give up")
    question = _("The mail is not sent at all.")
    done_message = _("The mail is given up.")


class SendAgain(MailAct):
    act = "send again"
    label = _("Send again")
    question = _(
        "A new mail is written by the act that caused this one, with a fresh link, to the address that the person has now."
    )
    done_message = _("A new mail is on its way.")

    def perform(self, obj, data):
        return actions.send_again(message=obj, by=self.request.user, now=self.now)

    def get_success_url(self, obj, result):
        return reverse("mails:inspect", args=[(result or obj).pk])

    @classmethod
    def is_offered(cls, person, obj):
        return actions.can_be_renewed(obj) and super().is_offered(person, obj)


class Settle(MailAct):
    act = "settle"
    label = _("Dealt with")
    question = _(
        "The mail did not arrive, and what it said was told in another way. It leaves the worklist; the record stays."
    )
    asks_reason = True
    done_message = _("The mail is off the worklist.")

    def perform(self, obj, data):
        return actions.settle(message=obj, by=self.request.user, now=self.now, reason=data["reason"])
