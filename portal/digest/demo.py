"""The demo's subscribers, by the form's and the links' own acts, and the last digest. Invented."""

from datetime import timedelta

from portal.access import links
from portal.mail.actions import act_on
from portal.mail.tasks import deliver_mail
from portal.pages.models import Topic

from .actions.keeping import pause_those_that_came_back
from .actions.sending import make_issue, post_copies
from .actions.subscribing import CONFIRM, KEEP, ask, confirm, unsubscribe
from .models import Subscriber
from .queries import timing
from .rules import hour_before

ALL = ()
# key: address, language, topics (ALL for all), days ago, and whether the link was opened
READERS = {
    "1": ("h.verbeke@uz-haspengouw.example", "en", ALL, 160),
    "2": ("pavla.nemcova@fn-podhuri.example", "en", ("visiting-plan",), 121),
    "3": ("redaktion@lungenblatt.example", "en", ("research", "forum"), 97),
    "4": ("j.okonkwo@chest-review.example", "en", ALL, 40),
    "5": ("jiangwen@xiongke.example", "zh-hans", ALL, 150),
    "6": ("lixiaohe@yixueyuan.example", "zh-hans", ("placements", "visiting-plan"), 88),
    "7": ("gumin@yiyaobao.example", "zh-hans", ALL, 61),
    "8": ("songyue@fei-ai.example", "zh-hans", ("research",), 20),
    "left": ("m.aubry@chu-mondeville.example", "en", ALL, 70),
    "back": ("oud.adres@kliniek-west.example", "en", ALL, 66),
}
ASKED = {
    "new": ("nieuwsbrief@thorax-noord.example", "en", ("forum",), 1),
    "quiet": ("chenlu@yiyuan.example", "zh-hans", ALL, 4),
}


def load(demo):
    for key, reader in {**READERS, **ASKED}.items():
        if demo.known(f"subscriber.{key}") is None:
            subscribe(demo, key, *reader, says_yes=key in READERS)
    last_digest(demo)
    came_back(demo)
    left(demo)


def subscribe(demo, key, address, language, topics, days, *, says_yes):
    rows = list(Topic.objects.filter(slug__in=topics))
    ask(address=address, language=language, all_topics=not topics, topics=rows, now=demo.at(-days, 9, 12))
    subscriber = demo.remember(f"subscriber.{key}", Subscriber.objects.get(address=address))
    if says_yes:
        now = demo.set(demo.now() + timedelta(minutes=9))
        confirm(link=link(subscriber, CONFIRM, now), now=now)


def link(subscriber, purpose, now):
    """As whoever opened the mail has it; the mail's own token is kept by nobody."""
    token = links.issue(purpose=purpose, person=None, about=subscriber, now=now())
    return links.find(token, purpose=purpose, now=now())


def last_digest(demo):
    """That of the last hour at which one was to leave."""
    if demo.known("digest.last"):
        return
    now = demo.set(hour_before(demo.real_instant, timing()))
    issue = make_issue(now=now)
    if issue is not None:
        post_copies(issue=issue, now=now)
        demo.remember("digest.last", issue)


def came_back(demo):
    """One digest was let go by the office, and came back: its reader gets nothing until the address is confirmed again."""
    subscriber, office = demo.known("subscriber.back"), demo.known("person.office")
    copy = subscriber.copies.exclude(message=None).select_related("message").first()
    if copy is None or subscriber.state != "confirmed":
        return
    now = demo.back_to_the_present()
    act_on(message=copy.message, act="let_go", by=office, now=now)
    deliver_mail.call(copy.message_id)
    copy.message.refresh_from_db()
    act_on(message=copy.message, act="bounce", by=office, now=now)
    pause_those_that_came_back(now=now)


def left(demo):
    subscriber = demo.known("subscriber.left")
    if subscriber.state == "confirmed":
        now = demo.back_to_the_present()
        unsubscribe(link=link(subscriber, KEEP, now), now=now)
