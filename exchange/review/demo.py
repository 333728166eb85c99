"""Reviews of the open call, as far as they have come; and where reviewers work or worked besides, which makes a conflict of
interest by itself."""

from exchange.partners.models import Partner

from .actions.assigning import assign
from .actions.reviewing import recuse, save_review
from .models import ReviewerHospital
from .states import Recommendation

# The screened applications of the open call that reviewers have already.
GIVEN = range(29, 37)


def load(demo):
    reviewer2, reviewer3 = demo.known("person.reviewer2"), demo.known("person.reviewer3")
    slavii = Partner.objects.get(slug="klinika-na-slavii")
    demo.once("review.hospital.reviewer2", lambda: ReviewerHospital.objects.create(person=reviewer2, partner=slavii))
    demo.once(
        "review.hospital.reviewer3",
        lambda: ReviewerHospital.objects.create(person=reviewer3, name="Centro Hospitalar do Douro"),
    )
    if demo.known("cycle.next") and not demo.known("review.next"):
        demo.remember("review.next", give_to_reviewers(demo))


def give_to_reviewers(demo):
    """The first assignment takes an application under review, which may come while the call is open."""
    cycle, office = demo.known("cycle.next"), demo.known("person.office")
    keys = [demo.known(f"application.next.{number:02d}").pk for number in GIVEN]
    people = [demo.known("person.reviewer"), demo.known("person.reviewer4")]
    reviews = assign(
        cycle=cycle, applications=keys, people=people, by=office, now=demo.at(-2, 8), due_at=demo.instant(14, 18)
    )
    mine = [review for review in reviews if review.reviewer_id == people[0].pk]
    begin(demo, mine[0])
    finish(demo, mine[1], cycle)
    recuse(review=mine[2], by=people[0], now=demo.at(-2, 9), reason="We published together two years ago.")
    return cycle


def begin(demo, review):
    words = "The dates are clear; I still look for the number of cases."
    save_review(review=review, scores={}, by=review.reviewer, now=demo.at(-2, 8, 30), for_committee=words)


def finish(demo, review, cycle):
    scores = {criterion.pk: 8 for criterion in cycle.criteria.all()}
    save_review(
        review=review, scores=scores, by=review.reviewer, now=demo.at(-2, 8, 50), finish=True,
        recommendation=Recommendation.INVITE, for_committee="Ten unedited cases, four of them failures: honest and useful.",
    )  # fmt: skip
