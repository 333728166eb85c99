"""A founded site with stories, readers who asked by the form's own acts, and mails as they leave the house."""

import email
from email.policy import default
from pathlib import Path

import pytest
from django.conf import settings
from newsreaders import ADDRESS, MONDAY, at, link_of, titles_in


@pytest.fixture
def site(db):
    from portal.pages.founding import found_site

    return found_site(at(MONDAY))


@pytest.fixture
def put_on(site):
    """put_on(code, topic="forum", at=MONDAY, **fields) is a story that went on the site at that instant."""
    from portal.pages.models import NewsIndexPage, StoryPage, Topic

    def make(code="en", *, topic="forum", instant=MONDAY, **fields):
        number = StoryPage.objects.count() + 1
        words = ("Story", "two sentences in all") if code == "en" else ("新闻", "共两句话")
        defaults = {
            "title": f"{words[0]} {number:03}", "slug": f"story-{number}", "date": instant.date(), "intro": words[1],
            "topic": Topic.objects.get(slug=topic), "body": [("paragraph", "<p>…</p>")], "live": True,
            "first_published_at": instant,
        }  # fmt: skip
        return NewsIndexPage.objects.get(locale__language_code=code).add_child(instance=StoryPage(**defaults | fields))

    return make


@pytest.fixture
def asks(site):
    """asks(address, code, *slugs, instant=MONDAY): the row of somebody who sent the form. No slug means all topics."""
    from portal.digest.actions.subscribing import ask
    from portal.digest.models import Subscriber
    from portal.pages.models import Topic

    def make(address=ADDRESS, code="en", *slugs, instant=MONDAY):
        topics = list(Topic.objects.filter(slug__in=slugs))
        ask(address=address, language=code, all_topics=not slugs, topics=topics, now=at(instant))
        return Subscriber.objects.get(address=address)

    return make


@pytest.fixture
def reader(asks):
    """reader(…) as `asks`, and the link of the mail was opened and sent."""
    from portal.digest.actions.subscribing import CONFIRM, confirm

    def make(*wish, instant=MONDAY):
        subscriber = asks(*wish, instant=instant)
        return confirm(link=link_of(subscriber, CONFIRM, instant), now=at(instant))[0]

    return make


@pytest.fixture
def run_at(site):
    """run_at(instant): the digest of that hour, made and written; how many mails it wrote."""
    from portal.digest.actions.sending import make_issue, post_copies
    from portal.digest.queries import open_issues

    def run(instant):
        make_issue(now=at(instant))
        return sum(post_copies(issue=issue, now=at(instant)) for issue in open_issues())

    return run


@pytest.fixture
def digests():
    """digests(): what was written to whom, in order: [(address, titles)]."""
    from portal.mail.models import OutboxMessage

    def read(**conditions):
        rows = OutboxMessage.objects.filter(kind="digest.issue", **conditions).order_by("pk")
        return [(mail.address, titles_in(mail.text)) for mail in rows]

    return read


@pytest.fixture
def leaves():
    """leaves(message, instant): the mail as the server got it, None where it did not leave."""
    from portal.mail.sending import deliver

    def send(message, instant):
        folder = Path(settings.EMAIL_FILE_PATH)
        before = set(folder.glob("*.log")) if folder.exists() else set()
        if deliver(message.pk, now=at(instant)) != "sent":
            return None
        (written,) = set(folder.glob("*.log")) - before
        return email.message_from_bytes(written.read_bytes().partition(b"\n" + b"-" * 79)[0], policy=default)

    return send
