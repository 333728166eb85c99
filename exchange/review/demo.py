"""Where the demo's reviewers work or worked besides: what makes a conflict of interest by itself."""

from exchange.partners.models import Partner

from .models import ReviewerHospital


def load(demo):
    reviewer2, reviewer3 = demo.known("person.reviewer2"), demo.known("person.reviewer3")
    slavii = Partner.objects.get(slug="klinika-na-slavii")
    demo.once("review.hospital.reviewer2", lambda: ReviewerHospital.objects.create(person=reviewer2, partner=slavii))
    demo.once(
        "review.hospital.reviewer3",
        lambda: ReviewerHospital.objects.create(person=reviewer3, name="Centro Hospitalar do Douro"),
    )
