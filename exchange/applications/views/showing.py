"""What the pages of the form show around the fields: sections, deadline, "saved at", what others wrote."""

import json

from django.urls import reverse
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from exchange.partners.models import Partner
from portal.clock.instants import read_on, second_zone
from portal.clock.system import system_now

from ..forms.opening import ORDER, labels, wrong_fields
from ..forms.sections import FORMS
from ..queries.answers import as_text, texts_of
from ..queries.completeness import lacks_of
from ..queries.deadlines import deadline_of, still_open
from ..states import ApplicationState, Section
from .desks import today_of


def parts_of(desk, current):
    """The sections as a list of keys, each with what it still lacks."""
    lacking = lacks_of(desk.application, wrong_fields(desk.application, today=today_of(system_now())))
    begun = begun_sections(desk.application)
    parts = []
    for section in open_sections(desk):
        count = sum(1 for lack in lacking if lack.section == section)
        wrong = sum(1 for lack in lacking if lack.section == section and lack.code == "wrong")
        note = _("Complete")
        if wrong:
            note = ngettext("%(count)s problem", "%(count)s problems", wrong) % {"count": wrong}
        elif count:
            note = (
                ngettext("%(count)s answer missing", "%(count)s answers missing", count) % {"count": count}
                if section in begun
                else _("Not begun")
            )
        parts.append(
            {"label": Section(section).label, "url": desk.section(section), "note": note, "stop": bool(wrong),
             "current": section == current}
        )  # fmt: skip
    last = _("Check and submit") if desk.application.state == ApplicationState.DRAFT else _("Check and send")
    parts.append({"label": last, "url": desk.check, "current": current == "check"})
    return parts


def open_sections(desk):
    if desk.application.state == ApplicationState.RETURNED:
        asked = desk.application.information_requests.filter(closed_at=None).first()
        return [name for name in ORDER if asked and name in asked.sections]
    return ORDER


def begun_sections(application):
    """Sections in which something is answered."""
    texts = texts_of(application)
    begun = {
        section for section, form in FORMS.items()
        if any(texts.get(name) for name in form(application=application, today=None).fields)
    }  # fmt: skip
    return begun | ({Section.FILES} if application.papers.exists() else set())


def saved_words(application, zone):
    """ "Draft saved at 08:38 in Prague, 15:38 in Shanghai" """
    if application.saved_at is None:
        return ""
    language = get_language()
    there = read_on(application.saved_at, second_zone(zone), language)
    here = read_on(application.saved_at, "Asia/Shanghai", language)
    return _("Draft saved at %(time)s in %(city)s, %(office_time)s in %(office_city)s") % {
        "time": there.clock, "city": there.city, "office_time": here.clock, "office_city": here.city,
    }  # fmt: skip


def around(request, desk, current):
    """What every page of the form needs."""
    application, now = desk.application, system_now()
    person = application.person
    zone = application.time_zone or (getattr(request.user, "time_zone", "") if not desk.entered else "")
    return {
        "desk": desk, "application": application, "cycle": desk.cycle, "parts": parts_of(desk, current),
        "desk_url": desk.check if current in ("check", "join") else desk.section(current),
        "deadline": deadline_of(desk.cycle, person), "late": not still_open(desk.cycle, person, now), "zone": zone,
        "saved_text": saved_words(application, zone), "returned": application.state == ApplicationState.RETURNED,
        "asked": application.information_requests.filter(closed_at=None).first()
        if application.state == ApplicationState.RETURNED else None,
    }  # fmt: skip


def section_context(request, desk, section, form, saved=None, kept=False):
    shown = shown_names(request, form)
    texts = texts_of(desk.application)
    names = labels()
    theirs = [(names.get(name, name), text, name) for name, text in (saved.theirs if saved else {}).items()]
    numbers = form.numbers(more(request)) if hasattr(form, "numbers") else ()
    return around(request, desk, section) | {
        "save_url": desk.save(section),
        "form": form, "section": section, "title": Section(section).label, "shown": ",".join(shown),
        "seen": json.dumps({name: as_text(texts.get(name, "")) for name in shown}, ensure_ascii=False),
        "theirs": theirs, "kept": kept,
        "numbers": numbers, "most": max(numbers, default=0) >= (3 if section == Section.HOSPITAL else 4),
        "partners": Partner.objects.filter(published=True) if section == Section.HOSPITAL else (),
    }  # fmt: skip


def shown_names(request, form):
    """Fields that the page shows: rows that nobody has filled in and nobody asked for are not there."""
    if not hasattr(form, "numbers"):
        return list(form.fields)
    numbers = set(form.numbers(more(request)))

    def is_shown(name):
        if name == "sending":
            return len(numbers) > 1
        row = name.split("_")[1] if name.startswith(("affiliation_", "window_")) else ""
        return not row or int(row) in numbers

    return [name for name in form.fields if is_shown(name)]


def more(request):
    value = request.GET.get("rows", "")
    return int(value) if value.isdigit() else 0


def after(desk, section, go):
    """Where a saved section leads: the next one, one more row of the same, or a page to come back from later."""
    if go.startswith("rows-"):
        number = go.removeprefix("rows-")
        first = f"id_affiliation_{number}_name" if section == Section.HOSPITAL else f"id_window_{number}_from"
        return f"{desk.section(section)}?rows={number}#{first}"
    if go == "later":
        if desk.joined:
            return reverse("my_application", args=[desk.application.pk])
        return reverse("apply_join", args=[desk.cycle.code])
    if go == "stay":
        return desk.section(section)
    order = list(open_sections(desk))
    place = order.index(section) + 1
    return desk.section(order[place]) if place < len(order) else desk.check
