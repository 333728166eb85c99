"""What stands now: for forms that show a row which somebody else may change meanwhile."""

from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from portal.clock.instants import plain_day, short_here
from portal.lifecycle.refusals import Overtaken


class SeesWhatStands:
    """For an OfficeAction whose form carries `seen`, the row's sequence as it was read.

    Where somebody was faster the form comes back with what was typed, with what stands now, and with the new sequence:
    a second save is then a decision.
    """

    overtaken = False

    def perform(self, obj, data):
        try:
            return self.save(obj, data)
        except Overtaken:
            self.overtaken = True
            raise

    def show(self, obj, form, *, refusal=None, status=200):
        if self.overtaken:
            obj.refresh_from_db()
            form.data = form.data.copy()
            form.data["seen"] = obj.sequence
        return super().show(obj, form, refusal=refusal, status=status)

    def get_facts(self, obj):
        return [{"label": _("As it stands now"), "value": self.as_it_stands(obj)}] if self.overtaken else []


def lines(pairs):
    """ "label: value", a line each; what is empty is left out."""
    return "\n".join(f"{label}: {value}" for label, value in pairs if value)


def visit_as_it_stands(visit):
    language = get_language()
    field = visit._meta.get_field
    return lines(
        [
            (field("first_day").verbose_name, plain_day(visit.first_day, language)),
            (field("last_day").verbose_name, plain_day(visit.last_day, language)),
            (field("participation").verbose_name, visit.get_participation_display()),
            (field("department").verbose_name, visit.department and visit.department.named(language)),
            (field("host").verbose_name, visit.host and visit.host.named(language)),
        ]
    )


def item_as_it_stands(item):
    language = get_language()
    field = item._meta.get_field
    return lines(
        [
            (field("title_en").verbose_name, item.title(language)),
            (field("starts_at").verbose_name, short_here(item.starts_at, language)),
            (field("ends_at").verbose_name, short_here(item.ends_at, language)),
            (field("room").verbose_name, item.room and item.room.named(language)),
            (field("people").verbose_name, ", ".join(person.named(language) for person in item.people.all())),
        ]
    )
