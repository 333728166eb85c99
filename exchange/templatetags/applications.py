"""Small things that the pages of an application show."""

from django import template
from django.utils.html import format_html
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from exchange.applications.queries.callwords import words_of
from exchange.applications.states import ApplicationState
from portal.clock import instants
from portal.people.names import initials

register = template.Library()
S = ApplicationState


def language_now():
    return get_language() or "en"


@register.simple_tag
def application_deadline(moment, zone=""):
    """A deadline in the narrow column: the day, then each city with its clock, on lines of their own."""
    here, there = instants.two_cities(moment, zone, language_now())
    there_day = "" if there.day == here.day else f"{there.day} "
    if instants.is_chinese(language_now()):
        return format_html(
            "{}<br>{} {}<br>{} {}{}", here.day, here.city, here.clock, there.city, there_day, there.clock
        )
    return format_html(
        "{}<br>{} in {}<br>{}{} in {}", here.day, here.clock, here.city, there_day, there.clock, there.city
    )


@register.simple_tag
def when_sentence(moment, zone=""):
    return instants.sentence(moment, zone, language_now()) if moment else ""


@register.simple_tag
def visit_span(cycle):
    return instants.span_of_days(cycle.visit_from, cycle.visit_to, language_now())


@register.simple_tag
def fields_of_row(form, prefix, number):
    """The bound fields of one numbered row."""
    return [form[name] for name in form.fields if name.startswith(f"{prefix}_{number}_")]


@register.simple_tag
def window_row(form, number):
    """The two dates of a window, with their problem said once."""
    first, last = form[f"window_{number}_from"], form[f"window_{number}_to"]
    problems = [str(text) for bound in (first, last) for text in bound.errors]
    told = f"window_{number}_problem" if problems else ""

    def control(bound):
        attrs = {"aria-describedby": told} if told and bound.errors else {}
        return bound.as_widget(attrs=attrs)

    return {
        "first": first, "last": last, "problems": " ".join(problems),
        "first_control": control(first), "last_control": control(last),
    }  # fmt: skip


@register.simple_tag
def call_words(cycle):
    """What is said before the form: [{"title", "text"}], from the call's page where there is one."""
    return words_of(cycle, language_now())


@register.inclusion_tag("components/person.html")
def officer_person(person):
    language = language_now()
    chinese = person.chinese_name if not instants.is_chinese(language) else ""
    name = person.named(language)
    return {
        "name": name.replace(chinese, "").strip() if chinese else name, "han": chinese,
        "initials": initials(person, language), "note": "", "plate_lang": "zh-Hans" if person.chinese_name else "",
    }  # fmt: skip


@register.simple_tag
def person_name(person):
    return person.named(language_now())


@register.filter
def applicant_name(application):
    return application.named(language_now())


@register.simple_tag
def application_headline(application):
    """The state in a sentence to the person."""
    name = application.preferred_name or application.given_names or application.surname
    words = {
        S.DRAFT: _("Your draft is not submitted yet"),
        S.SUBMITTED: _("Your application is with the office"),
        S.SCREENED: _("Your application fits the call"),
        S.UNDER_REVIEW: _("Your application is under review"),
        S.RETURNED: _("We need something more from you"),
        S.SELECTED: _("We would like you to come"),
        S.WAITLISTED: _("You are on the waiting list"),
        S.NOT_SELECTED: _("We cannot offer you a seat this year"),
        S.INELIGIBLE: _("Your application does not fit this call"),
        S.HOSTED: _("Thank you for your visit"),
        S.ENDED: _("Your application has ended"),
        S.WITHDRAWN: _("The application is withdrawn"),
        S.LAPSED: _("The draft has lapsed"),
    }[application.state]
    if not name or application.state not in (S.SELECTED, S.RETURNED, S.SUBMITTED):
        return words
    return _("%(words)s, %(name)s") % {"words": words, "name": application.named(language_now())}


KINDS = {
    S.SELECTED: "good", S.HOSTED: "good", S.WAITLISTED: "wait", S.RETURNED: "wait", S.INELIGIBLE: "stop",
    S.NOT_SELECTED: "stop", S.LAPSED: "stop",
}  # fmt: skip


@register.inclusion_tag("exchange/applications/state_tag.html")
def application_tag(application):
    return {"label": application.get_state_display(), "kind": KINDS.get(application.state, "")}


@register.simple_tag
def next_step(steps):
    return next((step for step in steps if step["state"] == "next"), None)
