"""An expert applies on a phone: saved as it is written, through a dead line, a killed browser and a second device."""

import time
from datetime import timedelta
from io import BytesIO

import pytest
from applying import ANSWERS, everything, give_file
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


def noise(side):
    """A picture that no compression makes small."""
    content = BytesIO()
    Image.effect_noise((side, side), 80).save(content, "JPEG", quality=95)
    return content.getvalue()


def everything_typed(cycle):
    """{section: {field: text}} of every field that is written and not chosen from somewhere else."""
    first = cycle.visit_from + timedelta(days=3)
    window = {"window_1_from": first.isoformat(), "window_1_to": (first + timedelta(days=9)).isoformat()}
    return {section: {**texts, **(window if section == "proposal" else {})} for section, texts in ANSWERS.items()}


def put_in(page, name, text):
    field = page.locator(f"[name={name}]")
    kind = field.first.evaluate("field => field.type")
    if kind in ("checkbox", "radio"):
        for value in text.split(","):
            page.locator(f"[name={name}][value={value}]").check()
    elif kind == "select-one":
        field.select_option(text)
    else:
        field.fill(text)


def taken_from(page, name):
    field = page.locator(f"[name={name}]")
    if field.first.evaluate("field => field.type") in ("checkbox", "radio"):
        ticked = page.locator(f"[name={name}]:checked").evaluate_all("fields => fields.map(field => field.value)")
        return ",".join(sorted(ticked, reverse=True))  # as ANSWERS names them
    return field.input_value()


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


def sign_in_on_another_device(page, address):
    page.goto("/en/accounts/login/code/")
    page.locator("input[name=email]").fill(address)
    page.locator("main form button:visible").first.click()
    page.wait_for_url("**/accounts/login/code/confirm/**")
    page.locator("input[name=code]").fill(MailSecret.objects.filter(mark="code").latest("pk").value)
    page.locator("main form button:visible").first.click()
    page.wait_for_url("**/my/applications/**")


def is_kept(**values):
    """Wait, without the browser's help, until the server has what was typed."""
    until = time.monotonic() + 30
    while not Application.objects.filter(**values).exists():
        assert time.monotonic() < until, f"not saved: {values}"
        time.sleep(0.1)


def test_every_field_and_file_survives_a_killed_browser_and_is_there_on_another_device(
    killable_page, new_page, open_cycle_now
):
    page, kill = killable_page(width=375)
    begin(page)
    page.goto(f"{BASE}join/")
    enter_code(page, "vojtech@thorax.example")
    page.wait_for_url("**/check/")
    typed = {}
    for section, texts in everything_typed(open_cycle_now).items():
        page.goto(f"{BASE}{section}/")
        for name, text in texts.items():
            put_in(page, name, text)
        typed[section] = texts
        page.wait_for_function("() => !localStorage.length")
    page.goto(f"{BASE}files/")
    for kind in ("cv", "registration"):
        page.locator(f"#id_{kind}").set_input_files(
            [{"name": f"简历 {kind}.jpg", "mimeType": "image/jpeg", "buffer": picture("white")}]
        )
        expect(page.get_by_role("main")).to_contain_text(f"简历 {kind}.jpg", timeout=30_000)
    # The last field is typed and not left: no blur, no submit, no good-bye.
    page.goto(f"{BASE}you/")
    page.get_by_label("Surname, as in your passport").fill("Šimůnek")
    is_kept(surname="Šimůnek")
    kill()

    typed["you"]["surname"] = "Šimůnek"
    other = new_page(width=1280)
    sign_in_on_another_device(other, "vojtech@thorax.example")
    for section, texts in typed.items():
        other.goto(f"{BASE}{section}/")
        assert {name: taken_from(other, name) for name in texts} == texts
    other.goto(f"{BASE}files/")
    for kind in ("cv", "registration"):
        expect(other.get_by_role("link", name=f"简历 {kind}.jpg")).to_be_visible()


def test_on_a_3g_line_that_is_dead_for_a_minute_in_the_middle_of_an_upload_nothing_is_lost(
    new_page, open_cycle_now, thin_line
):
    page = new_page(width=375, allow=(*OFFLINE, "Failed to load resource"))
    file = noise(700)
    page.goto(f"{thin_line.address}{BASE}", timeout=60_000)
    page.get_by_role("button", name="Start your application").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("You", timeout=60_000)
    writing = page.context.new_page()
    writing.goto(f"{thin_line.address}{BASE}hospital/", timeout=60_000)
    page.goto(f"{thin_line.address}{BASE}files/", timeout=60_000)
    before = thin_line.passed_up
    page.locator("#id_cv").set_input_files([{"name": "cv.jpg", "mimeType": "image/jpeg", "buffer": file}])
    until = time.monotonic() + 60
    while thin_line.passed_up - before < len(file) / 3:
        assert time.monotonic() < until, "the upload never began"
        page.wait_for_timeout(50)
    thin_line.die()
    # Meanwhile the person writes on, on a page that was open already.
    writing.locator("[name=affiliation_1_name]").fill("Nemocnice Na Výšině")
    page.wait_for_timeout(60_000)
    assert not Application.objects.filter(papers__isnull=False).exists()
    thin_line.revive()
    expect(page.locator("[data-file-rows]").first).to_contain_text("cv.jpg", timeout=120_000)
    assert [paper.file.name for paper in Application.objects.get().papers.all()] == ["cv.jpg"]
    writing.wait_for_function("() => !localStorage.length", timeout=60_000)
    assert Application.objects.filter(affiliations__name="Nemocnice Na Výšině").exists()


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
