"""Who may review, and what is known of them that could be a conflict of interest; in a constant number of queries."""

from exchange.applications.models import Affiliation, Application
from exchange.applications.queries.names import fold
from exchange.applications.states import ApplicationState
from portal.access.roles import Role
from portal.people.models import User

from ..models import ReviewerHospital
from ..rules.conflicts import ApplicationFacts, ReviewerFacts


def reviewers():
    """Everybody who holds the role now."""
    return (
        User.objects.filter(is_active=True, role_assignments__role=Role.REVIEWER, role_assignments__until=None)
        .distinct()
        .order_by("surname", "given_names", "pk")
    )


def hospital_keys(rows):
    """Partner keys and folded names, so that one written as the other is still the same hospital."""
    keys = set()
    for row in rows:
        if row.partner_id:
            keys.add(("partner", row.partner_id))
        if row.name:
            keys.add(("name", fold(row.name)))
    return frozenset(keys)


def reviewer_facts(cycle, people):
    """dict of person key → ReviewerFacts for a cycle."""
    keys = [person.pk for person in people]
    applying = set(
        Application.objects.filter(cycle=cycle, person__in=keys)
        .exclude(state__in=(ApplicationState.WITHDRAWN, ApplicationState.LAPSED))
        .values_list("person", flat=True)
    )
    hospitals = {}
    for row in ReviewerHospital.objects.filter(person__in=keys):
        hospitals.setdefault(row.person_id, []).append(row)
    for row in Affiliation.objects.filter(application__person__in=keys).select_related("application"):
        hospitals.setdefault(row.application.person_id, []).append(row)
    return {
        person.pk: ReviewerFacts(
            key=person.pk,
            hospitals=hospital_keys(hospitals.get(person.pk, ())),
            names=names_of(person),
            applies_here=person.pk in applying,
        )
        for person in people
    }


def names_of(person):
    """How somebody would be named in a sentence: whole names and a family name that is not a common word."""
    found = {fold(f"{person.given_names} {person.surname}".strip()), fold(f"{person.surname} {person.given_names}".strip()),
             fold(person.preferred_name), fold(person.chinese_name)}  # fmt: skip
    return frozenset(name for name in found if len(name) > 1)


def application_facts(application):
    """Reads the prefetched affiliations."""
    return ApplicationFacts(
        key=application.pk,
        person=application.person_id,
        hospitals=hospital_keys(application.affiliations.all()),
        knows=fold(application.knows_here),
    )
