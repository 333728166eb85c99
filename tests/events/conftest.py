"""A published edition of two days with sessions made by the office's own action.

office              a member of staff
edition             published, Sat 30 and Sun 31 October 2027 (Europe changes its clocks that night)
room(), speaker()   one more of each
session(**fields)   one more session of the edition, two a day and room, saved by the office
pages               {language: live page of the edition} below a forum's page, with home pages
"""

from datetime import date, datetime, timedelta
from itertools import count
from zoneinfo import ZoneInfo

import pytest

from portal.access.roles import Role

SHANGHAI = ZoneInfo("Asia/Shanghai")
SATURDAY = date(2027, 10, 30)


@pytest.fixture
def office(person_with):
    return person_with(Role.OFFICE, surname="Zhou", given_names="Min", chinese_name="周敏")


@pytest.fixture
def series(db):
    from events.editions.models import ForumSeries

    return ForumSeries.objects.create(slug="series", name_en="The Forum", name_zh="论坛")


@pytest.fixture
def draft_edition(series):
    from events.editions.models import Edition, SubForum

    edition = Edition.objects.create(
        series=series,
        slug="2027",
        title_en="Forum 2027",
        title_zh="2027年论坛",
        starts_on=SATURDAY,
        ends_on=SATURDAY + timedelta(days=1),
        venue_en="Shanghai",
        venue_zh="上海",
    )
    for slug, name, chinese in (("lung", "Lung", "肺"), ("heart", "Heart", "心脏")):
        SubForum.objects.create(edition=edition, slug=slug, name_en=name, name_zh=chinese)
    return edition


@pytest.fixture
def edition(draft_edition, office, now):
    from events.editions.actions import publish_edition

    return publish_edition(edition=draft_edition, by=office, now=now)


@pytest.fixture
def room(db):
    from portal.hospital.models import Room

    numbers = count(1)

    def make():
        number = next(numbers)
        return Room.objects.create(name_en=f"Room {number}", name_zh=f"第{number}会议室", order=number)

    return make


@pytest.fixture
def speaker(edition):
    from events.speakers.models import Speaker
    from portal.people.models import User

    numbers = count(1)

    def make(**names):
        number = next(numbers)
        person = User.objects.create_user(**{"given_names": "Jiří", "surname": f"Šimůnek{number}", **names})
        return Speaker.objects.create(
            edition=edition,
            person=person,
            name_language="cs",
            affiliation_en="Hospital",
            affiliation_zh="医院",
            city_en="Prague",
            city_zh="布拉格",
            country="CZ",
        )

    return make


@pytest.fixture
def draft_session(edition, room):
    from events.schedule.models import Session, Talk

    numbers = count()
    rooms = []

    def make(*, day=0, clock=None, hours=1, chairs=(), talks=(), **fields):
        number = next(numbers)
        if number % 4 == 0:
            rooms.append(room())
        starts = datetime.combine(SATURDAY + timedelta(days=day), datetime.min.time(), tzinfo=SHANGHAI)
        starts += timedelta(hours=clock if clock is not None else 9 + 2 * (number % 4))
        words = {"title_en": f"Session {number}", "title_zh": f"场次{number}"}
        session = Session(
            **{
                "edition": edition,
                "starts_at": starts,
                "ends_at": starts + timedelta(hours=hours),
                "room": rooms[-1],
                **words,
                **fields,
            }
        )
        session.chairs = list(chairs)
        session.talks = [
            Talk(title_en=f"Talk {place}", title_zh=f"报告{place}", speaker=who, minutes=20, sort_order=place)
            for place, who in enumerate(talks)
        ]
        return session

    return make


@pytest.fixture
def session(draft_session, office, now):
    from events.schedule.actions import save_session

    def make(**fields):
        return save_session(session=draft_session(**fields), by=office, now=now)

    return make


@pytest.fixture
def release(edition, office, now):
    from events.schedule.actions import release_schedule

    return lambda: release_schedule(edition=edition, by=office, now=now)


@pytest.fixture
def forum_pages(db, series, now):
    """{language: the forum's page}, twins of each other."""
    from events.editions.demo import translated
    from events.editions.models import ForumPage
    from portal.pages.founding import found_site

    homes = found_site(now)
    page = homes["en"].add_child(instance=ForumPage(title="The forum", slug="forum", series=series))
    page.save_revision().publish()
    return {"en": page, "zh-hans": translated(page, "论坛", "", "")}


@pytest.fixture
def pages(forum_pages, edition):
    from events.editions.demo import translated
    from events.schedule.models import EditionPage

    page = forum_pages["en"].add_child(instance=EditionPage(title="Forum 2027", edition=edition))
    page.save_revision().publish()
    return {"en": page, "zh-hans": translated(page, "2027年论坛", "", "")}
