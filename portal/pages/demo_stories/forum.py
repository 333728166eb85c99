"""Invented stories about the forum: people and partner hospitals do not exist."""

from .telling import DemoStory, Words, facts, gallery, h, items, p, people, q, related, table, video

OFFICE = "Office for International Exchange"
OFFICE_ZH = "国际交流办公室"

LAST_HOUR = DemoStory(
    slug="one-room-for-the-last-hour",
    topic="forum",
    drawing="three-rooms",
    days=75,
    en=Words(
        title="Three sub-forums, one room for the last hour",
        intro="Surgeons, physicians and the heart team met in separate rooms for a day and a half. Then everybody sat down "
        "over one case.",
        caption="Three rooms of thirty, and the one in which they all end.",
        author=OFFICE,
        tags=("heart and lung", "voting"),
        corrections=(
            (2, "An earlier version gave the patient’s age as 74. It is 71."),
            (9, "The table gave 16 votes for the valve first at the end. There were 17."),
        ),
        body=(
            p(
                "By the second afternoon the forum’s three rooms have usually stopped talking to each other. The surgeons "
                "discuss margins, the physicians lines of treatment, the heart team valves. This year the scientific "
                "committee closed two of the three doors at four o’clock and put one case on the screen of the third."
            ),
            p(
                "A woman of 71 has a tumour in the upper lobe of her right lung and a narrow aortic valve. Which of the two comes "
                "first, and who decides?"
            ),
            gallery(
                "The case in three drawings",
                ("table-plan", "Who stands where, if both are done in one sitting."),
                ("arch", "The way of the catheter leads through the arch."),
                ("screening", "The finding in the right upper lobe is one of the three filled points."),
            ),
            h("Votes before arguments"),
            p(
                "Each of the ninety people in the room voted before anybody spoke, and again after forty minutes. At first the surgeons "
                "wanted to begin with the lung and the cardiologists with the valve. At the end most of both had changed "
                "their minds towards a third way: the valve through a catheter, the lung four weeks later."
            ),
            table(
                "How ninety people voted, before and after forty minutes",
                ("What comes first", "#Before", "#After"),
                ("The lung", "41", "12"),
                ("The valve", "38", "17"),
                ("The valve by catheter, then the lung", "11", "61"),
            ),
            q(
                "I did not learn a new technique in that hour. I learnt what my colleague next door is afraid of.",
                "Dr Luo Yiwen",
                "who chaired the hour",
            ),
            p(
                "The hour stays in the schedule. For the next edition the case comes from a partner hospital, with its films, and "
                "the audience reads it the evening before."
            ),
            people("luo-yiwen"),
            related("nine-targets-and-a-half"),
        ),
    ),
    zh=Words(
        title="三个分论坛，最后一小时同坐一室",
        intro="外科、内科和心脏团队先各自讨论了一天半，最后一小时，所有人坐到一起，只谈一个病例。",
        caption="三个会场各三十人，最后汇入同一个会场。",
        author=OFFICE_ZH,
        tags=("心肺同治", "投票"),
        corrections=(
            (2, "本文前一版本将患者年龄写作74岁，应为71岁。"),
            (9, "表中“讨论后先做瓣膜”曾写作16票，应为17票。"),
        ),
        body=(
            p(
                "到了第二天下午，三个会场往往已各说各话：外科谈切缘，内科谈线数，心脏团队谈瓣膜。"
                "今年，日程委员会在下午四点关掉两个会场的门，把一个病例投到第三个会场的屏幕上。"
            ),
            p("患者女性，71岁，右肺上叶有一肿瘤，同时主动脉瓣狭窄。先处理哪一个？由谁来定？"),
            gallery(
                "三幅图看这个病例",
                ("table-plan", "若同台完成，各人站位如图。"),
                ("arch", "导管须经主动脉弓送入。"),
                ("screening", "右上叶的病灶，是三个实心点之一。"),
            ),
            h("先投票，再讨论"),
            p(
                "在座九十人发言之前先投一次票，四十分钟后再投一次。起初，外科主张先做肺，心内科主张先做瓣膜。"
                "讨论之后，双方多数人转向第三种方案：瓣膜经导管处理，四周后再做肺部手术。"
            ),
            table(
                "九十人的投票，讨论前与四十分钟后",
                ("先处理什么", "#讨论前", "#讨论后"),
                ("肺", "41", "12"),
                ("瓣膜", "38", "17"),
                ("瓣膜经导管处理，随后做肺", "11", "61"),
            ),
            q("这一小时里我没有学到新的技术，却弄明白了隔壁的同事在担心什么。", "罗亦文医生", "本场主持人"),
            p("这一环节今后将保留。下一届的病例由合作医院提供，影像资料一并公布，听众可在前一晚先行阅读。"),
            people("luo-yiwen"),
            related("nine-targets-and-a-half"),
        ),
    ),
)

SUB_FORUMS = DemoStory(
    slug="what-a-sub-forum-is-for",
    topic="forum",
    drawing="three-days",
    days=452,
    en=Words(
        title="What a sub-forum is for",
        intro="Two days, four rooms, twelve sessions. How the forum decides what stands beside what, and why no session is "
        "longer than ninety minutes.",
        caption="Sessions by day and room; the coloured one is held for everybody.",
        author=OFFICE,
        tags=("schedule",),
        body=(
            p(
                "A sub-forum is a promise to a visitor: if you stay in this room, the day makes sense. Each has two chairs, one "
                "from Shanghai and one from Europe, who answer for its sessions from the first list of titles to the last slide."
            ),
            h("Three rules"),
            items(
                "Nobody speaks in two rooms at once. The schedule refuses it before a chair can overlook it.",
                "Ninety minutes at most, of which thirty belong to questions.",
                "One session a day is held for everybody; the other rooms are dark for that time.",
            ),
            p(
                "The third rule costs most. It takes six sessions out of the schedule, and each year somebody "
                "asks for them back. The visitors’ answers have so far settled it: the common session was named most often "
                "when we asked what to keep."
            ),
            h("When a session moves"),
            p(
                "It happens in every edition. The public schedule then shows a new release with a list of what changed, and whoever follows "
                "the calendar sees the new hour in it by itself."
            ),
            video(
                "One common session, from the last row",
                "6:40",
                "podium",
                "https://v.qq.com/x/page/demonstration.html",
                "https://vimeo.com/demonstration",
            ),
            related("one-room-for-the-last-hour"),
        ),
    ),
    zh=Words(
        title="分论坛为何而设",
        intro="两天、四个会场、十二个场次。哪些内容并排安排，为何每场不超过九十分钟，这里说明论坛的排法。",
        caption="按日期与会场排列的场次，着色的一场面向全体参会者。",
        author=OFFICE_ZH,
        tags=("日程",),
        body=(
            p(
                "设立分论坛，是对参会者的一个承诺：只在这一间坐下去，一天的内容也能前后贯通。"
                "每个分论坛由中欧双方各出一位主席，从最初的题目到最后一张幻灯片，都由他们负责。"
            ),
            h("三条规矩"),
            items(
                "同一时间，一人不得出现在两个会场。主席尚未留意，日程系统已先行拦下。",
                "每场不超过九十分钟，其中三十分钟留给提问。",
                "每天有一场面向全体，届时其余会场停开。",
            ),
            p(
                "第三条代价最大：每年总有人希望把这段时间还给各会场。但在会后的意见征询中，最多人希望保留的，正是这一场。"
            ),
            h("场次有变动时"),
            p("每届都难免调整。届时公开日程会发布新的一版，并列出改动；订阅了日历的参会者无需操作，时间会自动更新。"),
            video(
                "一场全体会议，从最后一排看",
                "6:40",
                "podium",
                "https://v.qq.com/x/page/demonstration.html",
                "https://vimeo.com/demonstration",
            ),
            related("one-room-for-the-last-hour"),
        ),
    ),
)

SECOND_READING = DemoStory(
    slug="one-list-two-readings",
    topic="research",
    drawing="stack",
    days=561,
    en=Words(
        title="One list of scans, read in two cities",
        intro="Every second Thursday, radiologists in Shanghai and Prague read the same twenty scans without knowing what the other "
        "wrote. They meet where they differ.",
        caption="A chest in twelve levels; in the coloured one lies the nodule on which the readers disagreed.",
        author="Pan Chengyu",
        tags=("screening", "reading together"),
        body=(
            p(
                "At three in the afternoon in Shanghai it is morning in Prague. Two radiologists on each side open a list of "
                "twenty scans of the chest. Names are gone, dates are gone. Each of the four writes down what there is, how "
                "large, and what should happen next."
            ),
            p(
                "An hour later they compare. In sixteen or seventeen cases of twenty there is nothing to say. The rest is "
                "what the meeting is for."
            ),
            facts(
                "Six months in figures",
                ("Meetings", "13"),
                ("Scans read", "260"),
                ("Advice differed", "46", "most often between six months and three months until the next scan"),
                ("Changed after talking", "31"),
            ),
            h("The same nodule, two habits"),
            p(
                "Most differences are not about what is seen. Where many people come for screening, a reader learns to wait; "
                "where people come with complaints, to act. Both habits have reasons, and neither had been written down."
            ),
            p(
                "They are now: two pages that both departments give to new colleagues. The list goes on, from next month with "
                "residents as third readers."
            ),
            people("pan-chengyu"),
        ),
    ),
    zh=Words(
        title="同一份片单，两地各读一遍",
        intro="每隔一个周四，上海与布拉格的影像科医师各自阅读同样的二十份胸部影像，事先互不通气，只讨论意见不同之处。",
        caption="胸部的十二个层面，着色的一层中有一枚两地意见不一的结节。",
        author="潘成宇",
        tags=("筛查", "两地阅片"),
        body=(
            p(
                "上海下午三点，布拉格正是上午。两地各有两位影像科医师打开同一份片单：二十份胸部影像，姓名与日期均已隐去。"
                "四人分别写下所见、大小和处理建议。"
            ),
            p("一小时后对照结果。二十例中，通常有十六七例无需讨论，余下的几例才是会议的内容。"),
            facts(
                "半年数字",
                ("会议", "13次"),
                ("阅片", "260份"),
                ("建议不一致", "46份", "多为下次复查间隔六个月还是三个月之别"),
                ("讨论后修改", "31份"),
            ),
            h("同一枚结节，两种习惯"),
            p(
                "多数分歧并不在于看到了什么。体检人群多的地方，医师学会了等；患者多因症状就诊的地方，医师学会了动手。"
                "两种习惯各有道理，只是过去都没有写下来。"
            ),
            p("如今写成了两页纸，两个科室都发给新来的同事。片单仍在继续，下月起，住院医师将作为第三读者加入。"),
            people("pan-chengyu"),
        ),
    ),
)

STORIES = (LAST_HOUR, SUB_FORUMS, SECOND_READING)
