"""Making a digest when its hour has come, and writing it to everybody who waits for it, once."""

from django.db import IntegrityError, transaction

from .. import messages, queries
from ..models import DigestCopy, DigestIssue, DigestStory, Subscriber
from ..rules import due_hour, news_of, stories_for
from ..states import SubscriberState
from .subscribing import keep_link, locked


def make_issue(*, now):
    """The digest whose hour has come, with what is new; None where none is due, or another clock was quicker.

    One without stories is made too: it says that its hour is over, so that a story of the afternoon waits for next week.
    """
    at = now()
    last = queries.last_issue()
    hour = due_hour(at, queries.timing(), last.due_at if last else None)
    if hour is None:
        return None
    try:
        with transaction.atomic():
            issue = DigestIssue.objects.create(due_at=hour, made_at=at)
            begins = queries.news_begin(at)
            news = news_of(queries.untold_stories(begins), frozenset(), begins)
            DigestStory.objects.bulk_create(DigestStory(issue=issue, story_id=story.key) for story in news)
            if not news:
                close(issue, at)
    except IntegrityError:
        return None
    return issue


def post_copies(*, issue, now):
    """Write the digest to all who wait for it. Killed in the middle, it goes on where it stopped. Returns how many it wrote."""
    written = sum(1 for subscriber_pk in queries.waiting_for(issue) if post_copy(issue, subscriber_pk, now()))
    close(issue, now())
    return written


def post_copy(issue, subscriber_pk, at):
    """One subscriber's mail, and the row that keeps a second one away, in one transaction. None where there is nothing to do.

    What they wish and what is public is read in it: both may have changed since the digest was made.
    """
    try:
        with transaction.atomic():
            subscriber = locked(subscriber_pk)
            if subscriber.state != SubscriberState.CONFIRMED:
                return None
            stories = stories_for(subscriber.wishes(), queries.stories_in(issue, subscriber.language))
            if not stories:
                return None
            copy = DigestCopy.objects.create(issue=issue, subscriber=subscriber)
            copy.message = messages.digest(subscriber, stories=stories, token=keep_link(subscriber, at), now=at)
            copy.save(update_fields=["message"])
            return copy
    except (IntegrityError, Subscriber.DoesNotExist):
        # Another worker wrote it, or the subscriber was erased meanwhile.
        return None


def close(issue, at):
    DigestIssue.objects.filter(pk=issue.pk, closed_at=None).update(closed_at=at)
