"""What a person reads and answers of their own application; somebody else's is not there, not even for the staff."""

from access.table import SIGNED_IN, Row

APPLICANT = frozenset({"applicant"})


def own(world):
    return {"pk": world.own("exchange.Application", "applicant").pk}


def anothers_offer(world):
    return {"pk": world.first("exchange.Offer", state="open").pk}


ROWS = [
    Row("my_visit", see=SIGNED_IN, ok=(200, 302)),
    Row("my_visit_of", see=APPLICANT, kwargs=own, hidden=404),
    Row("my_visit_withdraw", see=APPLICANT, kwargs=own, ok=(200, 403, 409), hidden=404, exact={}),
    Row("offer_accept", kwargs=anothers_offer, hidden=404, method="post"),
    Row("offer_decline", kwargs=anothers_offer, hidden=404),
    Row("offer_give_back", kwargs=anothers_offer, hidden=404),
]
