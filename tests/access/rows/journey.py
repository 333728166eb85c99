"""What a person reads and answers of their own application; somebody else's is not there, not even for the staff."""

from access.table import SIGNED_IN, Row, own_and_anothers

APPLICATION, OFFER = "exchange.Application", "exchange.Offer"


def mine(name, label, **more):
    return own_and_anothers(name, "applicant", label, **more)


ROWS = [
    Row("my_visit", see=SIGNED_IN, ok=302, exact={"applicant": 200}),
    *mine("my_visit_of", APPLICATION, state="selected"),
    *mine("my_visit_withdraw", APPLICATION, state="waitlisted"),
    *mine("offer_accept", OFFER, state="open", method="post", data={"confirmed": "yes"}, ok=302),
    *mine("offer_decline", OFFER, state="open"),
    *mine("offer_give_back", OFFER, state="accepted"),
]
