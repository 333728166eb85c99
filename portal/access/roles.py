"""The roles of the house, and which of them may enter the office. A director could read and correct this page."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Role(models.TextChoices):
    READER = "reader", _("reader")
    APPLICANT = "applicant", _("applicant")
    REVIEWER = "reviewer", _("reviewer")
    OFFICE = "office", _("office staff")
    DIRECTOR = "director", _("office director")
    HOST = "host", _("head of department or host")
    DOCTOR = "doctor", _("young doctor")
    EDITOR = "editor", _("editor")
    PUBLISHER = "publisher", _("publisher")
    ADMINISTRATOR = "administrator", _("administrator")


# What a role may do, as the roles' page in the office prints it.
ROLES_IN_WORDS = {
    Role.READER: _("Everybody with an account: reads the site, keeps own data."),
    Role.APPLICANT: _(
        "Whoever applies: writes, submits and withdraws the own application, sees its outcome once released."
    ),
    Role.REVIEWER: _("Reads the applications assigned to them, declares conflicts of interest, scores and recommends."),
    Role.OFFICE: _(
        "Runs the exchange: calls, screening, review, offers, visits, placements, calendar, mail, partners."
    ),
    Role.DIRECTOR: _(
        "Whatever office staff may; and alone: releases decisions and amends them, opens the reserve seat, opens a closed "
        "call again, cancels a cycle. Gives and ends roles."
    ),
    Role.HOST: _("Agrees to host, sees the own department’s visits and calendar."),
    Role.DOCTOR: _("Asks for a placement abroad, clears its formalities, reports back."),
    Role.EDITOR: _("Writes pages and news in both languages; sees nothing of the exchange in the office."),
    Role.PUBLISHER: _("Whatever an editor may, and publishes; sees nothing of the exchange in the office."),
    Role.ADMINISTRATOR: _(
        "Keeps the installation: invites staff, gives and ends roles, sees mails, holidays and the state of the machine. "
        "Decides nothing in the exchange."
    ),
}

# Everybody who has an account reads; whoever applies is an applicant. Neither is given or taken by anybody.
GIVEN_BY_STAFF = tuple(role for role in Role if role not in (Role.READER, Role.APPLICANT))

# The Wagtail admin is "the office". Editors and publishers see its pages and nothing of the exchange.
OFFICE_DOOR = frozenset({Role.OFFICE, Role.DIRECTOR, Role.EDITOR, Role.PUBLISHER, Role.ADMINISTRATOR})

# Who runs the exchange: the director may do whatever office staff may.
STAFF = (Role.OFFICE, Role.DIRECTOR)
STAFF_ROLES = frozenset(STAFF)

# Roles that somebody holds only by invitation, and that one switch ends together.
EMPLOYED = frozenset(
    {
        Role.REVIEWER,
        Role.OFFICE,
        Role.DIRECTOR,
        Role.HOST,
        Role.DOCTOR,
        Role.EDITOR,
        Role.PUBLISHER,
        Role.ADMINISTRATOR,
    }
)


def roles_of(person):
    """The set of role names that a person (or an anonymous visitor) holds now."""
    if person is None or not person.is_authenticated:
        return frozenset()
    return person.role_names


def is_staff(person):
    """Whether the person runs the exchange (office staff or director)."""
    return bool(roles_of(person) & STAFF_ROLES)
