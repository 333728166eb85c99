"""Invite a named person to apply; note what they do with the link."""

from datetime import timedelta

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from exchange.cycles.rules import end_of
from exchange.cycles.states import CycleState
from portal.access import links
from portal.access.permissions import require
from portal.lifecycle.audit import record, register_act
from portal.lifecycle.moving import move
from portal.lifecycle.refusals import Refusal
from portal.people.models import User

from .. import messages
from ..models import InvitationToApply
from ..states import InvitationState

register_act("exchange.invitationtoapply.send", _("invitation sent"))

PURPOSE = "applications.invitation"


def invite(*, cycle, email, by, now, language="en", words="", **names):
    """Ask a person to apply: their row where there is none yet, the invitation, and a mail with a personal link.

    names: any of surname, given_names, preferred_name, chinese_name. Returns the invitation.
    """
    require(by, "add", InvitationToApply)
    at = now()
    if cycle.state not in (CycleState.DRAFT, CycleState.OPEN) or at >= end_of(cycle.closes_at):
        raise Refusal(_("This call has closed. Nobody can be invited to apply to it."))
    with transaction.atomic():
        address = User.objects.clean_address(email)
        person = User.objects.filter(email=address).first()
        if person is None:
            person = User.objects.create_user(email=address, language=language, **names)
        if InvitationToApply.objects.filter(cycle=cycle, person=person).exists():
            raise Refusal(_("This person is invited already. Send the invitation again from its page."), field="email")
        invitation = InvitationToApply.objects.create(
            cycle=cycle, person=person, words=words, invited_by=by, sent_at=at
        )
        record(invitation, "exchange.invitationtoapply.send", by=by, at=at)
        send_link(invitation, at)
    return invitation


def send_link(invitation, at):
    """A fresh personal link, which lives until the call closes; returns the mail."""
    token = links.issue(
        purpose=PURPOSE, person=invitation.person, about=invitation, now=at,
        lasts=max(end_of(invitation.cycle.closes_at) - at, timedelta(hours=1)),
    )  # fmt: skip
    return messages.invited(invitation=invitation, token=token, now=at)


def send_again(*, invitation, by, now):
    """A fresh mail and link; an invitation that was declined or has expired is sent anew."""
    with transaction.atomic():
        at = now()
        if invitation.state in (InvitationState.EXPIRED, InvitationState.DECLINED):
            require(by, "renew", invitation)
            move(invitation, "renew", by=by, at=at, sent_at=at)
        else:
            require(by, "add", InvitationToApply)
            record(invitation, "exchange.invitationtoapply.send", by=by, at=at)
        return send_link(invitation, at)


def note_opened(*, invitation, now):
    """The link was opened. This is a log of its reading and opens or shuts nothing."""
    if invitation.state == InvitationState.SENT:
        with transaction.atomic():
            at = now()
            move(invitation, "open", by=None, at=at, opened_at=at)
    return invitation


def note_started(*, invitation, now):
    if invitation.state in (InvitationState.SENT, InvitationState.OPENED):
        with transaction.atomic():
            at = now()
            move(invitation, "start", by=None, at=at, started_at=at)
    return invitation


def decline(*, invitation, now, reason=""):
    with transaction.atomic():
        at = now()
        return move(invitation, "decline", by=None, at=at, reason=reason, declined_at=at, decline_reason=reason)


def expire_what_is_over(*, now):
    """What the clock does: invitations to a call that has closed, and that nobody began to answer, expire."""
    at, ended = now(), 0
    waiting = InvitationToApply.objects.filter(
        state__in=(InvitationState.SENT, InvitationState.OPENED), cycle__closes_at__lt=at
    ).select_related("cycle")
    for invitation in waiting:
        if at >= end_of(invitation.cycle.closes_at):
            with transaction.atomic():
                move(invitation, "expire", by=None, at=at)
                ended += 1
    return ended
