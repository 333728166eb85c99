"""Invented stories about doctors and nurses abroad: people and partner hospitals do not exist."""

from .telling import DemoStory, Words, document, facts, h, items, p, people, q, related, table

SIXTY = DemoStory(
    slug="sixty-days-in-leuven",
    topic="placements",
    drawing="sixty-days",
    days=41,
    en=Words(
        title="Sixty days in Leuven, one question",
        intro="Gu Yiming went to learn about robotic surgery. What he brought back is a morning meeting of eleven minutes.",
        caption="Sixty days. The question came on the nineteenth.",
        author="Gu Yiming",
        tags=("handover", "robotic surgery"),
        body=(
            p(
                "On my nineteenth day Dr Ilse Vandenbroucke, who supervised me and had been in Shanghai as a visiting expert the year "
                "before, asked me something that I could not answer. I had told the morning meeting about a patient: "
                "day two after a lobectomy, drain still in, fever in the night. She listened and asked: “What are you worried about?”"
            ),
            p("I had given eight values. I had not said what I was worried about. Nobody had ever asked me to."),
            h("Eleven minutes"),
            p(
                "The ward in Leuven hands over at half past seven, standing. Each patient gets three sentences: what has changed, what worries me, what "
                "I would do. Fourteen patients took eleven minutes. In Shanghai our list is longer, and we read out all of it."
            ),
            h("Back on the ward"),
            p(
                "We tried it for a month on one half of the ward, nights only. The meeting became shorter by a third. More to the point, the night nurse "
                "now speaks first, because she is the one who knows what worries her."
            ),
            document("handover-card", "The handover card", "One page to print: three sentences for each patient."),
            facts(
                "The placement",
                ("Where", "Sint-Geertruiziekenhuis, Leuven"),
                ("How long", "60 days"),
                ("Purpose", "Observation, thoracic surgery"),
                ("Operations seen", "47, of them 29 by robot"),
            ),
            p("I did learn about the robot. I shall write about that when I have done my first twenty cases here."),
            people("gu-yiming", "ilse-vandenbroucke"),
            related("an-airway-week"),
        ),
    ),
    zh=Words(
        title="鲁汶六十天，一个问题",
        intro="顾一鸣去学的是机器人手术，带回来的却是一场十一分钟的晨会。",
        caption="六十天，那个问题出现在第十九天。",
        author="顾一鸣",
        tags=("交班", "机器人手术"),
        body=(
            p(
                "第十九天，带教的Ilse Vandenbroucke医生问了我一个答不上来的问题。此前一年，她曾作为来访专家到访上海。"
                "晨会上我刚汇报完一位患者：肺叶切除术后第二天，引流管未拔，夜间发热。"
                "她听完问我：“你担心什么？”"
            ),
            p("我报了八项数值，却没有说自己担心什么。从来没有人这样要求过我。"),
            h("十一分钟"),
            p(
                "那里的病房七点半交班，站着进行。每位患者三句话：有什么变化，我担心什么，我打算怎么办。十四位患者，十一分钟。"
                "在上海，我们的名单更长，而且从头念到尾。"
            ),
            h("回到病房"),
            p(
                "回来后，我们在半个病区试行了一个月，只用于夜班。交班时间缩短了三分之一。更要紧的是，如今由夜班护士先说，因为真正清楚该担心什么的，是她。"
            ),
            document("handover-card", "交班卡", "英文，一页，可打印：每位患者三句话。"),
            facts(
                "此次派出",
                ("医院", "圣格特鲁德医院（鲁汶）"),
                ("时长", "60天"),
                ("目的", "观摩，胸外科"),
                ("所见手术", "47台，其中机器人手术29台"),
            ),
            p("机器人我也学了。等我在这里做完前二十台，再来写。"),
            people("gu-yiming", "ilse-vandenbroucke"),
            related("an-airway-week"),
        ),
    ),
)

NURSES = DemoStory(
    slug="two-nurses-one-night-ward",
    topic="placements",
    drawing="night-ward",
    days=345,
    en=Words(
        title="Two nurses, one night ward",
        intro="For four weeks a nurse from Padua and a nurse from Shanghai worked the same nights, first in one city, then in the "
        "other. They counted what they did.",
        caption="Twenty-four beds at night. Two patients are awake, two nurses meet between the rows.",
        author="Fang Ziqian",
        tags=("nursing", "night ward"),
        body=(
            p(
                "They had agreed on one rule: do not explain, count. For two weeks in Padua and two in Shanghai, Chiara Bonfanti and Shi Yalan "
                "wrote down each walk, each alarm and each time a patient was woken."
            ),
            table(
                "One night, on average",
                ("What was counted", "#Padua", "#Shanghai"),
                ("Beds for one nurse", "12", "14"),
                ("Alarms", "38", "61"),
                ("Patients woken for a measurement", "9", "4"),
                ("Families asking for news", "1", "7"),
            ),
            h("What the numbers started"),
            p(
                "Padua now bundles measurements: whoever is awake at two is measured at two, and the rest are left to sleep until five. Shanghai went "
                "through its alarm limits bed by bed. Of 61 alarms a night, 24 had been set for somebody who had long gone home."
            ),
            q("We thought that we would compare two countries. We compared two habits of the same ward.", "Shi Yalan"),
            h("What comes next"),
            items(
                "A second pair of nurses is to go next year, from intensive care.",
                "The counting sheet is one page and hangs in both wards.",
                "Families in Shanghai get one call each evening, at an hour that they choose.",
            ),
            document("counting-sheet", "The counting sheet", "One page for one night."),
            people("chiara-bonfanti", "shi-yalan"),
            related("sixty-days-in-leuven"),
        ),
    ),
    zh=Words(
        title="两位护士，同一个夜班",
        intro="四周里，帕多瓦与上海的两位护士一同值夜班，先在一座城市，再到另一座。她们把做过的事一件件数下来。",
        caption="夜里的二十四张病床：两位患者醒着，两位护士在中间交接。",
        author="方子骞",
        tags=("护理", "夜班"),
        body=(
            p(
                "她们事先只约定了一条：不解释，只计数。在帕多瓦两周、上海两周，Chiara Bonfanti与施雅兰记下每一次走动、每一次报警，"
                "以及每一次叫醒患者。"
            ),
            table(
                "平均每晚",
                ("计数项目", "#帕多瓦", "#上海"),
                ("每位护士负责床位", "12", "14"),
                ("报警", "38", "61"),
                ("为测量叫醒患者", "9", "4"),
                ("家属询问病情", "1", "7"),
            ),
            h("数字带来的改变"),
            p(
                "帕多瓦把测量合并起来：凌晨两点醒着的就在两点测，睡着的留到五点。上海则逐床检查了报警界限，"
                "每晚61次报警中，有24次的设定属于早已出院的患者。"
            ),
            q("本以为是在比较两个国家，结果比较的是同一种病房的两种习惯。", "施雅兰"),
            h("下一步"),
            items(
                "明年将派出第二组护士，来自重症监护室。",
                "计数表只有一页，两边病房都贴着。",
                "上海的家属每晚会接到一次电话，时间由家属选定。",
            ),
            document("counting-sheet", "计数表", "英文，一页，记录一个夜班。"),
            people("chiara-bonfanti", "shi-yalan"),
            related("sixty-days-in-leuven"),
        ),
    ),
)

STORIES = (SIXTY, NURSES)
