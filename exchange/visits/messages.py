"""What experts and their hosts read about a visit, each in their language; answers go to the cycle's person to ask."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, override

from exchange.applications.messages import address, reply_to
from portal.clock.instants import span_of_days
from portal.mail.outbox import post, register_kind

from .states import CancelledBy

NOTICE = "exchange/visits/mail/notice"
for name, label in {
    "confirmed": gettext_lazy("Visit confirmed"),
    "changed": gettext_lazy("Visit changed"),
    "postponed": gettext_lazy("Visit postponed"),
    "planned": gettext_lazy("Visit planned again"),
    "cancelled": gettext_lazy("Visit cancelled"),
    "deferred": gettext_lazy("Visit moved to the next cycle"),
    "missed": gettext_lazy("Visit that did not take place"),
    "completed": gettext_lazy("Thanks after a visit"),
    "hosting": gettext_lazy("To the host: a guest"),
    "hosting_changed": gettext_lazy("To the host: what changed"),
}.items():
    register_kind(f"visits.{name}", NOTICE, label)


def facts_of(visit, language):
    """Dates, participation, department and host, as the mail's table has them."""
    rows = [
        (_("Days in Shanghai"), span_of_days(visit.first_day, visit.last_day, language)),
        (_("Participation"), str(visit.get_participation_display())),
        (_("Department"), visit.department.named(language) if visit.department else ""),
        (_("Host"), visit.host.named(language) if visit.host else ""),
    ]
    return [{"label": label, "value": value} for label, value in rows if value]


def write(kind, visit, person, now, words, *, page, button, reason="", with_facts=True):
    """words: a function of the language that gives (subject, [paragraphs]); it is called in the reader's language."""
    language, cycle = person.language, visit.offer.seat.cycle
    with override(language):
        subject, paragraphs = words(language)
        context = {
            "subject": subject,
            "paragraphs": [str(paragraph) for paragraph in paragraphs],
            "reason": reason,
            "facts": facts_of(visit, language) if with_facts else [],
            "button": str(button),
            "page": page,
            "number": visit.application.number,
            "officer_name": cycle.officer.named(language) if cycle.officer else "",
        }
    return post(kind=f"visits.{kind}", to=person, now=now, about=visit, reply_to=reply_to(cycle), context=context)


def to_expert(kind, visit, now, words, **more):
    page = address("my_visit", language=visit.person.language)
    return write(kind, visit, visit.person, now, words, page=page, button=gettext_lazy("To my visit"), **more)


def to_hosts(kind, visit, now, words, *, hosts=None, **more):
    """To the host and the team, each once."""
    everybody = [visit.host, *visit.team.all()] if hosts is None else hosts
    for person in {host.pk: host for host in everybody if host is not None}.values():
        page = address("hosting", language=person.language)
        write(kind, visit, person, now, words, page=page, button=gettext_lazy("To the guests that you host"), **more)


def guest(visit, language):
    return visit.application.named(language) or visit.person.named(language)


def visit_confirmed(visit, *, now):
    def words(language):
        days = span_of_days(visit.first_day, visit.last_day, language)
        return _("Your visit is confirmed: %(days)s") % {"days": days}, [
            _(
                "Dates, participation and host are settled. Your page shows the itinerary as it fills, and what happens next."
            )
        ]

    to_expert("confirmed", visit, now, words)
    say_hosting(visit, now)


def say_hosting(visit, now, hosts=None):
    def words(language):
        return _("You host %(guest)s") % {"guest": guest(visit, language)}, [
            _("Your page shows the itinerary and the items that name you. Tell the office if a time does not suit you.")
        ]

    to_hosts("hosting", visit, now, words, hosts=hosts)


def visit_changed(visit, *, changed, host_before, now):
    """Told to the expert where something that they know has changed, to the host always."""
    if {"first_day", "last_day", "participation", "department", "host"} & set(changed):
        to_expert("changed", visit, now, lambda language: (
            _("Your visit has changed"), [_("This is how it stands now. Write to us if a day does not suit you.")]
        ))  # fmt: skip
    if "host" in changed:
        say_hosting(visit, now, hosts=[visit.host])
        if host_before is not None:
            tell_hosts(visit, now, lambda: _("Somebody else hosts this guest now. Nothing is left for you to do."),
                       hosts=[host_before])  # fmt: skip
    if {"first_day", "last_day", "participation"} & set(changed):
        tell_hosts(visit, now, lambda: _("This is how the visit stands now."))


def tell_hosts(visit, now, sentence, *, hosts=None, reason=""):
    def words(language):
        return _("Changed: the visit of %(guest)s") % {"guest": guest(visit, language)}, [sentence()]

    to_hosts("hosting_changed", visit, now, words, hosts=hosts, reason=reason)


def visit_postponed(visit, *, reason, now):
    to_expert("postponed", visit, now, lambda language: (
        _("Your visit is postponed"),
        [_("Your seat is kept. The office looks for new days with you within this cycle’s visit window.")],
    ), reason=reason, with_facts=False)  # fmt: skip
    tell_hosts(visit, now, lambda: _("The visit is postponed. New days are not set yet."), reason=reason)


def visit_planned(visit, *, now):
    to_expert("planned", visit, now, lambda language: (
        _("New days for your visit: %(days)s") % {"days": span_of_days(visit.first_day, visit.last_day, language)},
        [_("The office plans your stay on these days and confirms them to you.")],
    ))  # fmt: skip
    tell_hosts(visit, now, lambda: _("The visit has new days."))


def visit_cancelled(visit, *, reason, now):
    by_whom = {
        CancelledBy.EXPERT: gettext_lazy("You gave your visit up, and your seat goes to the next on the waiting list."),
        CancelledBy.HOSPITAL: gettext_lazy("We have to cancel your visit. We are sorry. The reason stands below."),
        CancelledBy.AUTHORITY: gettext_lazy(
            "An authority’s decision makes your visit impossible. The reason stands below."
        ),
    }
    to_expert("cancelled", visit, now, lambda language: (
        _("Your visit is cancelled"), [by_whom[visit.cancelled_by], _("Calendars that follow your visit take it out.")]
    ), reason=reason)  # fmt: skip
    hosts_read_of_end(visit, now, reason)


def hosts_read_of_end(visit, now, reason=""):
    tell_hosts(visit, now, lambda: _("The visit does not take place. Your hours are free again."), reason=reason)


def visit_missed(visit, *, reason, now):
    to_expert("missed", visit, now, lambda language: (
        _("You did not come, and your visit has ended"),
        [_("We waited for you and had no word. Write to us if there has been a mistake.")],
    ), reason=reason)  # fmt: skip
    hosts_read_of_end(visit, now, reason)


def visit_deferred(visit, *, cycle, number, reason, now):
    to_expert("deferred", visit, now, lambda language: (
        _("Your visit moves to %(year)s") % {"year": cycle.year},
        [
            _("Your place is kept: in the cycle of %(year)s you are selected already, as application %(number)s.")
            % {"year": cycle.year, "number": number},
            _("Your offer there is made before anybody else’s. You need not apply again."),
        ],
    ), reason=reason, with_facts=False)  # fmt: skip
    hosts_read_of_end(visit, now, reason)


def visit_completed(visit, *, now):
    to_expert("completed", visit, now, lambda language: (
        _("Thank you for your visit"),
        [_("Your stay is in our records with these days. The certificate follows once your papers are complete.")],
    ))  # fmt: skip
