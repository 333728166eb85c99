"""The demo's page of past experts, below that of the visiting plan; who stands on it comes from the visits."""

from portal.pages.demo_pages import in_both

from .models import PastExpertsPage

PAGE = {
    "en": (
        "Past experts",
        "Everybody who came with the plan, year by year, with the hospital that they came from.",
    ),
    "zh-hans": ("往届来访专家", "历年通过访问计划来访的专家及其所在医院。"),
}


def load(demo):
    plans = {language: demo.known(f"page.plan.{language}") for language in PAGE}
    if all(plans.values()):
        in_both(demo, "page.past_experts", plans, past_experts_page, "past-experts")


def past_experts_page(language):
    title, intro = PAGE[language]
    return PastExpertsPage(title=title, intro=intro)
