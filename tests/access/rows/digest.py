"""The news by mail: everybody's form, what mailed links open, and the office's lists of readers."""

from access.table import EVERYBODY, KEEPERS, Row, record_viewset

from portal.access import links
from portal.clock.system import system_now


def link(purpose):
    """kwargs: a fresh token for the first subscriber who gets the news."""

    def make(world):
        subscriber = world.first("portal.Subscriber", state="confirmed")
        return {"token": links.issue(purpose=purpose, person=None, about=subscriber, now=system_now())}

    return make


def no_link(world):
    return {"token": "not-a-token"}


ROWS = [
    Row("digest_subscribe", see=EVERYBODY),
    Row("digest_asked", see=EVERYBODY),
    Row("digest_confirm", see=EVERYBODY, kwargs=link("digest.confirm"), own="with a link"),
    Row("digest_choices", see=EVERYBODY, kwargs=link("digest.keep"), own="with a link"),
    Row("digest_unsubscribe", see=EVERYBODY, kwargs=link("digest.keep"), own="with a link"),
    Row("digest_confirm", see=EVERYBODY, ok=410, kwargs=no_link, own="without one"),
    Row("digest_choices", see=EVERYBODY, ok=410, kwargs=no_link, own="without one"),
    Row("digest_unsubscribe", see=EVERYBODY, ok=410, kwargs=no_link, own="without one"),
    # A link of one purpose opens nothing of another.
    Row("digest_choices", see=EVERYBODY, ok=410, kwargs=link("digest.confirm"), own="with the other link"),
    *record_viewset("subscribers", "portal.Subscriber", KEEPERS, actions={"erase": KEEPERS}),
    *record_viewset("digests", "portal.DigestIssue", KEEPERS),
]
