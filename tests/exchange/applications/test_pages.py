"""The form's pages without a script: from the first visit to the receipt, and what can go wrong on the way."""

import json
from datetime import datetime, timedelta

import pytest
from applying import ANSWERS, DURING, SHANGHAI, everything, give_file, reread
from django.core.files.uploadedfile import SimpleUploadedFile

from exchange.applications.models import Application
from portal.mail.models import MailSecret, OutboxMessage
from portal.people.models import User

pytestmark = pytest.mark.usefixtures("lists", "clock")
BASE = "/en/apply/VE-2027/"


def code_in_newest_mail():
    return MailSecret.objects.filter(mark="code").latest("pk").value


def fill_in(client, base=BASE, **changes):
    """Post every section as a browser without a script does."""
    texts = everything(**changes)
    for section, fields in ANSWERS.items():
        data = {name: texts[name] for name in fields}
        if section == "training":
            data["specialty"] = texts["specialty"]
        if section == "proposal":
            data["participation"] = data["participation"].split(",")
        answer = client.post(f"{base}{section}/", data | {"go": "next"})
        assert answer.status_code == 302, (section, answer.content.decode()[:3000])


def join(client, address):
    answer = client.post(f"{BASE}join/", {"email": address})
    return client.post(answer.url, {"code": code_in_newest_mail()}, follow=True)


def test_the_page_before_the_form_says_what_one_wants_to_know(client, cycle):
    page = client.get(BASE).content.decode()
    for words in ("Who can apply", "Who pays", "What is given", "Which papers", "How long it takes", "A person to ask",
                  "zhou@office.example", "23:59", "17:59", "you send your data to China"):  # fmt: skip
        assert words in page


def test_from_the_first_visit_to_the_receipt(client, cycle):
    assert client.post(BASE, {"time_zone": "Europe/Prague"}).url == f"{BASE}you/"
    fill_in(client)
    draft = Application.objects.get()
    assert (draft.person, draft.time_zone) == (None, "Europe/Prague")
    give_file(draft, "cv")
    give_file(draft, "registration", name="register.pdf")
    page = join(client, "Jana@Thorax.example")
    assert page.redirect_chain[-1][0] == f"{BASE}check/"
    person = User.objects.get(email="jana@thorax.example")
    assert (reread(draft).person, person.emailaddress_set.get().verified) == (person, True)
    assert client.post(f"{BASE}check/", {}).status_code == 200
    answer = client.post(f"{BASE}check/", {"consent": "yes"})
    assert answer.url == f"/en/my/applications/{draft.pk}/"
    assert "VE-2027-001" in client.get(answer.url).content.decode()
    again = client.post(f"{BASE}check/", {"consent": "yes"})
    assert again.url == answer.url
    assert OutboxMessage.objects.filter(kind="applications.received").count() == 1


def test_another_device_needs_the_code_and_finds_everything(client, cycle, django_user_model):
    from django.test import Client

    client.post(BASE, {})
    fill_in(client)
    join(client, "jana@thorax.example")
    other = Client()
    assert other.get(f"{BASE}you/").url == BASE
    answer = other.post("/en/accounts/login/code/", {"email": "jana@thorax.example"})
    other.post(answer.url, {"code": code_in_newest_mail()})
    page = other.get(f"{BASE}proposal/").content.decode()
    assert everything()["proposal"] in page
    assert 'value="2027-09-06"' in page


def test_the_cookie_is_for_the_forms_pages_alone_and_for_no_script(client, cycle):
    client.post(BASE, {})
    cookies = {name: client.cookies[name] for name in ("draft_en", "draft_zh")}
    assert [cookie["path"] for cookie in cookies.values()] == ["/en/apply/", "/zh-hans/apply/"]
    assert all(cookie["httponly"] and cookie["samesite"] == "Lax" for cookie in cookies.values())
    assert cookies["draft_en"].value not in str(Application.objects.values_list("browser_digest", flat=True)[0])


def test_nobody_learns_who_has_an_account(client, cycle, expert):
    from django.test import Client

    pages = []
    for address in ("jana@thorax.example", "nobody@thorax.example"):
        visitor = Client()
        visitor.post(BASE, {})
        answer = visitor.post(f"{BASE}join/", {"email": address})
        page = visitor.get(answer.url).content.decode()
        pages.append((answer.status_code, answer.url, page.count("<input"), "code" in page))
    assert pages[0] == pages[1]
    kinds = OutboxMessage.objects.order_by("pk").values_list("kind", "subject")
    assert kinds[0] == kinds[1]


def test_an_account_with_a_draft_chooses_and_loses_nothing(client, cycle, draft, expert):
    client.post(BASE, {})
    client.post(f"{BASE}you/", {"surname": "Of the browser"})
    page = join(client, "jana@thorax.example")
    assert "You already have an application for this call" in page.content.decode()
    client.post(f"{BASE}joined/", {"keep": "browser"})
    assert Application.objects.get(person=expert, state="draft").surname == "Of the browser"
    assert Application.objects.get(pk=draft.pk).state == "withdrawn"


def test_what_is_wrong_is_named_and_everything_is_kept(client, cycle):
    client.post(BASE, {})
    data = {
        "participation": ["lecture"], "proposal": "word " * 410, "window_1_from": "2027-10-18", "window_1_to": "2027-10-04",
    }  # fmt: skip
    page = client.post(f"{BASE}proposal/", data).content.decode()
    assert "<title>2 problems: Proposal and dates" in page
    assert "Window 1 ends on 4 October, before it begins on 18 October. Change one of the two dates." in page
    assert "The text has 410 words. The limit is 400: shorten it by 10." in page
    assert 'href="#id_window_1_to"' in page
    assert "word " * 410 in page


def test_a_form_open_across_the_deadline_keeps_the_draft_and_says_so(client, cycle, full_draft, expert, clock):
    clock(datetime(2027, 4, 1, 0, 0, 0, tzinfo=SHANGHAI))
    client.force_login(expert)
    page = client.post(f"{BASE}check/", {"consent": "yes"}).content.decode()
    assert "The call has closed. Your draft is kept" in page
    client.post(f"{BASE}training/", {"post": "Chief"})
    draft = reread(full_draft)
    assert (draft.state, draft.post) == ("draft", "Chief")


def test_the_last_second_counts_on_the_page_too(client, cycle, full_draft, expert, clock):
    clock(datetime(2027, 3, 31, 23, 59, 59, tzinfo=SHANGHAI))
    client.force_login(expert)
    client.post(f"{BASE}check/", {"consent": "yes"})
    assert reread(full_draft).state == "submitted"


def test_a_session_that_ended_comes_back_with_everything(client, cycle, draft, expert):
    answer = client.post(f"{BASE}training/", {"application": str(draft.pk), "post": "Chief", "training": "Long text"})
    assert answer.url == "/en/accounts/login/?next=/en/apply/VE-2027/training/"
    client.post("/en/accounts/login/", {"login": "jana@thorax.example", "password": "a-long-password"})
    page = client.get(f"{BASE}training/").content.decode()
    assert "Everything you wrote is back" in page
    draft = reread(draft)
    assert (draft.post, draft.training) == ("Chief", "Long text")


def autosave(client, version, section="training", **fields):
    body = json.dumps({"version": version, "fields": fields, "zone": "Europe/Prague"})
    return client.post(f"{BASE}save/{section}/", body, content_type="application/json")


def test_autosave_saves_and_says_when_in_two_cities(client, cycle, draft, expert):
    client.force_login(expert)
    answer = autosave(client, 0, post=["", "Chief"]).json()
    assert (answer["version"], answer["theirs"], answer["fields"]) == (1, [], ["post"])
    assert answer["saved"] == "Draft saved at 10:00 in Prague, 17:00 in Shanghai"


def test_autosave_tells_the_second_tab_what_differs(client, cycle, draft, expert):
    client.force_login(expert)
    autosave(client, 0, post=["", "Chief"])
    answer = autosave(client, 0, post=["", "Head"], training=["", "Prague"]).json()
    assert answer["theirs"] == [{"name": "post", "label": "Your post", "text": "Chief"}]
    draft = reread(draft)
    assert (draft.post, draft.training) == ("Chief", "Prague")


def test_autosave_without_a_session_leads_back_to_the_section(client, cycle, draft):
    answer = autosave(client, 0, post=["", "Chief"])
    assert (answer.status_code, answer.json()["sign_in"]) == (
        401, "/en/accounts/login/?next=/en/apply/VE-2027/training/?resume",
    )  # fmt: skip


@pytest.mark.parametrize(
    "body", ["", "[]", '{"version": "x"}', '{"fields": 3}', '{"version": 1, "fields": {"post": "x"}}']
)
def test_autosave_bears_nonsense(client, cycle, draft, expert, body):
    client.force_login(expert)
    answer = client.post(f"{BASE}save/training/", body, content_type="application/json")
    assert answer.status_code in (200, 400)
    assert reread(draft).post == ""


def test_without_a_script_the_second_tab_is_told_too(client, cycle, draft, expert):
    client.force_login(expert)
    seen = json.dumps({"post": ""})
    client.post(f"{BASE}training/", {"version": "0", "seen": seen, "post": "Chief"})
    page = client.post(f"{BASE}training/", {"version": "0", "seen": seen, "post": "Head"}).content.decode()
    assert "Somebody wrote here meanwhile" in page
    assert 'value="Head"' in page
    assert reread(draft).post == "Chief"


def test_a_heic_picture_is_refused_with_how(client, cycle, draft, expert):
    client.force_login(expert)
    heic = SimpleUploadedFile("IMG_1.HEIC", b"\x00\x00\x00\x18ftypheic" + b"\x00" * 200)
    answer = client.post(f"{BASE}upload/cv/", {"cv": heic})
    assert answer.status_code == 422
    assert "Most Compatible" in answer.json()["problem"]


def test_what_was_sent_is_read_by_its_owner_alone(client, submitted, expert, people, officer):
    page = f"/en/my/applications/{submitted.pk}/sent/"
    for person, status in ((expert, 200), (people("other@thorax.example"), 404), (officer, 404)):
        client.force_login(person)
        assert client.get(page).status_code == status


def test_withdrawing_takes_one_page_more_and_says_what_follows(client, submitted, expert):
    client.force_login(expert)
    page = f"/en/my/applications/{submitted.pk}/withdraw/"
    shown = client.get(page).content.decode()
    assert "It does not count against a later application." in shown
    client.post(page, {"reason": "Another post."})
    assert reread(submitted).state == "withdrawn"


def test_the_list_of_the_office_finds_names_without_accents_numbers_and_addresses(client, make_submitted, officer):
    make_submitted(1, surname="Šimůnek", given_names="Vojtěch")
    make_submitted(2, surname="Claes", given_names="Lieve")
    client.force_login(officer)
    for term in ("simunek", "Šimůnek", "VE-2027-001", "expert1@"):
        page = client.get("/admin/applications/", {"q": term}).content.decode()
        assert "Šimůnek" in page, term
        assert "Claes" not in page, term


def test_screening_goes_from_one_to_the_next(client, make_submitted, officer):
    first, second = make_submitted(1), make_submitted(2, now=DURING + timedelta(hours=1))
    client.force_login(officer)
    assert client.get("/admin/screening/").url == f"/admin/screening/{first.pk}/"
    answer = client.post(f"/admin/screening/{first.pk}/", {"do": "screen", "europe": "yes", "specialty": "yes"})
    assert answer.url == f"/admin/screening/{second.pk}/"
    assert reread(first).state == "screened"
    assert client.get(f"/admin/screening/{first.pk}/").status_code == 200


def test_a_finding_against_the_list_needs_its_reason(client, make_submitted, officer):
    application = make_submitted(1, affiliation_1_country="US")
    client.force_login(officer)
    page = client.post(f"/admin/screening/{application.pk}/", {"do": "screen", "europe": "yes", "specialty": "yes"})
    assert "This differs from the list. Say why." in page.content.decode()
    assert reread(application).state == "submitted"


def test_internal_notes_are_on_no_page_of_the_person(client, submitted, expert, officer):
    client.force_login(officer)
    client.post(f"/admin/screening/{submitted.pk}/", {"do": "note", "text": "MARKER-7781"})
    assert "MARKER-7781" in client.get(f"/admin/screening/{submitted.pk}/").content.decode()
    client.force_login(expert)
    for page in ("", "sent/", "withdraw/"):
        assert "MARKER-7781" not in client.get(f"/en/my/applications/{submitted.pk}/{page}").content.decode()


@pytest.mark.parametrize("address", ["/admin/applications/", "/admin/screening/{pk}/", "/admin/invitations/"])
def test_pages_of_the_office_ask_as_much_for_many_as_for_few(client, make_submitted, officer, address, cycle):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    from exchange.applications.models import InvitationToApply

    client.force_login(officer)
    counts = []
    for numbers in (range(1, 6), range(6, 51)):
        for number in numbers:
            row = make_submitted(number)
            InvitationToApply.objects.create(cycle=cycle, person=row.person, invited_by=officer, sent_at=DURING)
        page = address.format(pk=Application.objects.first().pk)
        client.get(page)
        with CaptureQueriesContext(
            connection,
        ) as queries:
            assert client.get(page).status_code == 200
        counts.append(len(queries))
    assert counts[0] == counts[1]
