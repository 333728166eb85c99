"""The end of a cycle, as buttons on its page in the office: what is in the way is listed, each with the way to it."""

from django.urls import reverse
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from portal.clock.instants import span_of_days
from portal.office.buttons import OfficeAction

from .. import year_end


def lines_of(offers, visits, entries):
    """(what it is, address) of each row that must end first, in the reader's language."""
    language = get_language()
    for offer in offers:
        words = _("Offer of seat %(seat)s to %(who)s: %(state)s") % {
            "seat": offer.seat.number,
            "who": offer.application.named(language),
            "state": offer.get_state_display(),
        }
        yield words, reverse("offers:inspect", args=[offer.pk])
    for visit in visits:
        words = _("Visit of %(who)s, %(days)s: %(state)s") % {
            "who": visit.person.named(language),
            "days": span_of_days(visit.first_day, visit.last_day, language),
            "state": visit.get_state_display(),
        }
        yield words, reverse("visits:inspect", args=[visit.pk])
    for entry in entries:
        words = _("Waiting list, rank %(rank)s: %(who)s") % {
            "rank": entry.rank,
            "who": entry.application.named(language),
        }
        yield words, reverse("cycle_seats", args=[entry.cycle_id])


class EndOfCycle(OfficeAction):
    template_name = "exchange/journey/office/year_end.html"

    def in_the_way(self, cycle):
        return year_end.what_is_in_the_way(cycle)

    def frame(self, cycle):
        return {**super().frame(cycle), "in_the_way": list(lines_of(*self.in_the_way(cycle)))}


class CompleteCycle(EndOfCycle):
    act = "complete"
    label = gettext_lazy("Complete the cycle")
    question = gettext_lazy("Once no offer is live, no visit is open and nobody waits.")
    done_message = gettext_lazy("The cycle is completed.")

    def perform(self, cycle, data):
        return year_end.complete_cycle(cycle=cycle, by=self.request.user, now=self.now)


class ArchiveCycle(EndOfCycle):
    act = "archive"
    label = gettext_lazy("Archive the cycle")
    question = gettext_lazy("Once every visit is closed as well. An archived cycle is read and no longer changed.")
    done_message = gettext_lazy("The cycle is archived.")

    def in_the_way(self, cycle):
        return year_end.what_is_in_the_way(cycle, archive=True)

    def perform(self, cycle, data):
        return year_end.archive_cycle(cycle=cycle, by=self.request.user, now=self.now)


class CancelCycle(EndOfCycle):
    act = "cancel"
    label = gettext_lazy("Cancel the cycle")
    question = gettext_lazy(
        "While no offer is live. Every application that has not ended ends, with a mail that gives your reason; drafts "
        "lapse, and the waiting list closes."
    )
    done_message = gettext_lazy("The cycle is cancelled.")

    def in_the_way(self, cycle):
        return year_end.what_is_in_the_way(cycle)[0], [], []

    def perform(self, cycle, data):
        return year_end.cancel_cycle(cycle=cycle, by=self.request.user, now=self.now, reason=data["reason"])
