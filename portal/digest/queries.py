"""What the slice reads: new stories, subscribers who wait for a digest, figures for the office."""

from dataclasses import dataclass

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db.models import Count, F, Q
from django.utils.translation import gettext as _

from portal.mail.models import OutboxMessage
from portal.mail.states import STUCK
from portal.pages.models import StoryPage, Topic
from portal.pages.news import public_stories
from portal.pages.openness import open_pages

from .models import DigestCopy, DigestIssue, DigestStory, DigestTiming, Subscriber
from .rules import (
    FIRST_LOOKS_BACK,
    PAUSED_KEPT,
    UNCONFIRMED_KEPT,
    UNSUBSCRIBED_KEPT,
    NewStory,
    hour_after,
    hour_before,
)
from .states import SubscriberState

LANGUAGES = [code for code, _name in settings.LANGUAGES]


def timing():
    return DigestTiming.load().timing()


def last_issue():
    return DigestIssue.objects.first()


def open_issues():
    """Digests of which some mails are not written yet, the oldest first."""
    return list(DigestIssue.objects.filter(closed_at=None).order_by("due_at"))


def news_begin(now):
    """The instant since which this site has news: a while before its first digest."""
    first = DigestIssue.objects.order_by("due_at").values_list("due_at", flat=True).first()
    return (first or hour_before(now, timing())) - FIRST_LOOKS_BACK


def untold_stories(begins):
    """NewStory of every public story that was put on the site since then and never stood in a digest, newest first.

    A page that only lends its text from the other language, until it is translated, is no story of its language.
    """
    told = DigestStory.objects.exclude(story=None).values("story")
    stories = StoryPage.objects.live().filter(
        open_pages(), locale__language_code__in=LANGUAGES, first_published_at__gte=begins
    )
    lent = Q(alias_of__isnull=False) & ~Q(alias_of__locale=F("locale"))
    rows = stories.exclude(lent).exclude(pk__in=told).order_by("-date", "-pk")
    fields = ("pk", "locale__language_code", "topic_id", "first_published_at", "date")
    return [NewStory(*row) for row in rows.values_list(*fields)]


@dataclass(frozen=True)
class StoryInMail:
    """A story as a mail shows it, and as the rules choose it. url: its path, or its address where that names a host."""

    title: str
    url: str
    intro: str
    date: object
    topic_name: str
    language: str
    topic: int


def stories_in(issue, language):
    """StoryInMail of a digest's stories in a language that are still public, newest first."""
    found = []
    for story in public_stories(language).filter(pk__in=issue.stories.values("story")):
        name = story.topic.named(language)
        url = story.get_url() or ""
        found.append(StoryInMail(story.title, url, story.intro, story.date, name, language, story.topic_id))
    return found


def waiting_for(issue):
    """Keys of subscribers who were confirmed when the digest was made and have no copy of it yet."""
    waiting = Subscriber.objects.filter(state=SubscriberState.CONFIRMED, confirmed_at__lte=issue.made_at)
    return list(waiting.exclude(copies__issue=issue).order_by("pk").values_list("pk", flat=True))


def wants_news(message):
    """Whether the reader of a digest that has not left yet still gets the news."""
    return Subscriber.objects.filter(pk=message.about_id, state=SubscriberState.CONFIRMED).exists()


def mails_that_failed():
    """Mails of this slice that never arrived and stand on the worklist: (message, subscriber or None)."""
    kind = ContentType.objects.get_for_model(Subscriber)
    failed = list(
        OutboxMessage.objects.filter(about_type=kind, state__in=STUCK, settled_at=None, kind__startswith="digest.")
    )
    known = Subscriber.objects.in_bulk({int(message.about_id) for message in failed})
    return [(message, known.get(int(message.about_id))) for message in failed]


# --- For the office -------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Figures:
    """languages: codes in order. states: (label, numbers by language, all). topics: (label, numbers by language, all), of
    the confirmed ones."""

    languages: list
    states: list
    topics: list
    confirmed: int
    last: object
    next_at: object


def figures(now, language):
    """Counts by language and state, and by language and topic, in four queries; the last digest and the next."""
    by_state = Subscriber.objects.order_by().values("state", "language").annotate(count=Count("pk"))
    states = {(row["state"], row["language"]): row["count"] for row in by_state}
    confirmed = Subscriber.objects.order_by().filter(state=SubscriberState.CONFIRMED)
    everything = dict(confirmed.filter(all_topics=True).values_list("language").annotate(Count("pk")))
    chosen = confirmed.filter(all_topics=False).values("topics", "language").annotate(count=Count("pk"))
    topics = {(row["topics"], row["language"]): row["count"] for row in chosen}
    copies = Count("copies")
    return Figures(
        languages=list(settings.LANGUAGES),
        states=[line(state.label, [states.get((state.value, code), 0) for code in LANGUAGES])
                for state in SubscriberState],
        topics=[line(_("All topics"), [everything.get(code, 0) for code in LANGUAGES])]
        + [line(topic.named(language), [topics.get((topic.pk, code), 0) for code in LANGUAGES])
           for topic in Topic.objects.all()],
        confirmed=sum(count for (state, _code), count in states.items() if state == SubscriberState.CONFIRMED),
        last=DigestIssue.objects.annotate(sent=copies).first(),
        next_at=hour_after(now, timing()),
    )  # fmt: skip


def line(label, numbers):
    return {"label": label, "numbers": numbers, "sum": sum(numbers)}


def wanted_topics(subscriber, language):
    """The topics that somebody asked for, in words; "" stands for all."""
    if subscriber.all_topics:
        return ""
    return _(", ").join(topic.named(language) for topic in subscriber.topics.all())


def with_counts(issues):
    """Digests with how many stories stood in each and how many got it."""
    return issues.annotate(story_count=Count("stories", distinct=True), copy_count=Count("copies", distinct=True))


def lapsed(at):
    """Keys of subscribers whose time of keeping is over: never confirmed, or gone for so long. Inside a transaction."""
    over = Q(state=SubscriberState.UNCONFIRMED, asked_at__lt=at - UNCONFIRMED_KEPT)
    # Who asked anew a few days ago has a mail whose link must work.
    asked_long_ago = Q(asked_at__lt=at - UNCONFIRMED_KEPT)
    over |= Q(state=SubscriberState.UNSUBSCRIBED, ended_at__lt=at - UNSUBSCRIBED_KEPT) & asked_long_ago
    over |= Q(state=SubscriberState.PAUSED, ended_at__lt=at - PAUSED_KEPT) & asked_long_ago
    return list(Subscriber.objects.select_for_update().filter(over).values_list("pk", flat=True))


def copies_of(subscriber):
    """The digests that were written to somebody, newest first, with their mails."""
    return (
        DigestCopy.objects.filter(subscriber=subscriber).select_related("issue", "message").order_by("-issue__due_at")
    )


@dataclass(frozen=True)
class Told:
    """A digest as the office reads it. stories: (page, topic). readers: (language, how many got it)."""

    stories: list
    readers: list


def told_in(issue, language):
    stories = StoryPage.objects.filter(pk__in=issue.stories.values("story")).select_related("locale", "topic")
    counts = dict(issue.copies.order_by().values_list("subscriber__language").annotate(Count("pk")))
    return Told(
        stories=[(story, story.topic.named(language)) for story in stories.order_by("locale", "-date", "-pk")],
        readers=[(name, counts.get(code, 0)) for code, name in settings.LANGUAGES],
    )


def wanting(subscribers, topic):
    """Those of the subscribers who get what is told under a topic."""
    return subscribers.filter(Q(all_topics=True) | Q(topics=topic)).distinct()
