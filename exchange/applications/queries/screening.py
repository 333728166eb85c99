"""What the office reads at screening: the queue, what stands before and after, what the lists say, who looks the same."""

from dataclasses import dataclass

from django.db.models import Q

from ..models import Application, EuropeanCountry, Screening
from ..rules.screening import lists_say
from ..states import ApplicationState
from .answers import with_rows

S = ApplicationState


def queue(cycle=None):
    """Applications that wait for screening, the longest waiting first."""
    rows = Application.objects.filter(state=S.SUBMITTED)
    if cycle:
        rows = rows.filter(cycle=cycle)
    return rows.order_by("submitted_at", "pk")


@dataclass(frozen=True)
class Place:
    """Where an application stands among those that wait: keys before and after it, its number, how many there are."""

    before: int | None
    after: int | None
    number: int
    count: int


def place_of(application, cycle=None):
    """The Place of an application; one that has left the queue stands where it stood."""
    keys = list(queue(cycle).values_list("pk", "submitted_at"))
    mark = (application.submitted_at or application.begun_at, application.pk)
    before = [pk for pk, at in keys if (at, pk) < mark]
    after = [pk for pk, at in keys if (at, pk) > mark]
    return Place(before[-1] if before else None, after[0] if after else None, len(before) + 1, len(keys))


def what_lists_say(application):
    european = set(EuropeanCountry.objects.values_list("country", flat=True))
    countries = [row.country.code for row in application.affiliations.all()]
    within = application.specialty.within_scope if application.specialty else None
    return lists_say(countries, european, within)


def screening_of(application):
    return Screening.objects.select_related("by").filter(application=application).first()


def twins_of(application):
    """Applications of other persons that may be the same person: same name and birth date, or same phone and birth date.

    The office is warned; the applicant never. The same address cannot come twice: it is one account.
    """
    if application.birth_date is None:
        return Application.objects.none()
    same = Q()
    if application.folded_name:
        same |= Q(folded_name=application.folded_name)
    if application.phone:
        same |= Q(phone=application.phone)
    if not same:
        return Application.objects.none()
    return (
        Application.objects.filter(same, birth_date=application.birth_date, person__isnull=False)
        .exclude(person=application.person_id)
        .exclude(pk=application.pk)
        .select_related("cycle", "person")
        .order_by("-begun_at")[:5]
    )


def one_application(pk):
    """An application with everything that its page shows."""
    return (
        with_rows(Application.objects.filter(pk=pk))
        .select_related("cycle", "person", "officer", "entered_by", "invitation", "specialty")
        .get()
    )
