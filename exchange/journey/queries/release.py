"""What a release would do, and what is in its way, in sentences."""

from django.utils.translation import gettext as _

OBSTACLES = {
    "submitted": lambda row, who: _("%(who)s is submitted and not screened.") % {"who": who},
    "screened": lambda row, who: _("%(who)s is screened and not under review.") % {"who": who},
    "returned": lambda row, who: _("%(who)s is returned for information.") % {"who": who},
    "undecided": lambda row, who: _("%(who)s is not decided.") % {"who": who},
    "flagged": lambda row, who: _("%(who)s is to be looked at again: a reviewer was recused.") % {"who": who},
    "no rank": lambda row, who: _("%(who)s has no rank on the waiting list.") % {"who": who},
    "same rank": lambda row, who: _("%(who)s shares a rank on the waiting list.") % {"who": who},
    "too many": lambda row, who: (
        _("%(wanted)s are selected or carried over, and %(seats)s seats are free.")
        % {"wanted": row.wanted, "seats": row.seats}
    ),
    "stopped": lambda row, who: _("The waiting list would be closed already. Move its end first."),
}


def obstacle_sentences(run, language):
    return [OBSTACLES[row.code](row, label_of(run, row.key, language)) for row in run.plan.obstacles]


def label_of(run, key, language):
    if key is None:
        return ""
    application = run.applications[key]
    return f"{application.number or ''} {application.named(language)}".strip()


def lines_of(run, language):
    """Facts for the page: (label, lines) of what would be done."""

    def seated(pairs):
        return [
            _("Seat %(seat)s: %(who)s") % {"seat": seat.number, "who": label_of(run, case.key, language)}
            for seat, case in pairs
        ]

    promoted = {case.key for _seat, case in run.plan.promoted}
    waits = [
        _("Rank %(rank)s: %(who)s") % {"rank": case.rank, "who": label_of(run, case.key, language)}
        for case in run.plan.waiting
        if case.key not in promoted
    ]
    return [
        (_("Offers"), seated(run.plan.offers)),
        (_("Seats that are left, given to the list at once"), seated(run.plan.promoted)),
        (_("Seats that stay free"), [str(seat.number) for seat in run.plan.left]),
        (_("Waiting list"), waits),
        (_("Not selected"), [label_of(run, case.key, language) for case in run.plan.not_selected]),
        (_("Drafts that lapse"), [str(len(run.plan.lapsed))] if run.plan.lapsed else []),
    ]
