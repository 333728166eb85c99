"""A reviewer scores, the office assigns, the director releases, an expert answers: each at their own page, in both languages."""

from datetime import timedelta

import pytest
import seasons
from playwright.sync_api import expect

from exchange.applications.states import ApplicationState
from exchange.cycles.models import Cycle
from exchange.cycles.states import CycleState
from exchange.offers.models import Offer
from exchange.offers.states import OfferState
from exchange.review.actions.assigning import assign
from exchange.review.actions.deciding import decide
from exchange.review.models import Decision, ReviewAssignment
from exchange.review.states import Outcome, ReviewState
from portal.access.roles import Role
from portal.clock.system import system_now

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def as_of_today(state, **fields):
    now = system_now()
    return seasons.a_cycle(
        state, opens_at=now - timedelta(days=200), closes_at=now - timedelta(days=150),
        stop_promotion_at=now + timedelta(days=40), officer=seasons.officer(), **fields,
    )  # fmt: skip


def a_reviewer(language="en"):
    return seasons.person(Role.REVIEWER, language=language, chinese_name="高树仁" if language != "en" else "")


@pytest.fixture
def reviewing():
    cycle = as_of_today(CycleState.REVIEWING, reviews_wanted=1)
    seasons.criteria(cycle)
    return cycle


@pytest.mark.parametrize("language", ["en", "zh-hans"])
def test_a_reviewer_saves_finishes_and_goes_on(new_page, axe, reviewing, language):
    reviewer = a_reviewer(language)
    rows = [seasons.an_application(reviewing, ApplicationState.SCREENED) for _number in range(2)]
    assign(
        cycle=reviewing, applications=[row.pk for row in rows], people=[reviewer], by=reviewing.officer, now=system_now
    )
    page = new_page(reviewer, language=language, allow=("422",))
    page.goto(f"/{language}/review/")
    axe(page)
    page.get_by_role("link", name=rows[0].number).click()
    first, second = reviewing.criteria.all()
    page.locator(f"#id_criterion_{first.pk}").select_option("8")
    page.locator("#id_for_committee").fill("Clear, and near to what we need.")
    page.locator("button[name=save]").click()
    expect(page.locator(f"#id_criterion_{first.pk}")).to_have_value("8")
    # Finishing names what is missing, and keeps what is there.
    page.locator("button[name=finish]").click()
    expect(page.get_by_role("alert")).to_be_visible()
    axe(page)
    expect(page.locator("#id_for_committee")).to_have_value("Clear, and near to what we need.")
    page.locator(f"#id_criterion_{second.pk}").select_option("5")
    page.locator("#id_recommendation").select_option("invite")
    page.locator("button[name=finish]").click()
    expect(page.get_by_text(rows[1].number).first).to_be_visible()
    assert ReviewAssignment.objects.get(application=rows[0]).state == ReviewState.DONE


def test_a_conflict_of_interest_is_declared_by_keyboard_and_shuts_the_reviewer_out(new_page, reviewing):
    reviewer = a_reviewer()
    row = seasons.an_application(reviewing, ApplicationState.SCREENED)
    assign(cycle=reviewing, applications=[row.pk], people=[reviewer], by=reviewing.officer, now=system_now)
    review = ReviewAssignment.objects.get()
    page = new_page(reviewer, allow=("404",))
    page.goto(f"/en/review/{review.pk}/conflict/")
    page.locator("#id_reason").focus()
    page.keyboard.type("We wrote two papers together.")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url("**/review/")
    expect(page.get_by_text("Nothing to review")).to_be_visible()
    assert page.goto(f"/en/review/{review.pk}/").status == 404


def test_the_office_asks_reviewers_for_several_applications_at_once(new_page, reviewing):
    reviewer = a_reviewer()
    rows = [seasons.an_application(reviewing, ApplicationState.SCREENED) for _number in range(3)]
    page = new_page(reviewing.officer, language="zh-hans")
    page.goto(f"/admin/reviews/{reviewing.pk}/")
    for row in rows[:2]:
        page.locator(f"input[name=applications][value='{row.pk}']").check()
    page.locator(f"input[name=people][value='{reviewer.pk}']").check()
    page.locator("form button.act[type=submit]").click()
    page.wait_for_load_state()
    assert set(ReviewAssignment.objects.values_list("application", flat=True)) == {row.pk for row in rows[:2]}


def test_the_director_decides_by_keys_reads_the_dry_run_and_releases(new_page):
    cycle = as_of_today(CycleState.DECIDING, firm=1)
    chosen, next_one, other = (seasons.an_application(cycle) for _number in range(3))
    page = new_page(seasons.director(), language="zh-hans")
    for row, outcome in ((chosen, "select"), (next_one, "waitlist")):
        page.goto(f"/admin/decisions/{cycle.pk}/")
        button = page.locator(f"#a{row.pk} button[value={outcome}]")
        button.focus()
        page.keyboard.press("Enter")
        page.wait_for_url(f"**#a{row.pk}")
    # One is undecided: the dry run names it and gives no button.
    page.goto(f"/admin/decisions/{cycle.pk}/release/")
    expect(page.get_by_role("alert")).to_contain_text(other.number)
    expect(page.locator("form button.act")).to_have_count(0)
    decide(application=other, outcome=Outcome.NOT_SELECTED, by=seasons.director(), now=system_now)
    page.reload()
    page.locator("form button.act").click()
    page.wait_for_url("**/admin/decisions/*/")
    assert Cycle.objects.get(pk=cycle.pk).state == CycleState.RELEASED
    assert [who for _seat, who in seasons.occupying(cycle)] == [chosen.number]
    assert set(Decision.objects.values_list("state", flat=True)) == {"released"}


def a_year():
    season = seasons.a_season(
        stop_promotion_at=system_now() + timedelta(days=40), opens_at=system_now() - timedelta(days=200),
        closes_at=system_now() - timedelta(days=150),
    )  # fmt: skip
    Offer.objects.filter(seat__cycle=season.cycle).update(expires_at=system_now() + timedelta(days=9))
    return season


@pytest.mark.parametrize(("language", "width", "javascript"), [("en", 375, False), ("zh-hans", 1280, True)])
def test_an_expert_accepts_with_one_tick(new_page, axe, language, width, javascript):
    season = a_year()
    offer = season.offers[0]
    page = new_page(offer.application.person, language=language, width=width, javascript=javascript)
    page.goto(f"/{language}/my/visit/")
    if javascript:
        axe(page)
    page.locator("#confirmed").check()
    page.locator("form[action*=accept] button").click()
    page.wait_for_url(f"**/{language}/my/visit/{offer.application_id}/")
    offer.refresh_from_db()
    assert offer.state == OfferState.ACCEPTED


def test_an_expert_declines_on_one_page_more_and_the_office_reads_who_got_the_seat(new_page, axe):
    season = a_year()
    offer = season.offers[0]
    page = new_page(offer.application.person, width=320)
    page.goto("/en/my/visit/")
    page.get_by_role("link", name="Decline").click()
    page.locator("#id_words").fill("My clinic cannot spare me.")
    page.get_by_role("button", name="Decline the offer").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("The offer has ended")
    axe(page)
    office = new_page(season.officer, language="zh-hans")
    office.goto(f"/admin/seats/{season.cycle.pk}/")
    expect(office.get_by_role("row").nth(1)).to_contain_text("候补第1位")


def test_the_director_opens_the_reserve_seat_with_a_reason(new_page):
    season = a_year()
    page = new_page(season.director, language="zh-hans")
    page.goto(f"/admin/seats/{season.cycle.pk}/")
    reserve = season.cycle.seats.get(number=5)
    page.locator(f"a[href$='/seat/{reserve.pk}/open/']").click()
    page.locator("#id_reason").fill("第六手术室可用")
    page.locator("form button.act").click()
    page.wait_for_url(f"**/admin/seats/{season.cycle.pk}/")
    assert Offer.objects.get(seat=reserve).entry.rank == 1
