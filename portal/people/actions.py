"""What people do about people: invite somebody to the staff, give and end roles, let somebody leave."""

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from portal.access import links
from portal.access.permissions import require
from portal.access.roles import EMPLOYED, GIVEN_BY_STAFF, Role
from portal.lifecycle.audit import record, register_act
from portal.lifecycle.refusals import ReasonMissing, Refusal
from portal.slices import load

from . import messages
from .groups import put_into_groups, tell_wagtail
from .messages import INVITATION_LASTS
from .models import RoleAssignment, User
from .names import is_han

register_act("portal.user.invite", _("invited to the staff"))
register_act("portal.user.give_role", _("role given"))
register_act("portal.user.end_role", _("role ended"))
register_act("portal.user.leave", _("left the house"))
register_act("portal.user.join", _("joined by invitation"))
register_act("portal.user.change", _("own data changed"))


def give_role(*, person, role, by, now, reason=""):
    """Give one role. Returns the RoleAssignment; giving a role that is held changes nothing."""
    if role not in GIVEN_BY_STAFF:
        raise Refusal(_("Nobody gives this role."))
    require(by, "give role", person)
    at = now()
    with transaction.atomic():
        held, made = RoleAssignment.objects.get_or_create(
            person=person,
            role=role,
            until=None,
            defaults={"since": at, "given_by": by, "reason": reason},
        )
        if made:
            forget_roles(person)
            put_into_groups(person)
            record(
                person,
                "portal.user.give_role",
                by=by,
                at=at,
                why=reason,
                role=str(role),
            )
    return held


def end_role(*, person, role, by, now, reason):
    """End one role that is held; the row stays with its end."""
    require(by, "end role", person)
    if not reason.strip():
        raise ReasonMissing
    at = now()
    with transaction.atomic():
        refuse_last_administrator(person, role)
        ended = RoleAssignment.objects.filter(person=person, role=role, until=None).update(until=at)
        if ended:
            forget_roles(person)
            put_into_groups(person)
            record(person, "portal.user.end_role", by=by, at=at, why=reason, role=str(role))
    return ended


def invite_staff(*, email, roles, by, now, **names):
    """Ask somebody to join the staff: the person's row, the roles, and a mail with a link that sets the password.

    names: any of surname, given_names, preferred_name, chinese_name, language, time_zone. Returns the person.
    """
    require(by, "invite staff", User)
    if not roles:
        raise Refusal(_("Choose at least one role."), field="roles")
    at = now()
    with transaction.atomic():
        address = User.objects.clean_address(email)
        person = User.objects.filter(email=address).first()
        if person is None:
            person = User.objects.create_user(email=address, **names)
        for role in roles:
            give_role(person=person, role=role, by=by, now=lambda: at)
        token = links.issue(
            purpose="people.join",
            person=person,
            about=person,
            now=at,
            lasts=INVITATION_LASTS,
        )
        record(
            person,
            "portal.user.invite",
            by=by,
            at=at,
            roles=[str(role) for role in roles],
        )
        messages.invite_staff(person=person, by=by, token=token, expires=at + INVITATION_LASTS, now=at)
    return person


def appoint_first_administrator(*, email, now, **names):
    """Start a site: its first administrator, who then invites the others. Refused where there is one already.

    Returns the person. They sign in by a mailed code, or by the link of an invitation (`invite_staff`).
    """
    at = now()
    with transaction.atomic():
        if RoleAssignment.objects.filter(role=Role.ADMINISTRATOR, until=None).exists():
            raise Refusal(_("There is an administrator already, who can invite others."))
        person = User.objects.create_user(email=email, **names)
        RoleAssignment.objects.create(person=person, role=Role.ADMINISTRATOR, since=at)
        put_into_groups(person)
        record(
            person,
            "portal.user.give_role",
            by=None,
            at=at,
            role=str(Role.ADMINISTRATOR),
        )
    return person


def start_site(*, email, name, language, now):
    """The first administrator, with an invitation mail. Returns the person."""
    at = now()
    with transaction.atomic():
        field = "chinese_name" if is_han(name) else "preferred_name"
        person = appoint_first_administrator(email=email, now=lambda: at, language=language, **{field: name.strip()})
        token = links.issue(purpose="people.join", person=person, about=person, now=at, lasts=INVITATION_LASTS)
        messages.invite_staff(person=person, by=None, token=token, expires=at + INVITATION_LASTS, now=at)
    return person


def change_own_data(*, person, fields, now):
    """Save what a person changed of their own names, language and city. `person` carries the new values."""
    require(person, "change", person)
    at = now()
    with transaction.atomic():
        person.save(update_fields=fields)
        if person.groups.exists():
            tell_wagtail(person)
        record(person, "portal.user.change", by=person, at=at, fields=fields)
    return person


def join(*, link, password, now):
    """Accept the invitation: the password is set and the address counts as verified, since its mail was read."""
    from allauth.account.models import EmailAddress

    at = now()
    person = link.person
    with transaction.atomic():
        person.set_password(password)
        person.save(update_fields=["password"])
        EmailAddress.objects.update_or_create(
            user=person,
            email=person.email,
            defaults={"verified": True, "primary": True},
        )
        links.revoke(about=person, purpose="people.join", now=at)
        record(person, "portal.user.join", by=person, at=at)
    return person


def leave(*, person, successor, by, now, reason):
    """The one switch: every role ends, sign-in and sessions end, open work goes to a successor.

    Returns a list of lines (lazy strings) that say what was handed over.
    """
    require(by, "let leave", person)
    if not reason.strip():
        raise ReasonMissing
    if successor is not None and (successor.pk == person.pk or not successor.is_active):
        raise Refusal(_("Choose somebody else, who works here, as successor."), field="successor")
    at = now()
    with transaction.atomic():
        handed = []
        for room in load("handover"):
            handed += room.hand_over(person=person, successor=successor, by=by, at=at, reason=reason)
        for role in EMPLOYED:
            refuse_last_administrator(person, role)
        RoleAssignment.objects.filter(person=person, until=None).update(until=at)
        person.is_active = False
        person.left_at = at
        person.save(update_fields=["is_active", "left_at"])
        forget_roles(person)
        person.groups.clear()
        end_sessions(person)
        record(
            person,
            "portal.user.leave",
            by=by,
            at=at,
            why=reason,
            successor=successor.pk if successor else None,
        )
    return handed


def refuse_last_administrator(person, role):
    if role != Role.ADMINISTRATOR or not person.has_role(role):
        return
    others = RoleAssignment.objects.filter(role=role, until=None, person__is_active=True).exclude(person=person)
    if not others.exists():
        raise Refusal(_("This is the only administrator. Give the role to somebody else first."))


def end_sessions(person):
    """Sign the person out everywhere."""
    from django.contrib.sessions.models import Session

    for session in Session.objects.all().iterator():
        if str(session.get_decoded().get("_auth_user_id")) == str(person.pk):
            session.delete()


def forget_roles(person):
    person.__dict__.pop("role_names", None)
    getattr(person, "_prefetched_objects_cache", {}).pop("role_assignments", None)
