"""Whatever readers, editors and the clock do in whatever order: the acts themselves, against a notebook that is kept beside.

The notebook knows nothing of tables: who said yes and who left, what stands on the site, and what was told to whom.
"""

from dataclasses import dataclass, field
from datetime import timedelta

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from newsreaders import MONDAY, at, link_of, titles_in

from portal.digest.actions.sending import make_issue, post_copies
from portal.digest.actions.subscribing import CONFIRM, KEEP, ask, choose, confirm, unsubscribe
from portal.digest.models import Subscriber
from portal.digest.queries import open_issues, timing
from portal.digest.rules import FIRST_LOOKS_BACK, hour_after
from portal.mail.models import OutboxMessage
from portal.mail.sending import deliver
from portal.pages.models import StoryPage, Topic

READERS = ("a@clinic.example", "b@clinic.example", "c@yiyuan.example")
SLUGS = ("forum", "research")
HAPPENINGS = (
    *("ask", "confirm", "confirm", "leave", "choose", "write story", "write story", "draft", "unpublish", "publish"),
    *("digest", "digest", "make only", "write", "send", "week off"),
)
wants = st.tuples(st.sampled_from(("en", "zh-hans")), st.sampled_from(((), ("forum",), ("research",))))
courses = st.lists(st.tuples(st.sampled_from(HAPPENINGS), st.integers(0, 5), wants), min_size=5, max_size=25)


@dataclass
class Notebook:
    now: object = MONDAY
    wish: dict = field(default_factory=dict)
    on_since: dict = field(default_factory=dict)
    live: dict = field(default_factory=dict)  # title: (language, topic) of what anybody may read
    stories: dict = field(default_factory=dict)  # title: (page, language, topic, instant)
    asked: dict = field(default_factory=dict)  # address: instants at which the form was sent, of this day
    begins: object = None
    taken: set = field(default_factory=set)  # titles that stood in a digest
    heard: dict = field(default_factory=dict)  # address: titles

    def asks_again(self, address):
        """Whether the form may send this address another mail: three in a day, from the first on."""
        times = self.asked.get(address, [])
        if not times or self.now - times[0] >= timedelta(days=1):
            times = []
        self.asked[address] = [*times, self.now]
        return len(times) < 3

    def news(self):
        fresh = {title for title in self.live if self.stories[title][3] >= self.begins}
        return fresh - self.taken


def happen(book, what, pick, wish, put_on):
    book.now += timedelta(minutes=30)
    address = READERS[pick % len(READERS)]
    subscriber = Subscriber.objects.filter(address=address).first()
    language, slugs = wish
    wishes = {"language": language, "all_topics": not slugs, "topics": list(Topic.objects.filter(slug__in=slugs))}
    if what == "ask":
        ask(address=address, now=at(book.now), **wishes)
        if book.asks_again(address) and address not in book.on_since:
            book.wish[address] = wish
    elif what == "confirm" and subscriber:
        confirm(link=link_of(subscriber, CONFIRM, book.now), now=at(book.now))
        book.on_since.setdefault(address, book.now)
    elif what == "leave" and subscriber:
        unsubscribe(link=link_of(subscriber, KEEP, book.now), now=at(book.now))
        book.on_since.pop(address, None)
    elif what == "choose" and address in book.on_since:
        choose(link=link_of(subscriber, KEEP, book.now), now=at(book.now), **wishes)
        book.wish[address] = wish
    elif what in ("write story", "draft"):
        topic = SLUGS[pick % 2]
        page = put_on(language, topic=topic, instant=book.now, live=what != "draft")
        book.stories[page.title] = (page.pk, language, topic, book.now)
        if what != "draft":
            book.live[page.title] = (language, topic)
    elif what in ("unpublish", "publish") and book.stories:
        title = sorted(book.stories)[pick % len(book.stories)]
        page = StoryPage.objects.get(pk=book.stories[title][0])
        if what == "publish" and not page.live:
            StoryPage.objects.filter(pk=page.pk).update(live=True)
            book.live[title] = book.stories[title][1:3]
        elif what == "unpublish" and page.live:
            StoryPage.objects.filter(pk=page.pk).update(live=False)
            book.live.pop(title)
    elif what == "week off":
        book.now += timedelta(days=7)
    elif what in ("digest", "make only"):
        write(book)
        book.now = hour_after(book.now, timing())
        issue = make_issue(now=at(book.now))
        if issue is not None:
            book.begins = book.begins or issue.due_at - FIRST_LOOKS_BACK
            assert in_issue(issue) == book.news()
            book.taken |= in_issue(issue)
        if what == "digest":
            write(book)
    elif what == "write":
        write(book)
    elif what == "send":
        send(book)


def in_issue(issue):
    return set(StoryPage.objects.filter(pk__in=issue.stories.values("story")).values_list("title", flat=True))


def write(book):
    """Open digests are written, and each mail is held against the notebook."""
    for issue in open_issues():
        before = set(OutboxMessage.objects.values_list("pk", flat=True))
        stories = in_issue(issue) & set(book.live)
        post_copies(issue=issue, now=at(book.now))
        got = {}
        for mail in OutboxMessage.objects.exclude(pk__in=before):
            assert mail.address not in got, "two mails of one digest"
            got[mail.address] = set(titles_in(mail.text))
            assert mail.language == book.wish[mail.address][0]
        expected = {}
        for address, since in book.on_since.items():
            language, slugs = book.wish[address]
            wanted = {
                title for title in stories if book.live[title][0] == language
                if not slugs or book.live[title][1] in slugs
            }  # fmt: skip
            if since <= issue.made_at and wanted:
                expected[address] = wanted
        assert got == expected
        for address, titles in got.items():
            assert not titles & book.heard.get(address, set()), "the same story twice"
            book.heard.setdefault(address, set()).update(titles)


def send(book):
    for mail in OutboxMessage.objects.filter(state="queued", kind="digest.issue"):
        if deliver(mail.pk, now=at(book.now)) == "sent":
            assert mail.address in book.on_since, "sent to somebody who had left"


@pytest.mark.both
@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(courses)
def test_any_order_of_happenings_sends_everybody_what_they_asked_for_once_and_nothing_else(put_on, course):
    with transaction.atomic():
        book = Notebook()
        for what, pick, wish in course:
            happen(book, what, pick, wish, put_on)
        write(book)
        send(book)
        transaction.set_rollback(True)


def test_the_course_is_not_empty_talk(put_on):
    """Mails are written, sent and spared in it."""
    book = Notebook()
    for what in ("write story", "ask", "confirm", "digest", "send", "write story", "leave", "digest"):
        happen(book, what, 0, ("en", ()), put_on)
    assert book.heard == {READERS[0]: {"Story 001"}}
    assert set(OutboxMessage.objects.filter(kind="digest.issue").values_list("state", flat=True)) == {"sent"}
