"""An expert applies on a phone: saved as it is written, through a dead line, a killed browser and a second device."""

from io import BytesIO

import pytest
from applying import everything, give_file
from PIL import Image
from playwright.sync_api import expect

from exchange.applications.models import Application
from portal.mail.models import MailSecret

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("lists_in_place")]
BASE = "/en/apply/VE-2027/"
OFFLINE = ("ERR_INTERNET_DISCONNECTED", "net::")


@pytest.fixture
def lists_in_place(transactional_db):
    from exchange.applications.actions.lists import fill_lists

    fill_lists()


@pytest.fixture
def open_cycle_now(transactional_db, make_cycle):
    """The call as it stands for the system's own clock."""
    from datetime import timedelta

    from django.utils import timezone

    from exchange.cycles.models import Cycle

    cycle = make_cycle()
    now = timezone.now()
    Cycle.objects.filter(pk=cycle.pk).update(
        opens_at=now - timedelta(days=10), closes_at=now + timedelta(days=60), visit_from=(now + timedelta(days=120)).date(),
        visit_to=(now + timedelta(days=300)).date(),
    )  # fmt: skip
    cycle.refresh_from_db()
    return cycle


def picture(colour):
    content = BytesIO()
    Image.new("RGB", (600, 400), colour).save(content, "JPEG")
    return content.getvalue()


def begin(page):
    page.goto(BASE)
    page.get_by_role("button", name="Start your application").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("You")


def wait_saved(page, name, value):
    page.wait_for_function("() => !localStorage.length")
    assert Application.objects.filter(**{name: value}).exists()


def enter_code(page, address):
    page.get_by_label("Your e-mail address").fill(address)
    page.get_by_role("button", name="Send me the code").click()
    page.wait_for_url("**/accounts/login/code/confirm/**")
    page.locator("input[name=code]").fill(MailSecret.objects.filter(mark="code").latest("pk").value)
    page.locator("form button[type=submit]:visible, main form button:visible").first.click()


def test_what_was_typed_survives_a_killed_browser_and_is_there_on_another_device(new_page, open_cycle_now):
    page = new_page(width=375)
    begin(page)
    page.get_by_label("Surname, as in your passport").fill("Šimůnek")
    page.get_by_label("Given names, as in your passport").fill("Vojtěch")
    wait_saved(page, "given_names", "Vojtěch")
    page.goto(f"{BASE}join/")
    enter_code(page, "vojtech@thorax.example")
    page.wait_for_url("**/check/")
    page.goto(f"{BASE}proposal/")
    page.get_by_label("Your proposal").fill("Sleeve resection, ten cases.")
    wait_saved(page, "proposal", "Sleeve resection, ten cases.")
    page.goto(f"{BASE}files/")
    page.locator("#id_cv").set_input_files(
        [{"name": "简历 Šimůnek.jpg", "mimeType": "image/jpeg", "buffer": picture("white")}]
    )
    expect(page.locator("[data-file-rows]").first).to_contain_text("简历 Šimůnek.jpg")
    page.context.close()

    other = new_page(width=1280)
    other.goto("/en/accounts/login/code/")
    other.locator("input[name=email]").fill("vojtech@thorax.example")
    other.locator("main form button:visible").first.click()
    other.wait_for_url("**/accounts/login/code/confirm/**")
    other.locator("input[name=code]").fill(MailSecret.objects.filter(mark="code").latest("pk").value)
    other.locator("main form button:visible").first.click()
    other.wait_for_url("**/my/applications/**")
    for section, label, value in (
        ("you", "Surname, as in your passport", "Šimůnek"), ("proposal", "Your proposal", "Sleeve resection, ten cases."),
    ):  # fmt: skip
        other.goto(f"{BASE}{section}/")
        expect(other.get_by_label(label)).to_have_value(value)
    other.goto(f"{BASE}files/")
    expect(other.get_by_role("link", name="简历 Šimůnek.jpg")).to_be_visible()


def test_a_dead_line_loses_nothing_and_the_page_says_so(new_page, open_cycle_now):
    page = new_page(width=375, allow=OFFLINE)
    begin(page)
    page.context.set_offline(True)
    page.get_by_label("Surname, as in your passport").fill("Říhová")
    expect(page.get_by_role("status").filter(has_text="No connection")).to_be_visible()
    page.wait_for_timeout(6000)
    page.context.set_offline(False)
    wait_saved(page, "surname", "Říhová")


def test_a_file_goes_on_by_itself_after_the_line_was_dead(new_page, open_cycle_now):
    page = new_page(width=375, allow=OFFLINE)
    begin(page)
    page.goto(f"{BASE}files/")
    page.context.set_offline(True)
    page.locator("#id_cv").set_input_files([{"name": "cv.jpg", "mimeType": "image/jpeg", "buffer": picture("grey")}])
    page.wait_for_timeout(5000)
    page.context.set_offline(False)
    expect(page.locator("[data-file-rows]").first).to_contain_text("cv.jpg", timeout=40_000)
    assert Application.objects.get().papers.count() == 1


def test_typed_while_offline_and_the_tab_closed_comes_back(new_page, open_cycle_now):
    page = new_page(width=375, allow=OFFLINE)
    begin(page)
    page.context.set_offline(True)
    page.get_by_label("Surname, as in your passport").fill("Beneš")
    page.wait_for_timeout(1500)
    page.close()
    context = page.context
    context.set_offline(False)
    again = context.new_page()
    again.goto(f"{BASE}you/")
    expect(again.get_by_label("Surname, as in your passport")).to_have_value("Beneš")
    wait_saved(again, "surname", "Beneš")


def test_two_tabs_the_second_is_told_and_chooses(new_page, open_cycle_now):
    first = new_page(width=1280)
    begin(first)
    second = first.context.new_page()
    second.goto(f"{BASE}you/")
    first.get_by_label("Surname, as in your passport").fill("Claes")
    wait_saved(first, "surname", "Claes")
    second.get_by_label("Surname, as in your passport").fill("Peeters")
    notice = second.get_by_role("alert").filter(has_text="Somebody changed this meanwhile")
    expect(notice).to_contain_text("Claes")
    assert Application.objects.get().surname == "Claes"
    notice.get_by_role("button", name="Keep what I wrote here").click()
    wait_saved(second, "surname", "Peeters")


@pytest.mark.parametrize("width", [375, 1280])
def test_every_page_of_the_form_is_accessible(new_page, open_cycle_now, axe, width):
    page = new_page(width=width)
    begin(page)
    for section in ("you", "hospital", "training", "proposal", "return", "files", "check", "join"):
        page.goto(f"{BASE}{section}/")
        axe(page)
        assert not page.evaluate("document.documentElement.scrollWidth > window.innerWidth"), section


def test_without_a_script_the_save_button_does_it_all(new_page, open_cycle_now):
    page = new_page(width=375, javascript=False)
    begin(page)
    page.get_by_label("Surname, as in your passport").fill("Karras")
    page.get_by_role("button", name="Save and continue").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Hospital")
    assert Application.objects.get().surname == "Karras"


def test_the_form_speaks_chinese_and_keeps_the_draft(new_page, open_cycle_now):
    page = new_page(width=375, language="zh-hans")
    page.goto("/zh-hans/apply/VE-2027/")
    page.locator("main form button").first.click()
    page.wait_for_url("**/zh-hans/apply/VE-2027/you/")
    page.locator("#id_surname").fill("欧阳")
    wait_saved(page, "surname", "欧阳")
    assert Application.objects.get().language == "zh-hans"
    page.goto(f"{BASE}you/")
    expect(page.get_by_label("Surname, as in your passport")).to_have_value("欧阳")


def test_an_expert_submits_and_sees_what_happens_next(new_page, open_cycle_now, expert, answer):
    from django.utils import timezone

    from exchange.applications.actions.answering import begin as begin_draft

    draft = begin_draft(cycle=open_cycle_now, by=expert, now=timezone.now)
    first = open_cycle_now.visit_from
    draft = answer(
        draft, expert, now=timezone.now(),
        **everything(window_1_from=first.isoformat(), window_1_to=first.replace(day=min(first.day + 5, 28)).isoformat())
        if first.day < 20 else everything(window_1_from=first.isoformat(), window_1_to=open_cycle_now.visit_to.isoformat()),
    )  # fmt: skip
    give_file(draft, "cv", expert)
    give_file(draft, "registration", expert, name="register.pdf")
    page = new_page(expert, width=375)
    page.goto(f"{BASE}check/")
    page.get_by_label("What I wrote is true").check()
    page.get_by_role("button", name="Submit my application").dblclick()
    page.wait_for_url("**/my/applications/**")
    expect(page.get_by_role("main")).to_contain_text("VE-2027-001")
    assert Application.objects.filter(number="VE-2027-001").count() == 1


def test_monday_morning_by_keys(new_page, transactional_db, make_submitted, officer):
    first, second = make_submitted(1), make_submitted(2)
    page = new_page(officer, width=1280, allow=("/page/",))
    page.goto("/admin/screening/")
    assert page.url.endswith(f"/admin/screening/{first.pk}/")
    page.locator("body").press("j")
    page.wait_for_url(f"**/admin/screening/{second.pk}/")
    page.locator("body").press("k")
    page.wait_for_url(f"**/admin/screening/{first.pk}/")
    expect(page.locator("img.screening-page").first).to_be_attached()
