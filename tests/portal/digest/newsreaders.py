"""What the digest's tests share: a Monday and the Friday after it, links as mails carry them, and what a mail tells."""

from datetime import UTC, datetime, timedelta

from portal.access import links

# The digest leaves on Fridays at nine in Shanghai.
MONDAY = datetime(2027, 3, 8, 4, 0, tzinfo=UTC)
FRIDAY = datetime(2027, 3, 12, 1, 0, tzinfo=UTC)
WEEK = timedelta(days=7)
ADDRESS = "j.okonkwo@chest-review.example"


def at(instant):
    return lambda: instant


def link_of(subscriber, purpose, instant):
    """As whoever opened the mail has it; the mail's own token is kept by nobody."""
    token = links.issue(purpose=purpose, person=None, about=subscriber, now=instant)
    return links.find(token, purpose=purpose, now=instant)


def titles_in(text):
    return [line for line in text.splitlines() if line.startswith(("Story ", "新闻 "))]
