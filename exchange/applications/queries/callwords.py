"""What is said before the form, in plain words: what stands on the call's page, and standing words where it says nothing."""

from django.utils.translation import gettext as _
from wagtail.rich_text import expand_db_html

from exchange.cycles.queries import call_of
from portal.clock.instants import span_of_days


def words_of(cycle, language):
    """[{"title", "text" or "html"}] of a call, in a language. html is an editor's rich text, ready for the page."""
    page, standing = call_of(cycle, language), standing_words(cycle, language)
    if page is None:
        return list(standing.values())
    written = {
        "who_can_apply": {"title": _("Who can apply"), "html": page.who_can_apply},
        "who_pays": {"title": _("Who pays"), "html": page.who_pays},
        "what_is_given": {"title": _("What is given"), "html": page.what_is_given},
        "which_papers": {"title": _("Which papers"), "html": page.which_papers},
        "time_needed": {"title": _("How long it takes"), "text": page.time_needed},
    }
    return [ready(row) if row.get("html") or row.get("text") else standing[name] for name, row in written.items()]


def ready(row):
    return row | {"html": expand_db_html(row["html"])} if "html" in row else row


def standing_words(cycle, language):
    """What is said where nobody wrote anything for this call, by the fields of its page."""
    span = span_of_days(cycle.visit_from, cycle.visit_to, language)
    return {
        "who_can_apply": {"title": _("Who can apply"), "text": _(
            "Cardiothoracic surgeons and physicians who are licensed and at work in a European country. The office looks "
            "at both, and a person decides."
        )},
        "who_pays": {"title": _("Who pays"), "text": _(
            "The hospital pays for what the offer names: as a rule the journey, the lodging and an insurance for the "
            "stay. Your own hospital goes on paying your salary."
        )},
        "what_is_given": {"title": _("What is given"), "text": _(
            "One stay within %(span)s: a lecture, days in theatre and on the wards, or operating with the host team; and "
            "a person in Shanghai who looks after you."
        ) % {"span": span}},
        "which_papers": {"title": _("Which papers"), "text": _(
            "A curriculum vitae and the proof of your registration, as PDF, JPEG or PNG, at most 20 MB each. No "
            "passport now: it is asked for after you accept an offer."
        )},
        "time_needed": {"title": _("How long it takes"), "text": _(
            "About forty minutes, if the two files are at hand. You can stop at any point and go on later, also on "
            "another device."
        )},
    }  # fmt: skip
