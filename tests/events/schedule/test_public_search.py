"""Sessions, talks and speakers in the public's search: what was released, as long as its edition is public."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from events.editions.actions import archive_edition, publish_edition, withdraw_edition
from events.editions.models import Edition, SubForum
from events.schedule.actions import cancel_session, save_session
from events.schedule.models import Session
from portal.pages.models import SearchEntry
from portal.pages.searching import index

pytestmark = pytest.mark.django_db


@pytest.fixture
def sleeve(pages, session, speaker):
    """A session with a chair and a talk, not released."""
    return session(
        title_en="Sleeve resection", title_zh="袖式切除", chairs=[speaker(surname="Kądzielawa", given_names="Zdzisław")],
        talks=[speaker(surname="Shen", given_names="Zhiyao", chinese_name="沈之遥")],
    )  # fmt: skip


def test_nothing_is_found_before_the_schedule_is_released(sleeve, ask):
    index.renew_all()
    assert ask("sleeve").count == ask("沈之遥").count == 0


@pytest.mark.parametrize(
    ("question", "at", "names"),
    [
        ("sleeve", "en", ["/en/forum/2027/sessions/sleeve-resection/"]),
        ("袖式", "zh-hans", ["/zh-hans/forum/2027/sessions/sleeve-resection/"]),
        ("Talk 0", "en", ["/en/forum/2027/sessions/sleeve-resection/"]),
        ("报告0", "zh-hans", ["/zh-hans/forum/2027/sessions/sleeve-resection/"]),
        ("Kadzielawa", "en", ["Zdzisław Kądzielawa", "/en/forum/2027/sessions/sleeve-resection/"]),
        ("沈之遥", "zh-hans", ["沈之遥", "/zh-hans/forum/2027/sessions/sleeve-resection/"]),
        ("Zhiyao", "zh-hans", ["沈之遥", "/en/forum/2027/sessions/sleeve-resection/"]),
    ],
)
def test_sessions_talks_and_people_are_found(sleeve, release, ask, question, at, names):
    release()
    listed = ask(question, at)
    assert listed.names[: len(names)] == names


def test_every_hit_opens(sleeve, release, ask, client):
    release()
    for question, at in (("sleeve", "en"), ("袖式", "zh-hans"), ("Kadzielawa", "en"), ("2027", "en")):
        for hit in ask(question, at).hits:
            address, _hash, anchor = hit.url.partition("#")
            answer = client.get(address)
            assert answer.status_code == 200
            assert not anchor or f'id="{anchor}"' in answer.content.decode()


@pytest.mark.both
def test_what_was_changed_since_the_release_is_not_found(sleeve, release, ask, office, now):
    release()
    one = Session.objects.get(pk=sleeve.pk)
    one.title_en = "A wallaby"
    save_session(session=one, by=office, now=now)
    index.renew_all()
    assert (ask("wallaby").count, ask("sleeve", kind="session").count) == (0, 1)
    release()
    assert (ask("wallaby", kind="session").count, ask("sleeve", kind="session").count) == (1, 0)
    assert not SearchEntry.objects.filter(title="Sleeve resection").exists()


def test_a_cancelled_session_is_not_found(sleeve, session, release, ask, office, now):
    session()
    release()
    cancel_session(session=sleeve, by=office, now=now, reason="Ill")
    release()
    assert ask("sleeve", kind="session").count == 0


def test_lunch_is_not_found(sleeve, session, release, ask):
    session(title_en="Wallaby for everybody", kind="common", room=None)
    release()
    assert ask("wallaby").count == 0


@pytest.mark.both
def test_an_edition_taken_off_the_site_is_found_nowhere_and_comes_back(sleeve, release, edition, ask, office, now):
    release()
    wanted = {question: ask(question).names for question in ("sleeve", "Kadzielawa", "Forum 2027")}
    assert all(wanted.values())
    withdraw_edition(edition=edition, by=office, now=now, reason="Dates may change")
    assert ask("sleeve").count == ask("Kadzielawa").count == 0
    assert "/en/forum/2027/" not in ask("Forum 2027").names
    publish_edition(edition=Edition.objects.get(pk=edition.pk), by=office, now=now)
    assert {question: ask(question).names for question in wanted} == wanted


def test_an_archived_edition_stays(sleeve, release, edition, ask, office, noon):
    release()
    archive_edition(edition=edition, by=office, now=lambda: noon.replace(year=2028))
    assert ask("sleeve", kind="session").count == 1


def test_an_edition_is_found_by_its_place_and_parts(pages, session, release, edition, ask):
    SubForum.objects.create(edition=edition, slug="oesophagus", name_en="Oesophagus", name_zh="食管")
    session(sub_forum=edition.sub_forums.get(slug="oesophagus"), title_en="Of it")
    release()
    assert "/en/forum/2027/" in ask("esophagus").names
    assert "/zh-hans/forum/2027/" in ask("食管", "zh-hans").names
    assert "/en/forum/2027/" in ask("Shanghai", kind="edition").names


@pytest.mark.both
def test_a_person_of_two_editions_is_one_hit(sleeve, release, edition, series, ask, office, now):
    from events.schedule.actions import release_schedule
    from events.schedule.models import Talk
    from events.speakers.models import Speaker

    release()
    spoke = Speaker.objects.get(person__surname="Shen")
    other = Edition.objects.create(
        series=series, slug="2028", title_en="Forum 2028", title_zh="2028年论坛",
        starts_on=edition.starts_on.replace(year=2028), ends_on=edition.ends_on.replace(year=2028),
    )  # fmt: skip
    again = Speaker.objects.create(
        edition=other, person=spoke.person, affiliation_en="Elsewhere", affiliation_zh="别处", city_en="Brno",
        city_zh="布尔诺", country="CZ",
    )  # fmt: skip
    later = {"starts_at": sleeve.starts_at.replace(year=2028), "ends_at": sleeve.ends_at.replace(year=2028)}
    second = Session(edition=other, title_en="Another", title_zh="另一场", **later)
    second.chairs, second.talks = [], [Talk(title_en="T", title_zh="报告", speaker=again, minutes=20)]
    save_session(session=second, by=office, now=now)
    publish_edition(edition=other, by=office, now=now)
    release_schedule(edition=Edition.objects.get(pk=other.pk), by=office, now=now)
    (hit,) = ask("Zhiyao", kind="person").hits
    assert hit.url.startswith("/en/forum/2028/")
    assert ask("Zhiyao", kind="person", year="2027").hits[0].url.startswith("/en/forum/2027/")


def test_queries_do_not_grow_with_the_sessions(client, pages, session, speaker, release):
    counted = []
    for rows in (5, 45):
        for _number in range(rows):
            session(title_en="Sleeve", talks=[speaker(), speaker()])
        release()
        client.get("/en/search/?q=sleeve")
        with CaptureQueriesContext(connection) as captured:
            assert client.get("/en/search/?q=sleeve").context["count"] >= rows
        counted.append(len(captured))
    assert counted[0] == counted[1] <= 12
