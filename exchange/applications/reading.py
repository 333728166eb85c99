"""An application as a reader sees it: sections of (label, value) in their language, and the files."""

from django.utils.translation import gettext as _
from django.utils.translation import override, pgettext
from django_countries import countries

from portal.clock.instants import plain_day, span_of_days

from .queries.files import about, papers_by_class
from .rules.person import name_is_cut
from .states import Section

# What a reviewer does not need: how to reach the person, and what is between them and the office.
NOT_FOR_REVIEWERS = frozenset({"phone", "birth_date", "registration_number", "second_nationality"})


def sections_of(application, language, reader="office"):
    """[(section label, [(label, value)])] of everything answered, in the form's order.

    reader: "office", "reviewer" or "applicant"; a reviewer gets neither phone, birth date nor registration number.
    """
    with override(language):
        found = []
        for section in Section:
            if section == Section.FILES:
                continue
            rows = [
                (str(label), str(value))
                for name, label, value in READERS[section](application, language)
                if not (reader == "reviewer" and name in NOT_FOR_REVIEWERS)
            ]
            # "You" is whoever writes the form; others read of a person.
            others = section == Section.YOU and reader != "applicant"
            found.append((pgettext("section", "Person") if others else str(section.label), rows))
        return found


def files_of(application, language):
    """[(class label, [(ApplicationFile, name, note)])], for links to `private_file` and pictures of pages."""
    with override(language):
        return [
            (str(label), [(row, row.file.name, about(row.file)) for row in rows])
            for _kind, label, rows in papers_by_class(application)
        ]


def country(code, language):
    return str(dict(countries).get(code, "")) if code else ""


def shown(instance, name):
    return str(instance._meta.get_field(name).verbose_name).capitalize()


def you(application, language):
    for name in ("surname", "given_names", "preferred_name", "chinese_name"):
        yield name, shown(application, name), getattr(application, name)
    if name_is_cut(application.surname, application.given_names):
        yield "cut", _("In the passport’s machine-readable lines"), _("cut: it has more than 39 characters")
    if application.birth_date:
        yield "birth_date", _("Date of birth"), plain_day(application.birth_date, language)
    else:
        yield "birth_date", _("Date of birth"), ""
    yield "nationality", _("Nationality"), country(application.nationality.code, language)
    if application.second_nationality.code:
        yield (
            "second_nationality",
            _("Second nationality"),
            country(application.second_nationality.code, language),
        )
    yield "phone", _("Phone"), application.phone


def hospital(application, language):
    rows = list(application.affiliations.all())
    for row in rows:
        parts = [row.name, row.department, row.city, country(row.country.code, language)]
        label = _("Hospital or university")
        if row.sending and len(rows) > 1:
            label = _("Sending hospital")
        text = ", ".join(part for part in parts if part)
        if row.partner_id:
            text += _(" (a partner of ours)")
        yield f"affiliation_{row.place}", label, text
    if not rows:
        yield "affiliation_1", _("Hospital or university"), ""


def training(application, language):
    yield "specialty", _("Specialty"), application.specialty.named(language) if application.specialty else ""
    yield "specialty_detail", _("What they do most"), application.specialty_detail
    yield "post", _("Post"), application.post
    yield "post_since", _("In this post since"), application.post_since or ""
    yield "qualified_in", _("Specialist since"), application.qualified_in or ""
    yield "training", _("Training"), application.training
    yield "registered_with", _("Registered with"), application.registered_with
    yield "registration_number", _("Registration number"), application.registration_number


def proposal(application, language):
    wanted = [str(value.label) for value in application.participation]
    yield "participation", _("Participation"), list_of(wanted, language)
    yield "proposal", _("Proposal"), application.proposal
    for row in application.windows.all():
        if row.first_day and row.last_day and row.first_day <= row.last_day:
            span = span_of_days(row.first_day, row.last_day, language)
        else:
            span = " – ".join(plain_day(day, language) for day in (row.first_day, row.last_day) if day)
        yield f"window_{row.place}", _("Window %(place)s") % {"place": row.place}, span
    yield "knows_here", _("People known at our hospital"), application.knows_here


def in_return(application, language):
    yield "place_offered", _("A place for a young doctor"), application.get_place_offered_display()
    if application.place_offered and application.place_offered != "no":
        yield "place_purpose", _("Purpose"), application.get_place_purpose_display()
        yield "place_months", _("Months"), application.place_months or ""
        yield "places", _("How many at a time"), application.places or ""
        yield "place_department", _("Department"), application.place_department
        yield "place_note", _("What they could do there"), application.place_note


def list_of(words, language):
    return ("、" if language.startswith("zh") else ", ").join(words)


READERS = {
    Section.YOU: you,
    Section.HOSPITAL: hospital,
    Section.TRAINING: training,
    Section.PROPOSAL: proposal,
    Section.RETURN: in_return,
}
