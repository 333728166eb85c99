"""Whenever the clock ticks and whatever the office sets, digests keep their distance and no story is told twice.

The rules alone, without a database; what the actions make of them is asked in tests/portal/digest/test_who_gets_what.py.
"""

from datetime import UTC, date, datetime, time, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from portal.digest.rules import (
    APART,
    ARCHIVE,
    LATE_BY,
    SHANGHAI,
    WEEK,
    NewStory,
    Timing,
    Wishes,
    due_hour,
    hour_after,
    hour_before,
    is_news,
    news_of,
    stories_for,
)

START = datetime(2027, 3, 8, 0, 0, tzinfo=UTC)
LANGUAGES = ("en", "zh-hans")

timings = st.builds(Timing, weekday=st.integers(0, 6), at=st.times().map(lambda at: at.replace(microsecond=0)))
instants = st.integers(0, 3 * 365 * 24 * 60).map(lambda minutes: START + timedelta(minutes=minutes))
waits = st.lists(st.integers(1, 60 * 24 * 9), min_size=1, max_size=60)
stories = st.lists(
    st.builds(
        NewStory,
        key=st.integers(1, 40),
        language=st.sampled_from(LANGUAGES),
        topic=st.integers(1, 4),
        first_published_at=instants,
        day=instants.map(datetime.date),
    ),
    max_size=30,
    unique_by=lambda story: story.key,
)
wishes = st.builds(
    Wishes,
    language=st.sampled_from(LANGUAGES),
    all_topics=st.booleans(),
    topics=st.frozensets(st.integers(1, 4)),
)


@given(instants, timings)
def test_the_hours_before_and_after_an_instant_are_a_week_apart_and_stand_on_the_chosen_day(now, timing):
    before, after = hour_before(now, timing), hour_after(now, timing)
    assert before <= now < after
    assert after - before == WEEK
    for hour in (before, after):
        local = hour.astimezone(SHANGHAI)
        assert (local.weekday(), local.time()) == (timing.weekday, timing.at)


@given(instants, timings, st.none() | instants)
def test_nothing_is_due_while_digests_are_switched_off(now, timing, last):
    off = Timing(timing.weekday, timing.at, on=False)
    assert due_hour(now, off, last) is None
    assert hour_after(now, off) is None


@settings(max_examples=300, deadline=None)
@given(waits, st.lists(timings, min_size=1, max_size=5), st.data())
def test_however_the_clock_ticks_and_the_office_moves_the_hour_digests_stay_apart(ticks, hours, data):
    now, made = START, []
    for wait in ticks:
        now += timedelta(minutes=wait)
        hour = due_hour(now, data.draw(st.sampled_from(hours)), made[-1] if made else None)
        if hour is not None:
            assert timedelta(0) <= now - hour < LATE_BY, "made in the future, or long after its hour"
            made.append(hour)
    assert all(later - earlier >= APART for earlier, later in zip(made, made[1:], strict=False))


@settings(max_examples=100, deadline=None)
@given(timings, st.lists(st.integers(1, 60 * 11), min_size=200, max_size=300))
def test_a_clock_that_never_sleeps_for_long_makes_one_digest_for_every_hour(timing, ticks):
    now, made = START, []
    for wait in ticks:
        now += timedelta(minutes=wait)
        hour = due_hour(now, timing, made[-1] if made else None)
        if hour is not None:
            made.append(hour)
    first = hour_after(START, timing)
    passed = [first + WEEK * number for number in range(500) if first + WEEK * number <= now]
    # That of before the course may be made at its beginning, while it is not late yet.
    assert [hour for hour in made if hour >= first] == passed
    assert len(made) - len(passed) in (0, 1)


@given(stories, st.lists(wishes, max_size=6), st.integers(1, 6))
def test_a_story_is_told_in_one_digest_and_to_whoever_asked_for_it(rows, readers, digests):
    told, heard = set(), []
    for number in range(digests):
        so_far = [story for story in rows if story.key % digests <= number]  # some are put on the site later
        news = news_of(so_far, told, START)
        assert not told & {story.key for story in news}
        told |= {story.key for story in news}
        heard += [(place, story) for place, wish in enumerate(readers) for story in stories_for(wish, news)]
    assert len(heard) == len({(place, story.key) for place, story in heard}), "somebody was told a story twice"
    for place, story in heard:
        wish = readers[place]
        assert story.language == wish.language
        assert wish.all_topics or story.topic in wish.topics
    for place, wish in enumerate(readers):
        asked_for = {
            story.key
            for story in rows
            if is_news(story, START) and story.language == wish.language
            if wish.all_topics or story.topic in wish.topics
        }
        assert asked_for == {story.key for at, story in heard if at == place}, "somebody missed a story"


@given(instants, st.integers(-400, 400))
def test_news_is_what_was_put_on_this_site_and_is_not_of_the_archive(put_on, days):
    day = put_on.astimezone(SHANGHAI).date() - timedelta(days=days)
    story = NewStory(1, "en", 1, put_on, day)
    assert is_news(story, put_on) == (days <= ARCHIVE.days)
    assert not is_news(story, put_on + timedelta(microseconds=1))


def test_a_digest_that_slept_through_its_hour_waits_for_the_next_and_takes_its_stories_along():
    timing = Timing(weekday=4, at=time(9))
    hour = datetime(2027, 3, 12, 9, 0, tzinfo=SHANGHAI)
    assert due_hour(hour, timing, None) == hour
    assert due_hour(hour + LATE_BY - timedelta(seconds=1), timing, None) == hour
    assert due_hour(hour + LATE_BY, timing, None) is None
    story = NewStory(1, "en", 1, hour - timedelta(days=1), date(2027, 3, 11))
    assert news_of([story], set(), hour - timedelta(days=31)) == [story]
