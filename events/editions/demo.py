"""The forum: its series, the edition of 2024 as far as it was reported, the next one, and the draft of the one after."""
# ruff: noqa: E501  (texts in rows, as a table)

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from wagtail.models import Locale

from portal.pages.models import HomePage

from .actions import archive_edition, publish_edition
from .models import Edition, ForumPage, ForumSeries, SubForum

SHANGHAI = ZoneInfo("Asia/Shanghai")
HELD = (date(2024, 11, 2), date(2024, 11, 3))

# slug: English, Chinese
SUB_FORUMS = {
    "tumours": ("Thoracic tumours", "胸部肿瘤"),
    "lung": ("Airway, lung and transplantation", "气道、肺与移植"),
    "heart": ("Heart and great vessels", "心脏与大血管"),
}

FORUM = {
    "en": (
        "The forum",
        "Surgeons, oncologists and chest physicians from Europe and China read each other’s cases for two days in Shanghai.",
        "<p>The forum comes back in autumn. It has sub-forums that run side by side, live surgery from the theatres, and "
        "sessions in which nobody shows a slide. Whoever speaks in English is interpreted into Chinese, and the other way "
        "round.</p><p>The schedule is released in numbered releases. What changes after the first one is marked, and "
        "calendars that follow the forum learn it by themselves.</p>",
    ),
    "zh-hans": (
        "论坛",
        "来自欧洲和中国的外科、肿瘤科和呼吸科医师，每年在上海用两天时间研读彼此的病例。",
        "<p>论坛每年秋季举办，设若干同时进行的分论坛，有来自手术室的手术直播，也有不放幻灯片的讨论场次。中英文发言均有同声传译。</p>"
        "<p>日程按编号分次发布。首次发布之后的变动均有标注，已订阅的日历会自动更新。</p>",
    ),
}


def next_weekend(today):
    """Saturday and Sunday of the coming forum: the third weekend of October, of the next year from then on."""
    for year in (today.year, today.year + 1):
        saturday = date(year, 10, 15) + timedelta(days=(5 - date(year, 10, 15).weekday()) % 7)
        if saturday > today + timedelta(days=10):
            return saturday, saturday + timedelta(days=1)
    raise AssertionError("there is always a next October")


def load(demo):
    series = demo.once("forum.series", make_series)
    first, last = next_weekend(demo.today)
    for key, days in (("2024", HELD), ("next", (first, last))):
        if not demo.known(f"edition.{key}"):
            make_edition(demo, series, key, *days)
    after = first + timedelta(weeks=52)
    demo.once("edition.after", lambda: draft(series, after, after + timedelta(days=1)))
    if not demo.known("page.forum.en"):
        make_pages(demo, series)


def make_series():
    return ForumSeries.objects.get_or_create(
        slug="sino-euro-forum",
        defaults={"name_en": "Sino-Euro Forum on Thoracic Disease", "name_zh": "中欧胸部疾病学术论坛"},
    )[0]


def draft(series, first, last):
    return Edition.objects.create(
        series=series,
        slug=str(first.year),
        title_en=f"Sino-Euro Forum {first.year}",
        title_zh=f"{first.year}年中欧胸部疾病学术论坛",
        starts_on=first,
        ends_on=last,
        venue_en="Shanghai",
        venue_zh="上海",
    )


def make_edition(demo, series, key, first, last):
    """Published as of some months before its days; the one that is over was archived after them."""
    edition = demo.remember(f"edition.{key}", draft(series, first, last))
    office = demo.known("person.office")
    published = datetime.combine(min(first - timedelta(days=90), demo.day(-60)), time(10), tzinfo=SHANGHAI)
    edition = publish_edition(edition=edition, by=office, now=demo.set(published))
    if key == "2024":
        later = datetime.combine(last + timedelta(days=20), time(10), tzinfo=SHANGHAI)
        archive_edition(edition=edition, by=office, now=demo.set(later))
        return
    Edition.objects.filter(pk=edition.pk).update(
        venue_en="Conference Centre of the hospital, Shanghai", venue_zh="上海，医院会议中心"
    )
    for order, (slug, (name, chinese)) in enumerate(SUB_FORUMS.items(), start=1):
        row = SubForum.objects.create(edition=edition, slug=slug, name_en=name, name_zh=chinese, order=order)
        demo.remember(f"sub_forum.{slug}", row)


def home_in(language):
    return HomePage.objects.get(locale__language_code=language)


def make_pages(demo, series):
    title, intro, body = FORUM["en"]
    page = home_in("en").add_child(
        instance=ForumPage(title=title, slug="forum", series=series, intro=intro, body=body, locale=locale_of("en"))
    )
    page.save_revision().publish()
    demo.remember("page.forum.en", page)
    demo.remember("page.forum.zh-hans", translated(page, *FORUM["zh-hans"]))


def locale_of(language):
    return Locale.objects.get(language_code=language)


def translated(page, title, intro, body, **fields):
    """The Chinese twin of a page, published."""
    twin = page.copy_for_translation(locale_of("zh-hans"))
    twin.title, twin.slug, twin.intro, twin.body = title, page.slug, intro, body
    for name, value in fields.items():
        setattr(twin, name, value)
    twin.save()
    twin.save_revision().publish()
    return twin
