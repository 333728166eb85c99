"""What is said before the form, in plain words. The call's own page may say it better; slices further right register."""

from django.utils.translation import gettext as _

from portal.clock.instants import span_of_days

_sources = []


def register_words(function):
    """function(cycle, language) -> [{"title", "text"}] from the call's page, or nothing where it says nothing."""
    _sources.append(function)
    return function


def words_of(cycle, language):
    for source in _sources:
        found = source(cycle, language)
        if found:
            return found
    return standing_words(cycle, language)


def standing_words(cycle, language):
    """What is said where nobody wrote anything for this call."""
    span = span_of_days(cycle.visit_from, cycle.visit_to, language)
    return [
        {"title": _("For whom"), "text": _(
            "Cardiothoracic surgeons and physicians who are licensed and at work in a European country. The office looks "
            "at both, and a person decides."
        )},
        {"title": _("Who pays"), "text": _(
            "The hospital pays for what the offer names: as a rule the journey, the lodging and an insurance for the "
            "stay. Your own hospital goes on paying your salary."
        )},
        {"title": _("What is given"), "text": _(
            "One stay within %(span)s: a lecture, days in theatre and on the wards, or operating with the host team; and "
            "a person in Shanghai who looks after you."
        ) % {"span": span}},
        {"title": _("Which papers"), "text": _(
            "A curriculum vitae and the proof of your registration, as PDF, JPEG or PNG, at most 20 MB each. No "
            "passport now: it is asked for after you accept an offer."
        )},
        {"title": _("How long it takes"), "text": _(
            "About forty minutes, if the two files are at hand. You can stop at any point and go on later, also on "
            "another device."
        )},
    ]  # fmt: skip
