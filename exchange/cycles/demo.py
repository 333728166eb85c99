"""Three visiting cycles: last year's, this year's, and next year's open call; opened as of their own days.

What follows in each (applications, decisions, offers, visits) is made by the slices to the right.
"""

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from . import demo_pages
from .actions import open_cycle, plan_cycle
from .models import Criterion, Cycle
from .states import Programme

SHANGHAI = ZoneInfo("Asia/Shanghai")

# key: days from today on which it opens, closes, stops promoting, first and last day of visits; difference to next year
VISITING = {
    "last": (-700, -640, -480, -470, -290, -2),
    "this": (-330, -270, 60, -120, 150, -1),
    "next": (-35, 38, 170, 190, 350, 0),
}

CRITERIA = (
    (
        "Clinical standing",
        "临床水平",
        3,
        "Few cases of the kind proposed",
        "同类病例较少",
        "Leads such a programme",
        "主持该类项目",
    ),
    (
        "Proposal",
        "来访计划",
        3,
        "Says what, not how",
        "只写内容，未写方法",
        "Days, cases and talks are named",
        "日程、病例、讲座均已明确",
    ),
    (
        "Use to our departments",
        "对本院科室的价值",
        2,
        "We do this already",
        "本院已常规开展",
        "Fills a gap we have named",
        "填补本院已列明的空白",
    ),
    (
        "What comes back",
        "回馈",
        2,
        "Nothing offered to our doctors",
        "未为我院医师提供机会",
        "A named place with a supervisor",
        "有明确岗位和带教老师",
    ),
)


def next_year(today):
    """The year in which the visits of the open call fall."""
    return (today + timedelta(days=190)).year


def first_free_year(demo):
    """The year of the open call: a later one where cycles that people took over stand in the way."""
    year = next_year(demo.today)
    while Cycle.objects.filter(programme=Programme.VISITING_EXPERT, year__range=(year - 2, year)).exists():
        year += 1
    return year


def load(demo):
    director, officer = demo.known("person.director"), demo.known("person.office")
    known = demo.known("cycle.next")
    year = known.year if known else first_free_year(demo)
    for key, (opens, closes, stop, first, last, shift) in VISITING.items():
        if demo.known(f"cycle.{key}"):
            continue
        cycle = Cycle(
            programme=Programme.VISITING_EXPERT,
            year=year + shift,
            opens_at=demo.instant(opens, 9),
            closes_at=datetime.combine(demo.day(closes), time(23, 59), tzinfo=SHANGHAI),
            stop_promotion_at=demo.instant(stop, 18),
            visit_from=demo.day(first),
            visit_to=demo.day(last),
            officer=officer,
        )
        now = demo.at(opens - 20, 15)
        demo.remember(f"cycle.{key}", plan_cycle(cycle=cycle, firm=4, reserve=1, by=director, now=now))
        give_criteria(cycle)
        open_cycle(cycle=cycle, by=director, now=demo.at(opens, 9))
    demo_pages.load(demo)


def give_criteria(cycle):
    for order, (label, label_zh, weight, low, low_zh, high, high_zh) in enumerate(CRITERIA, start=1):
        Criterion.objects.create(
            cycle=cycle, order=order, label_en=label, label_zh=label_zh, weight=weight,
            low_en=low, low_zh=low_zh, high_en=high, high_zh=high_zh,
        )  # fmt: skip
