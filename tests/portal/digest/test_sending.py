"""Who is sent which story in which digest, and when nothing leaves."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from newsreaders import ADDRESS, FRIDAY, MONDAY, WEEK, at, link_of
from wagtail.models import Locale, PageViewRestriction, Revision

from portal.digest.actions import sending
from portal.digest.actions.keeping import pause_those_that_came_back
from portal.digest.actions.sending import make_issue, post_copies
from portal.digest.actions.subscribing import CONFIRM, KEEP, choose, confirm, unsubscribe
from portal.digest.models import DigestIssue, DigestTiming
from portal.digest.tasks import write_digests
from portal.digest.tick import tick
from portal.mail.actions import act_on, hold_all_unsent
from portal.mail.models import MailSecret, OutboxMessage
from portal.mail.sending import settle, take
from portal.pages.models import Topic
from portal.pages.tick import publish_what_is_due

HOUR = timedelta(hours=1)


def leave(subscriber, instant):
    return unsubscribe(link=link_of(subscriber, KEEP, instant), now=at(instant))


def test_each_reader_gets_their_language_and_their_topics(put_on, reader, run_at, digests):
    put_on("en", topic="forum")
    put_on("en", topic="research")
    put_on("zh-hans", topic="research")
    reader("all@clinic.example", "en")
    reader("some@clinic.example", "en", "research")
    reader("du@yiyuan.example", "zh-hans", "research", "forum")
    reader("nothing@clinic.example", "en", "placements")
    assert run_at(FRIDAY) == 3
    assert digests() == [
        ("all@clinic.example", ["Story 002", "Story 001"]),
        ("some@clinic.example", ["Story 002"]),
        ("du@yiyuan.example", ["新闻 003"]),
    ]


def test_nothing_goes_to_an_address_that_was_not_confirmed(put_on, asks, run_at, digests):
    put_on()
    subscriber = asks()
    assert run_at(FRIDAY) == 0
    assert digests() == []
    assert list(OutboxMessage.objects.values_list("kind", flat=True)) == ["digest.confirm"]
    # Confirmed after the digest was made: that one is not sent later on.
    confirm(link=link_of(subscriber, CONFIRM, FRIDAY + HOUR), now=at(FRIDAY + HOUR))
    assert run_at(FRIDAY + 2 * HOUR) == 0


def test_a_story_comes_once_and_a_week_without_news_brings_no_mail(put_on, reader, run_at, digests):
    reader()
    put_on()
    assert [run_at(FRIDAY), run_at(FRIDAY + HOUR), run_at(FRIDAY + WEEK)] == [1, 0, 0]
    put_on(instant=FRIDAY + WEEK + HOUR)
    assert run_at(FRIDAY + 2 * WEEK) == 1
    assert digests() == [(ADDRESS, ["Story 001"]), (ADDRESS, ["Story 002"])]


def test_a_story_that_goes_off_the_site_and_on_again_is_not_told_again(put_on, reader, run_at, digests):
    reader()
    story = put_on()
    run_at(FRIDAY)
    story.unpublish()
    story.save_revision().publish()
    assert run_at(FRIDAY + WEEK) == 0


def test_a_killed_worker_goes_on_where_it_stopped(put_on, reader, digests, monkeypatch):
    put_on()
    readers = [reader(f"{name}@clinic.example").address for name in ("a", "b", "c")]
    issue = make_issue(now=at(FRIDAY))
    original = sending.post_copy

    def killed_after_two(issue, pk, instant):
        if len(digests()) == 2:
            raise KeyboardInterrupt
        return original(issue, pk, instant)

    monkeypatch.setattr(sending, "post_copy", killed_after_two)
    with pytest.raises(KeyboardInterrupt):
        post_copies(issue=issue, now=at(FRIDAY))
    monkeypatch.undo()
    issue.refresh_from_db()
    assert issue.closed_at is None
    assert post_copies(issue=issue, now=at(FRIDAY + HOUR)) == 1
    assert [address for address, _titles in digests()] == readers


def test_who_has_left_gets_nothing(put_on, reader, run_at, digests):
    leave(reader(), MONDAY + HOUR)
    put_on()
    assert run_at(FRIDAY) == 0
    assert digests() == []


def test_who_leaves_while_a_digest_is_written_is_passed_by(put_on, reader, digests):
    put_on()
    subscriber = reader()
    issue = make_issue(now=at(FRIDAY))
    leave(subscriber, FRIDAY + HOUR)
    assert post_copies(issue=issue, now=at(FRIDAY + HOUR)) == 0


@pytest.mark.parametrize("waits", ["queued", "held", "tried in vain"])
def test_what_is_written_and_has_not_left_never_reaches_who_has_left(
    waits, put_on, reader, run_at, leaves, person_with
):
    put_on()
    subscriber = reader()
    run_at(FRIDAY)
    mail = OutboxMessage.objects.get(kind="digest.issue")
    if waits == "held":
        hold_all_unsent(now=at(FRIDAY))
    if waits == "tried in vain":
        taken = take(mail.pk, FRIDAY)
    leave(subscriber, FRIDAY + HOUR)
    mail.refresh_from_db()
    if waits == "held":
        act_on(message=mail, act="let_go", by=person_with("office"), now=at(FRIDAY + HOUR))
    if waits == "tried in vain":
        settle(taken, FRIDAY + HOUR, "452 Full", final=False)
    assert leaves(mail, FRIDAY + 2 * HOUR) is None
    mail.refresh_from_db()
    assert mail.state == "recalled"
    assert not MailSecret.objects.filter(message=mail).exists()


def test_a_held_digest_that_is_let_go_reaches_who_still_wants_it(put_on, reader, run_at, leaves, person_with):
    put_on()
    reader()
    run_at(FRIDAY)
    hold_all_unsent(now=at(FRIDAY))
    mail = OutboxMessage.objects.get(kind="digest.issue")
    act_on(message=mail, act="let_go", by=person_with("office"), now=at(FRIDAY + HOUR))
    assert leaves(mail, FRIDAY + 2 * HOUR)["To"] == ADDRESS


def test_a_choice_made_while_a_digest_is_written_counts(put_on, reader, digests):
    put_on("en")
    put_on("zh-hans")
    subscriber = reader()
    issue = make_issue(now=at(FRIDAY))
    wishes = {"language": "zh-hans", "all_topics": True, "topics": []}
    choose(link=link_of(subscriber, KEEP, FRIDAY), now=at(FRIDAY), **wishes)
    post_copies(issue=issue, now=at(FRIDAY))
    assert digests(language="zh-hans") == [(ADDRESS, ["新闻 002"])]


def test_a_held_back_story_is_told_by_the_first_digest_after_its_instant(put_on, reader, run_at, digests):
    reader()
    story = put_on(live=False, first_published_at=None)
    revision = story.save_revision()
    Revision.objects.filter(pk=revision.pk).update(approved_go_live_at=FRIDAY + HOUR)
    publish_what_is_due(FRIDAY)
    assert run_at(FRIDAY) == 0
    publish_what_is_due(FRIDAY + 2 * HOUR)
    # Wagtail writes the system's own hour.
    type(story).objects.filter(pk=story.pk, live=True).update(first_published_at=FRIDAY + 2 * HOUR)
    assert run_at(FRIDAY + WEEK) == 1
    assert digests() == [(ADDRESS, ["Story 001"])]


def test_drafts_and_pages_that_are_shut_are_no_news(put_on, reader, run_at):
    reader()
    put_on(live=False)
    shut = put_on()
    PageViewRestriction.objects.create(page=shut, restriction_type=PageViewRestriction.LOGIN)
    assert run_at(FRIDAY) == 0


def test_a_story_that_is_withdrawn_before_the_mails_are_written_is_in_none(put_on, reader, digests):
    reader()
    put_on()
    withdrawn = put_on()
    issue = make_issue(now=at(FRIDAY))
    withdrawn.unpublish()
    post_copies(issue=issue, now=at(FRIDAY))
    assert digests() == [(ADDRESS, ["Story 001"])]


def test_a_page_that_lends_its_text_from_the_other_language_is_no_news_of_its_own(put_on, reader, run_at, digests):
    reader("en@clinic.example", "en")
    story = put_on("zh-hans")
    lent = story.copy_for_translation(Locale.objects.get(language_code="en"), copy_parents=False, alias=True)
    type(story).objects.filter(pk=lent.pk).update(live=True, first_published_at=MONDAY)
    assert run_at(FRIDAY) == 0
    assert digests() == []


def test_stories_of_the_archive_are_no_news(put_on, reader, run_at):
    reader()
    put_on(date=(MONDAY - timedelta(days=400)).date())
    assert run_at(FRIDAY) == 0


def test_the_office_switches_it_off_and_the_stories_wait(put_on, reader, run_at, digests):
    timing = DigestTiming.load()
    timing.on = False
    timing.save()
    reader()
    put_on()
    assert run_at(FRIDAY) == 0
    assert not DigestIssue.objects.exists()
    timing.on = True
    timing.save()
    assert run_at(FRIDAY + WEEK) == 1


def test_the_clock_makes_it_and_the_worker_writes_it(put_on, reader, digests):
    put_on()
    reader()
    done = tick(at(FRIDAY))
    assert (done["made"], done["asked"]) == ("2027-03-12", True)
    assert tick(at(FRIDAY + timedelta(minutes=1)))["asked"] is False, "one task waits already"
    write_digests.call()
    assert digests() == [(ADDRESS, ["Story 001"])]
    assert tick(at(FRIDAY + HOUR)) == {"paused": 0, "made": "", "asked": False, "erased": 0, "mails forgotten": 0}


def test_a_mailbox_that_does_not_exist_is_written_to_no_more_until_its_owner_says_so(
    put_on, asks, reader, run_at, digests, person_with, leaves
):
    put_on()
    subscriber = reader()
    run_at(FRIDAY)
    mail = OutboxMessage.objects.get(kind="digest.issue")
    leaves(mail, FRIDAY)
    mail.refresh_from_db()
    act_on(message=mail, act="bounce", by=person_with("office"), now=at(FRIDAY + HOUR))
    assert pause_those_that_came_back(now=at(FRIDAY + HOUR)) == 1
    put_on(instant=FRIDAY + HOUR)
    assert run_at(FRIDAY + WEEK) == 0
    # Asking again, and saying yes by the mail's link, begins anew; the old bounce does not end it a second time.
    asks(instant=FRIDAY + WEEK + HOUR)
    confirm(link=link_of(subscriber, CONFIRM, FRIDAY + WEEK + HOUR), now=at(FRIDAY + WEEK + HOUR))
    assert pause_those_that_came_back(now=at(FRIDAY + WEEK + 2 * HOUR)) == 0
    put_on(instant=FRIDAY + WEEK + HOUR)
    assert run_at(FRIDAY + 2 * WEEK) == 1
    assert digests()[-1] == (ADDRESS, ["Story 003"])


def test_queries_do_not_grow_with_the_stories(put_on, reader):
    counted = []
    for number in (2, 12):
        for _story in range(number):
            put_on()
        subscriber = reader(f"reader{number}@clinic.example")
        instant = FRIDAY + WEEK * len(counted)
        issue = make_issue(now=at(instant))
        with CaptureQueriesContext(connection) as found:
            assert post_copies(issue=issue, now=at(instant)) == 1
        counted.append(len(found))
        leave(subscriber, instant)
    assert counted[1] <= counted[0]  # what is looked up once is known the second time


def test_a_topic_of_a_later_year_reaches_who_wants_all(put_on, reader, run_at, digests):
    reader()
    Topic.objects.create(slug="training", name_en="Training", name_zh="进修")
    put_on(topic="training")
    assert run_at(FRIDAY) == 1
