"""Invented stories about the visiting plan: people and partner hospitals do not exist."""

from .telling import DemoStory, Words, h, items, p, people, pic, q, related, video

OFFICE = "Office for International Exchange"
OFFICE_ZH = "国际交流办公室"

REVIEW = DemoStory(
    slug="what-the-review-panel-looks-for",
    topic="visiting-plan",
    drawing="readers",
    days=7,
    en=Words(
        title="What the review panel looks for in a proposal",
        intro="Three members of the panel on why a modest plan with clear dates beats a long one, and on the page that they skip.",
        caption="One proposal, three readers, five criteria.",
        author=OFFICE,
        tags=("review", "applying"),
        body=(
            p(
                "Dr Gao Shuren reads the dates first. “A window of two weeks in one season tells me that somebody has looked at "
                "their own calendar,” he says. “Any time from May to November tells me that nobody has asked the head of department.”"
            ),
            p(
                "Each proposal has three readers. They do not see one another’s marks, and whoever has written a paper with the "
                "applicant, or worked in the same hospital, does not read it."
            ),
            h("Four things that help"),
            items(
                "Cases by kind and number: six sleeve resections, and not “complex airway work”.",
                "Who stands at the table. To observe is a full answer; it is approved sooner than to operate.",
                "One talk with a title. Young doctors choose their day off by it.",
                "A sentence on what your own hospital could offer a doctor from here, with a name.",
            ),
            h("The page they skip"),
            p(
                "All three skip the list of prizes. “It is the only page that reads the same in every file,” says Dr Yin Ruoxi. She "
                "looks instead for the sentence in which an applicant says what did not work the last time."
            ),
            q("I would rather argue with a plan than admire a career.", "Dr Luo Yiwen"),
            p(
                "Your draft can be changed until the call closes. The deadline stands on the page of the call, on two clocks. "
                "Whatever could tell which proposals the three had in mind has been left out here."
            ),
            people("gao-shuren", "luo-yiwen", "yin-ruoxi"),
        ),
    ),
    zh=Words(
        title="评审专家看重什么",
        intro="三位评审专家谈及，为何一份篇幅不长、日期明确的计划胜过长篇大论，以及材料里哪一页他们会跳过不看。",
        caption="一份计划，三位评审，五项标准。",
        author=OFFICE_ZH,
        tags=("评审", "如何申请"),
        body=(
            p(
                "高树仁医生最先看日期。“写明某个季节的两周，说明申请人查过自己的日程；写‘五月至十一月皆可’，"
                "说明还没有问过科室主任。”他说。"
            ),
            p("每份申请由三人评审，彼此看不到对方的评分。与申请人合写过论文或曾在同一医院共事的，不参加该份评审。"),
            h("四点建议"),
            items(
                "写清病例的种类与数量：六例袖式切除，而不是“复杂气道手术”。",
                "写清谁在台上。观摩就是完整的答案，审批也比手术更快。",
                "报一个有题目的讲座。年轻医师会据此安排休息日。",
                "用一句话说明您的医院能为本院医师提供什么，并写上联系人。",
            ),
            h("他们跳过的那一页"),
            p(
                "三位专家都会跳过获奖名单。“每份材料里，只有这一页读来都一样。”尹若曦医生说。她更想看到的，是申请人写下上一次哪里没有做好。"
            ),
            q("我宁愿与一份计划争论，也不愿仰望一份履历。", "罗亦文医生"),
            p(
                "申请截止之前，草稿可随时修改。截止时间见通知页面，按两地时间列出。凡可能让人认出具体申请的细节，本文均已略去。"
            ),
            people("gao-shuren", "luo-yiwen", "yin-ruoxi"),
        ),
    ),
)

AIRWAY = DemoStory(
    slug="an-airway-week",
    topic="visiting-plan",
    drawing="airway",
    days=128,
    en=Words(
        title="Five mornings, six sleeves: an airway week",
        intro="Dr Marek Świątkowski of Poznań spent a week in Theatre 6. He brought a way of sewing and took home a way of "
        "counting.",
        caption="A windpipe that divides six times. The week’s work lay at the first three.",
        author=OFFICE,
        tags=("airway", "theatre"),
        body=(
            p(
                "On Monday the visitor stood at the foot of the table and said nothing for two hours. “I came to see where your hands "
                "wait,” Dr Marek Świątkowski told the team over lunch. Six sleeve resections were on the list of his week, one of "
                "them on the left side."
            ),
            pic("sleeve", "Eighteen stitches join the bronchus. The ring below was taken out."),
            h("Two ways to close a ring"),
            p(
                "In Poznań the back wall is sewn with one running thread, from inside. In Shanghai each stitch is tied. The running thread "
                "saves eleven minutes on average; the single stitches forgive a difference in width. On Thursday the team used "
                "both in one bronchus."
            ),
            video(
                "The back wall in one running thread",
                "4:12",
                "suture",
                "https://www.bilibili.com/video/BVdemonstration/",
                "https://www.youtube.com/watch?v=demonstration",
            ),
            h("What he took home"),
            p(
                "Before each closure a nurse here reads the count aloud, in the same order each time, and waits for two answers. At "
                "his hospital one answer was enough. It is two now, he wrote three weeks later."
            ),
            q("A week is long enough to change one habit. So choose it before you come.", "Dr Marek Świątkowski"),
            p(
                "He had come to observe and to lecture, with Dr Lu Wenlan as his host. The lecture drew eighty people into a room for "
                "sixty. A doctor from the ward follows him to Poznań for three months."
            ),
            people("marek-swiatkowski", "lu-wenlan"),
        ),
    ),
    zh=Words(
        title="五个上午，六台袖式切除：气道手术周",
        intro="来自波兹南的外科医生在6号手术室度过一周，带来一种缝法，带走一种清点的方法。",
        caption="气管逐级分支六次，这一周的手术都在前三级。",
        author=OFFICE_ZH,
        tags=("气道", "手术室"),
        body=(
            p(
                "周一，客人站在手术台尾端，两小时没有说话。“我来看的，是你们的手在哪里停。”午饭时，Marek Świątkowski医生这样对大家说。"
                "这一周共安排六台袖式切除，其中一台在左侧。"
            ),
            pic("sleeve", "支气管以十八针缝合，切下的一段置于下方。"),
            h("两种缝法"),
            p(
                "在波兹南，后壁由内侧以一根线连续缝合；在上海，每一针单独打结。连续缝合平均省下十一分钟，"
                "间断缝合则更能适应两端口径的差异。周四，大家在同一支气管上同时用了两种方法。"
            ),
            video(
                "后壁连续缝合",
                "4:12",
                "suture",
                "https://www.bilibili.com/video/BVdemonstration/",
                "https://www.youtube.com/watch?v=demonstration",
            ),
            h("带走的做法"),
            p(
                "关胸之前，这里的护士每次按同样的次序报数，并等待两个人应答；在他的医院，一人应答即可。三周后他来信说，现在改成了两人。"
            ),
            q("一周足以改变一个习惯，所以请在来之前想好是哪一个。", "Marek Świątkowski医生"),
            p(
                "他此次来访以观摩与讲座为主，由陆文澜医生接待。六十座的示教室，听他讲座的有八十人。科里的一位医师随后将赴波兹南学习三个月。"
            ),
            people("marek-swiatkowski", "lu-wenlan"),
        ),
    ),
)

SEATS = DemoStory(
    slug="how-seats-and-the-waiting-list-work",
    topic="visiting-plan",
    drawing="five-seats",
    days=190,
    en=Words(
        title="How seats and the waiting list work",
        intro="Four firm seats, one in reserve, a list in strict order. What happens between a yes and an arrival, step by step.",
        caption="Four chairs stand. The fifth is there only when the director opens it.",
        author=OFFICE,
        tags=("waiting list", "applying"),
        body=(
            p(
                "This year’s visiting plan has four firm seats and one in reserve. A seat belongs to one person at a time. An offer holds it for a "
                "number of days, and the offer says until when, in Shanghai and in your city."
            ),
            h("When somebody says no"),
            p(
                "The seat goes to the next on the waiting list, and to nobody else. No one is moved up past another, whoever asks for it. The same holds "
                "when an offer is not answered in time: it ends by itself at the hour that stands in it, and cannot be accepted afterwards."
            ),
            pic("applications", "Thirty-one applications, four offers."),
            h("The fifth seat"),
            p(
                "The reserve seat is opened by the director alone, with a reason that is kept. Once open it is a seat like the others and goes to "
                "the first on the list."
            ),
            h("When the list ends"),
            p(
                "On a day named in the call the list closes, since a visit needs months of preparation. Whoever is still waiting gets a letter that "
                "day, with the rank they held."
            ),
            items(
                "You can see your place on the list at any time on your own page.",
                "Training places are counted apart. They never take a visiting expert’s seat.",
                "A visit that was cut short has used its seat.",
            ),
            related("what-the-review-panel-looks-for"),
        ),
    ),
    zh=Words(
        title="名额与候补名单如何运作",
        intro="四个正式名额，一个备用名额，一份严格按序的候补名单。从答复到成行，逐步说明。",
        caption="四把椅子已就位，第五把须由主任开放。",
        author=OFFICE_ZH,
        tags=("候补名单", "如何申请"),
        body=(
            p(
                "本年度访问计划设四个正式名额和一个备用名额。一个名额同一时间只属于一人。录取邀请发出后，名额为您保留若干天，截止时间在邀请中同时按上海和您所在城市的时间写明。"
            ),
            h("有人谢绝时"),
            p(
                "名额依次转给候补名单的下一位，不会给其他人。无论谁来说情，都不能越过次序。邀请逾期未复，同样到点自动失效，之后不能再接受。"
            ),
            pic("applications", "三十一份申请，四份录取邀请。"),
            h("第五个名额"),
            p("备用名额只有主任可以开放，须写明理由并存档。一经开放，即与其他名额相同，转给名单上的第一位。"),
            h("名单何时关闭"),
            p("来访需要数月准备，因此名单在通知所列日期关闭。届时仍在等候的申请人会收到信函，写明其候补次序。"),
            items(
                "您可随时在个人页面查看自己的候补次序。",
                "进修名额单独计算，不占用来访专家的名额。",
                "来访提前结束的，名额视为已使用。",
            ),
            related("what-the-review-panel-looks-for"),
        ),
    ),
)

SATURDAYS = DemoStory(
    slug="why-we-work-on-some-saturdays",
    topic="visiting-plan",
    drawing="windows",
    days=262,
    en=Words(
        title="Why we work on some Saturdays",
        intro="Long holidays in China are joined up by make-up workdays. What that means for your dates, your deadline and the "
        "office’s telephone.",
        caption="Six months on a line, with four windows of dates above it.",
        author=OFFICE,
        tags=("holidays", "applying"),
        body=(
            p(
                "Around the longest holidays the days off are joined to one stretch, and the weekend before or after is worked. A Saturday can "
                "therefore be an ordinary working day here, with a full list in theatre, while your own hospital is at rest."
            ),
            h("For your deadline"),
            p(
                "The clock of an offer ends at six in the evening in Shanghai on a working day. If the last day falls into a holiday, it moves to the "
                "next working day; a make-up Saturday counts as one. You need not work this out: the instant stands in the offer, in two cities."
            ),
            h("For your visit"),
            items(
                "Do not plan your first week into the autumn holiday: planned surgery rests.",
                "A make-up Saturday is a good day to come to theatre: fewer visitors, a full list.",
                "Letters and visa papers take a week longer when a holiday lies in between.",
            ),
            h("How we know"),
            p(
                "The days are announced for one year at a time. Until then our calendar shows what is expected and says that it is provisional. "
                "Should the announcement differ, whoever has a visit planned hears from us the same day."
            ),
        ),
    ),
    zh=Words(
        title="为什么有些周六我们照常上班",
        intro="长假前后常有调休。这对您的来访日期、答复期限和办公室的电话意味着什么，请看以下说明。",
        caption="横线上六个月份，上方为四个时段。",
        author=OFFICE_ZH,
        tags=("节假日", "如何申请"),
        body=(
            p(
                "遇到较长的节假日，休息日会连成一段，前后的周末则要补班。因此在这里，某个周六可能是普通工作日，手术照排，而您所在的医院正在休息。"
            ),
            h("与答复期限有关"),
            p(
                "录取邀请的期限，以上海工作日18:00为准。最后一天如遇假期，顺延至下一个工作日；补班的周六算作工作日。您不必自己推算，截止时间已在邀请中按两地时间写明。"
            ),
            h("与来访安排有关"),
            items(
                "第一周请避开国庆假期，期间择期手术暂停。",
                "补班的周六适合进手术室：访客少，手术排满。",
                "如中间隔着长假，邀请函与签证材料须多留一周。",
            ),
            h("日期从何而来"),
            p(
                "放假安排每年公布一次。公布之前，日历上显示的是预计日期，并注明“暂定”。如有出入，我们会在当天通知已安排来访的专家。"
            ),
        ),
    ),
)

STORIES = (REVIEW, AIRWAY, SEATS, SATURDAYS)
