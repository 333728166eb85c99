"""What happened with an application, what happens next and by when, in a person's own words. Reads; decides nothing."""

from django.urls import reverse
from django.utils.translation import gettext as _

from portal.clock.instants import plain_day, sentence, span_of_days
from portal.clock.rules import SHANGHAI
from portal.lifecycle.audit import history

from ..states import ApplicationState
from .deadlines import deadline_of

S = ApplicationState
TOLD = {
    "submit": lambda: _("You submitted your application"),
    "screen": lambda: _("The office read it and found that it fits the call"),
    "screen_out": lambda: _("The office found that it does not fit the call"),
    "put_under_review": lambda: _("It was given to reviewers"),
    "return": lambda: _("The office asked for more information"),
    "resume": lambda: _("The information was taken up"),
    "admit": lambda: _("It was admitted after all"),
    "select": lambda: _("You were selected"),
    "waitlist": lambda: _("You were put on the waiting list"),
    "not_select": lambda: _("You were not selected"),
    "promote": lambda: _("A seat came free and went to you"),
    "close_list": lambda: _("The waiting list closed"),
    "reopen_list": lambda: _("The waiting list opened again"),
    "amend": lambda: _("The decision was amended: you are on the waiting list"),
    "host": lambda: _("Your visit was completed"),
    "end": lambda: _("Your application ended"),
    "withdraw": lambda: _("The application was withdrawn"),
    "reinstate": lambda: _("The application was taken up again"),
    "lapse": lambda: _("The draft lapsed: it was not submitted in time"),
}
# Told to nobody: a release that was taken back, an offer that was the hospital's mistake.
SILENT = ("take_back", "back_to_list")


def day_of(instant, language):
    """The day of an instant, as it is counted in Shanghai."""
    return plain_day(instant.astimezone(SHANGHAI).date(), language)


def steps_of(application, language, now):
    """Steps for components/timeline.html: what is done, then what is next and later."""
    return done_steps(application, language) + coming_steps(application, language, now)


def done_steps(application, language):
    steps = [
        {
            "state": "done",
            "when": day_of(application.begun_at, language),
            "title": _("You began a draft"),
            "text": "",
        }
    ]
    lines = [line for line in reversed(list(history(application))) if line.action.startswith("exchange.application.")]
    taken_back = {index for index, line in enumerate(lines) if "take_back" in line.action}
    for index, line in enumerate(lines):
        verb = line.action.removeprefix("exchange.application.")
        verb = next((name for name in ("resume", "reinstate") if verb.startswith(f"{name}_")), verb)
        hidden = verb in ("select", "waitlist", "not_select") and any(later > index for later in taken_back)
        if verb not in TOLD or hidden:
            continue
        step = {
            "state": "done",
            "when": day_of(line.timestamp, language),
            "title": TOLD[verb](),
            "text": "",
        }
        if verb == "submit":
            step |= {"text": _("Your number is %(number)s.") % {"number": application.number},
                     "url": reverse("my_application_sent", args=[application.pk]), "link": _("Read what you sent")}  # fmt: skip
        if verb in ("screen_out", "return", "end", "amend") and line.data.get("why"):
            step["text"] = line.data["why"]
        steps.append(step)
    return steps


def coming_steps(application, language, now):
    """What is next (one), and what comes later, by the state; nothing where it has come to an end."""
    makers = {
        S.DRAFT: draft_next, S.RETURNED: returned_next, S.SUBMITTED: submitted_next, S.SCREENED: review_next,
        S.UNDER_REVIEW: review_next, S.SELECTED: selected_next, S.WAITLISTED: waiting_next,
    }  # fmt: skip
    maker = makers.get(application.state)
    return maker(application, language, now) if maker else []


def zone_of(application):
    return application.zone or (application.person.zone if application.person else "")


def draft_next(application, language, now):
    by = sentence(deadline_of(application.cycle, application.person), zone_of(application), language)
    if application.entered_by_id:
        title, text = (
            _("You confirm it"),
            _("The office entered it for you. Read it under the link in our mail and confirm."),
        )
    else:
        title, text = _("You submit it"), _("Nothing counts until you do.")
    return [
        step("next", _("Until %(instant)s") % {"instant": by}, title, text),
        *after_submission(application, language, ("screening", "review", "decision", "visit")),
    ]


def submitted_next(application, language, now):
    return [
        step("next", _("Now"), _("The office reads your application"),
             _(
                "It looks at your place of work and your specialty. If something is "
                "missing, we write to you and you have time to add it."
            )),
        *after_submission(application, language, ("review", "decision", "visit")),
    ]  # fmt: skip


def returned_next(application, language, now):
    asked = application.information_requests.filter(closed_at=None).first()
    by = sentence(asked.due_at, zone_of(application), language) if asked else ""
    return [
        step("next", _("Until %(instant)s") % {"instant": by}, _("You add what was asked"), asked.words if asked else "",
             url=reverse("my_application_information", args=[application.pk]), link=_("Add it now")),
        *after_submission(application, language, ("review", "decision", "visit")),
    ]  # fmt: skip


def review_next(application, language, now):
    return [
        step("next", _("Now"), _("Reviewers read your application"),
             _(
                "Each has said that nothing is between you and them. You will see "
                "neither their names nor their scores."
            )),
        *after_submission(application, language, ("decision", "visit")),
    ]  # fmt: skip


def selected_next(application, language, now):
    return [
        step("next", _("Now"), _("A seat is held for you"), _("The offer with its last day to answer is in your mail.")),
        *after_submission(application, language, ("visit",)),
    ]  # fmt: skip


def waiting_next(application, language, now):
    by = sentence(application.cycle.stop_promotion_at, zone_of(application), language)
    return [
        step("next", _("Until %(instant)s") % {"instant": by}, _("You are on the waiting list"),
             _(
                "When a seat comes free it goes to the next in order, and we write at "
                "once. At that time the list closes, and we write to you too."
            )),
    ]  # fmt: skip


def after_submission(application, language, names):
    """The later steps that every application shares."""
    cycle = application.cycle
    later = {
        "screening": (_("After you submit"), _("The office reads it"), _("If something is missing, you get time to add it.")),
        "review": (
            _("After %(day)s") % {"day": day_of(cycle.closes_at, language)}, _("Reviewers read it"),
            _("They score by the criteria of the call."),
        ),
        "decision": (_("After the review"), _("All decisions go out at the same moment"), _("By mail and on this page.")),
        "visit": (
            span_of_days(cycle.visit_from, cycle.visit_to, language), _("Visits"),
            _("In one of the windows that you named."),
        ),
    }  # fmt: skip
    return [step("later", *later[name]) for name in names]


def step(state, when, title, text, url="", link=""):
    return {"state": state, "when": when, "title": title, "text": text, "url": url, "link": link}


def follows_withdrawal(application, language, now):
    """Sentences on what follows, before it is done."""
    told = []
    if application.state == S.DRAFT:
        told.append(_("The draft is closed. Nobody has read it."))
    else:
        told.append(_("The office and the reviewers stop reading it."))
        told.append(_("Your number %(number)s stays yours, so that you can quote it.") % {"number": application.number})
    if now < application.cycle.closes_at:
        by = sentence(application.cycle.closes_at, zone_of(application), language)
        told.append(_("You may begin a new application until %(instant)s.") % {"instant": by})
    else:
        told.append(_("The call has closed: you cannot apply again this year."))
    told.append(_("It does not count against a later application."))
    return told
