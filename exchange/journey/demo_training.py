"""Small cycles of the training stream: one for each state of a cycle that the visiting cycles do not stand in.

What happens in them fills the lifecycles: see demo_endings for the ways in which offers, places on the list and visits end.
"""

from exchange.applications.demo.applicant import Applicant
from exchange.applications.demo_papers import Papers
from exchange.cycles.actions import close_what_is_due, open_cycle, plan_cycle
from exchange.cycles.demo import give_criteria
from exchange.cycles.models import Cycle
from exchange.cycles.states import CycleState, Programme
from exchange.review.actions.assigning import assign_evenly
from exchange.review.actions.deciding import decide
from exchange.review.actions.reviewing import save_review
from exchange.review.actions.stages import begin_deciding, begin_review
from exchange.review.models import ReviewAssignment
from exchange.review.states import Outcome

from . import demo_endings
from .demo_reviews import write_review
from .release import release
from .year_end import cancel_cycle

S = CycleState
# state: year before the next visiting year; days from today of opening, closing, the list's end, first and last visit; seats.
# In the order of the years, so that whoever is deferred finds the next one.
CYCLES = {
    S.DRAFT: (0, 20, 50, 120, 130, 300, 6),
    S.RELEASED: (1, -60, -30, 60, 70, 250, 3),
    S.RUNNING: (2, -200, -170, -40, -100, 160, 6),
    S.COMPLETED: (3, -560, -530, -400, -470, -250, 1),
    S.CANCELLED: (4, -60, -30, 60, 70, 250, 6),
    S.CLOSED: (5, -60, -30, 60, 70, 250, 6),
    S.REVIEWING: (6, -60, -30, 60, 70, 250, 6),
    S.DECIDING: (7, -60, -30, 60, 70, 250, 6),
}
# Days before today on which it was planned, where that is not ten days before its opening.
PLANNED = {S.DRAFT: -3, S.RELEASED: -230}
# Where in the crowd of invented people the applicants of each begin: after those of the visiting cycles.
OFFSET = {S.RUNNING: 86, S.COMPLETED: 97, S.RELEASED: 98, S.CANCELLED: 102, S.REVIEWING: 103, S.DECIDING: 105}


def load(demo):
    for state in CYCLES:
        demo.once(f"cycle.training.{state}", lambda state=state: plan(demo, state))
    papers = Papers()
    for state, story in STORIES.items():
        if not demo.known(f"story.training.{state}"):
            story(demo, cycle_of(demo, state), papers)
            demo.remember(f"story.training.{state}", cycle_of(demo, state))


def cycle_of(demo, state):
    """As it stands now: the demo's own memory keeps no rows."""
    return Cycle.objects.get(pk=demo.known(f"cycle.training.{state}").pk)


def plan(demo, state):
    back, opens, closes, stop, first, last, seats = CYCLES[state]
    year = demo.known("cycle.next").year - back
    while Cycle.objects.filter(programme=Programme.TRAINING, year=year).exists():
        year -= 1
    cycle = Cycle(
        programme=Programme.TRAINING, year=year, opens_at=demo.instant(opens, 9), closes_at=demo.instant(closes, 23, 59),
        stop_promotion_at=demo.instant(stop, 18), visit_from=demo.day(first), visit_to=demo.day(last), reviews_wanted=1,
        officer=demo.known("person.office"),
    )  # fmt: skip
    now = demo.at(PLANNED.get(state, opens - 10), 15)
    plan_cycle(cycle=cycle, firm=seats, reserve=0, by=demo.known("person.director"), now=now)
    give_criteria(cycle)
    return cycle


def open_it(demo, cycle):
    open_cycle(cycle=cycle, by=demo.known("person.director"), now=demo.set(cycle.opens_at))
    return Cycle.objects.get(pk=cycle.pk)


def apply(demo, cycle, state, papers, count, day, fates=()):
    """The applications of `count` people, each screened where no other fate is given."""
    found = []
    for number in range(1, count + 1):
        one = Applicant(demo, cycle, str(state), number, offset=OFFSET[state], papers=papers)
        fate = dict(fates).get(number, "screened")
        found.append(demo.remember(f"application.training.{state}.{number:02d}", one.apply(fate, day)))
    return found


def to_the_review(demo, cycle, day):
    close_what_is_due(now=demo.at(day - 1, 0, 5))
    office, cycle = demo.known("person.office"), Cycle.objects.get(pk=cycle.pk)
    begin_review(cycle=cycle, by=office, now=demo.at(day, 9))
    assign_evenly(cycle=cycle, by=office, now=demo.at(day, 10))
    return list(ReviewAssignment.objects.filter(application__cycle=cycle).order_by("pk"))


def to_the_meeting(demo, cycle, day):
    """Every review written, and the meeting begun, ten days after the review."""
    for number, review in enumerate(to_the_review(demo, cycle, day)):
        write_review(review, number, demo.at(day + 8, 8 + number % 10))
    reviewing = Cycle.objects.get(pk=cycle.pk)
    begin_deciding(cycle=reviewing, by=demo.known("person.office"), now=demo.at(day + 10, 9))


def decide_and_release(demo, cycle, applications, outcomes, day):
    director = demo.known("person.director")
    for place, (application, outcome) in enumerate(zip(applications, outcomes, strict=True)):
        decide(application=application, outcome=outcome, by=director, now=demo.at(day, 9, place))
    release(cycle=Cycle.objects.get(pk=cycle.pk), by=director, now=demo.at(day, 11))


def running(demo, cycle, papers):
    cycle = open_it(demo, cycle)
    applications = apply(demo, cycle, S.RUNNING, papers, 11, -180)
    to_the_meeting(demo, cycle, -168)
    outcomes = [Outcome.SELECT] * 6 + [Outcome.WAITLIST] * 4 + [Outcome.NOT_SELECTED]
    decide_and_release(demo, cycle, applications, outcomes, -155)
    demo_endings.every_end(demo, cycle, applications)


def completed(demo, cycle, papers):
    cycle = open_it(demo, cycle)
    applications = apply(demo, cycle, S.COMPLETED, papers, 1, -540)
    to_the_meeting(demo, cycle, -528)
    decide_and_release(demo, cycle, applications, [Outcome.SELECT], -512)
    demo_endings.a_year_that_is_over(demo, cycle, applications[0])


def released(demo, cycle, papers):
    cycle = open_it(demo, cycle)
    demo_endings.an_invitation_that_expires(demo, cycle)
    applications = apply(demo, cycle, S.RELEASED, papers, 4, -40, fates={4: "draft"})
    to_the_meeting(demo, cycle, -25)
    outcomes = (Outcome.SELECT, Outcome.WAITLIST, Outcome.NOT_SELECTED)
    decide_and_release(demo, cycle, applications[:3], outcomes, -3)
    demo_endings.taken_back_and_released_again(demo, cycle)


def cancelled(demo, cycle, papers):
    cycle = open_it(demo, cycle)
    apply(demo, cycle, S.CANCELLED, papers, 1, -50)
    reason = "The wards that train are being rebuilt this year."
    cancel_cycle(cycle=cycle, by=demo.known("person.director"), now=demo.at(-40, 10), reason=reason)


def closed(demo, cycle, papers):
    open_it(demo, cycle)
    close_what_is_due(now=demo.at(-29, 0, 5))


def reviewing(demo, cycle, papers):
    cycle = open_it(demo, cycle)
    apply(demo, cycle, S.REVIEWING, papers, 2, -45)
    first, _second = to_the_review(demo, cycle, -25)
    save_review(
        review=first, scores={}, by=first.reviewer, now=demo.at(-20, 16), for_committee="Dates are missing so far."
    )


def deciding(demo, cycle, papers):
    cycle = open_it(demo, cycle)
    applications = apply(demo, cycle, S.DECIDING, papers, 2, -45)
    to_the_meeting(demo, cycle, -25)
    director = demo.known("person.director")
    decide(application=applications[0], outcome=Outcome.SELECT, by=director, now=demo.at(-6, 10))


STORIES = {
    S.RUNNING: running, S.COMPLETED: completed, S.RELEASED: released, S.CANCELLED: cancelled, S.CLOSED: closed,
    S.REVIEWING: reviewing, S.DECIDING: deciding,
}  # fmt: skip
