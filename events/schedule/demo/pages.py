"""The public pages of the demo's two editions; that of 2024 tells what was reported and nothing more."""
# ruff: noqa: E501  (texts in rows, as a table)

from events.editions.demo import locale_of, translated
from events.schedule.models import EditionPage

REPORTED = {
    "en": (
        "Sino-Euro Forum 2024",
        "The forum of 2024, as the press reported it.",
        "<p>On 2 November 2024 the press reported on the forum, which was held in Shanghai that weekend, and on the exchange "
        "beside it: four to five professionals of cardiothoracic surgery from Europe are invited each year, and young "
        "doctors of the hospital are sent to visit theirs.</p><p>Experts told the forum of a trial of CAR-T cell therapy in "
        "lung cancer, planned for 2025.</p>",
        (("about 400", "attendees"), ("100", "speakers"), ("3", "sub-forums")),
        "The figures are from one reposted text. They are not confirmed.",
    ),
    "zh-hans": (
        "2024年中欧胸部疾病学术论坛",
        "据媒体报道整理的2024年论坛。",
        "<p>2024年11月2日，媒体报道了当周末在上海举行的论坛，以及与之相伴的交流计划：每年邀请四至五位欧洲心胸外科专业人员来沪，"
        "医院也派出青年医师赴对方医院访问。</p><p>与会专家在论坛上介绍了一项计划于2025年开展的CAR-T细胞治疗肺癌临床试验。</p>",
        (("约400", "参会人数"), ("100", "讲者人数"), ("3", "分论坛数")),
        "数字出自一篇转载文章，尚未核实。",
    ),
}


def coming(year):
    return {
        "en": (
            f"Sino-Euro Forum {year}",
            "Two days, three sub-forums, live surgery on Saturday afternoon, and a last session in which nobody shows a success.",
            "<p>Sessions are held in English and Chinese, with interpreters in every room.</p>",
        ),
        "zh-hans": (
            f"{year}年中欧胸部疾病学术论坛",
            "为期两天，三个分论坛；星期六下午手术直播，最后一场只讲失败的病例。",
            "<p>各场次使用中英文，每个会场均有同声传译。</p>",
        ),
    }


def make_edition_pages(demo):
    held, following = demo.known("edition.2024"), demo.known("edition.next")
    if not demo.known("page.edition.2024.en"):
        title, intro, body, figures, source = REPORTED["en"]
        page = publish(demo, held, title, intro, body, figures=as_blocks(figures), source=source)
        title, intro, body, figures, source = REPORTED["zh-hans"]
        twin = translated(page, title, intro, body, figures=as_blocks(figures), source=source)
        demo.remember("page.edition.2024.en", page)
        demo.remember("page.edition.2024.zh-hans", twin)
    words = coming(following.starts_on.year)
    page = publish(demo, following, *words["en"])
    demo.remember("page.edition.next.zh-hans", translated(page, *words["zh-hans"]))
    demo.remember("page.edition.next.en", page)


def publish(demo, edition, title, intro, body, **fields):
    page = EditionPage(
        title=title,
        slug=edition.slug,
        edition=edition,
        intro=intro,
        body=body,
        locale=locale_of("en"),
        **fields,
    )
    demo.known("page.forum.en").specific.add_child(instance=page)
    page.save_revision().publish()
    return page


def as_blocks(figures):
    return [("figure", {"number": number, "counts": counts}) for number, counts in figures]
