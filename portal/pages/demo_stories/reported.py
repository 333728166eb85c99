"""What the press reported on 2 November 2024, in our own sentences. The two people in it are real: their words as the
report gave them, and not one more. Registry and sponsor were not given and stay empty."""

from datetime import date

from .telling import DemoStory, Words, h, items, p, people, related

SOURCE = "Press report of 2 November 2024"
SOURCE_ZH = "2024年11月2日媒体报道"

CAR_T = DemoStory(
    slug="car-t-for-lung-cancer",
    topic="research",
    drawing="cells",
    on=date(2024, 11, 2),
    en=Words(
        title="CAR-T for lung cancer: a trial is planned for 2025",
        intro="Experts told the Sino-Euro Forum of a trial in lung cancer of a treatment that has so far been at home in "
        "cancers of the blood. Twenty patients are expected in its first phase.",
        caption="Twenty cells for the twenty patients expected. The filled one stands for the first, who is to be "
        "recruited in January 2025.",
        source=SOURCE,
        tags=("CAR-T", "lung cancer", "clinical trials"),
        body=(
            p(
                "A trial of CAR-T cell therapy in people with lung cancer is planned for 2025, experts said at the "
                "Sino-Euro Forum on Thoracic Disease, which met in Shanghai this weekend. The first patient is to be "
                "recruited in January. Twenty are expected in the first phase."
            ),
            p("Those are plans. No patient has been treated, and this page reports no result."),
            (
                "trial",
                {
                    "treatment": "CAR-T: a patient’s own T cells, altered to recognise the tumour",
                    "disease": "Lung cancer",
                    "phase": "First phase",
                    "enrolment": "20 expected",
                    "first_patient": "To be recruited in January 2025",
                    "registry": "",
                    "sponsor": "",
                    "status": "planned",
                    "note": "As told to the forum in November 2024",
                },
            ),
            h("What CAR-T is"),
            p(
                "T cells are the part of the immune system that kills cells it takes for foreign. For CAR-T they are "
                "drawn from a patient’s blood and given a new receptor in the laboratory, one that holds on to a mark on "
                "the tumour’s surface. They are multiplied and given back to the same patient."
            ),
            h("Why the lung is harder than the blood"),
            p(
                "In several cancers of the blood the therapy works and is in use. In solid tumours, lung cancer among "
                "them, it does not yet work as well. Three things stand in the way:"
            ),
            items(
                "A cell in the blood is met on the way. A tumour in the lung has to be found and entered.",
                "Inside a tumour the cells tire: little oxygen, and signals that tell them to stop.",
                "The mark that the receptor looks for may also sit on healthy tissue.",
            ),
            p(
                "A first phase therefore asks what can be given safely, before it asks what it does. The number of people "
                "in it says nothing about a cure."
            ),
            h("If you are a patient"),
            p("This story is no invitation to take part. Please speak with the doctor who treats you."),
        ),
    ),
    zh=Words(
        title="CAR-T治疗肺癌：临床试验计划于2025年开展",
        intro="专家在中欧胸部疾病学术论坛上介绍，一项以CAR-T细胞治疗肺癌的临床试验正在筹备。这一疗法此前主要用于血液肿瘤，首期预计入组20人。",
        caption="图中二十个细胞代表预计入组的二十名患者，实心者为第一例，计划于2025年1月招募。",
        source=SOURCE_ZH,
        tags=("CAR-T", "肺癌", "临床试验"),
        body=(
            p(
                "本周末在上海举行的中欧胸部疾病学术论坛上，专家透露，一项以CAR-T细胞治疗肺癌的临床试验计划于2025年开展，"
                "首例患者将于1月招募，第一阶段预计入组20人。"
            ),
            p("以上均为计划。目前尚无患者接受治疗，本文不涉及任何疗效结果。"),
            (
                "trial",
                {
                    "treatment": "CAR-T：取患者自身T细胞，改造后使其识别肿瘤",
                    "disease": "肺癌",
                    "phase": "第一阶段",
                    "enrolment": "预计20人",
                    "first_patient": "计划于2025年1月招募",
                    "registry": "",
                    "sponsor": "",
                    "status": "planned",
                    "note": "2024年11月在论坛上介绍",
                },
            ),
            h("什么是CAR-T"),
            p(
                "T细胞是免疫系统中负责清除异己细胞的一支。CAR-T疗法从患者血液中采集T细胞，在实验室为其装上新的受体，"
                "使之能够抓住肿瘤表面的特定标志，再经扩增后回输给同一名患者。"
            ),
            h("为什么肺癌比血液肿瘤更难"),
            p(
                "在多种血液肿瘤中，这一疗法已经有效并投入使用；而在包括肺癌在内的实体瘤中，效果尚不及前者。难点主要有三："
            ),
            items(
                "血液中的肿瘤细胞在循环中即可相遇，肺内的肿瘤则须先找到、再进入。",
                "肿瘤内部缺氧，又有抑制信号，细胞容易耗竭。",
                "受体所识别的标志，也可能出现在正常组织上。",
            ),
            p("因此，第一阶段首先回答安全剂量的问题，其次才谈作用。入组人数的多少，并不意味着治愈的可能。"),
            h("如果您是患者"),
            p("本文不是招募启事。请向您的主治医师咨询。"),
        ),
    ),
)

LU_SHUN = DemoStory(
    slug="nine-targets-and-a-half",
    topic="research",
    drawing="targets",
    on=date(2024, 11, 3),
    en=Words(
        title="Nine targets there, eight and a half here",
        intro="Lung cancer is not one disease but a group of them, Dr Lu Shun said. What can be treated precisely depends on "
        "the molecular type.",
        caption="Upper row: nine targets in the United States. Lower row: 8.5 in China.",
        source=SOURCE,
        tags=("lung cancer", "EGFR"),
        body=(
            p(
                "Lung cancer is a group of diseases. So Dr Lu Shun, an oncologist at Shanghai Chest Hospital, described it "
                "when the Sino-Euro Forum on Thoracic Disease met in Shanghai. Two tumours that look alike on a scan may "
                "be driven by different changes in their genes, and the same drug helps one patient and not the other."
            ),
            h("Type first, then treat"),
            p(
                "That is why molecular typing comes before the choice of a drug. A sample of the tumour is searched for "
                "known changes, each of them a possible target. Where one is found and a drug exists for it, treatment can "
                "be aimed at it."
            ),
            p("Nine such targets are served in the United States, Dr Lu said, against 8.5 in China."),
            h("His own field"),
            p(
                "Dr Lu’s research concerns EGFR, the receptor of a growth factor, in which a change can keep the signal to "
                "divide switched on."
            ),
            p(
                "For a reader without medical training one thing is worth keeping: “lung cancer” on a report is the "
                "beginning of a diagnosis. The type is the rest of it."
            ),
            p("Everything said of Dr Lu here stands in the press report."),
            people("lu-shun"),
            related("car-t-for-lung-cancer"),
        ),
    ),
    zh=Words(
        title="美国九个靶点，中国八个半",
        intro="陆舜医生在谈及肺癌时指出，肺癌不是一种病，而是一组疾病。能否精准施治，取决于分子分型。",
        caption="上行为美国有药可用的九个靶点，下行为中国的八个半。",
        source=SOURCE_ZH,
        tags=("肺癌", "EGFR"),
        body=(
            p(
                "中欧胸部疾病学术论坛在上海举行期间，上海市胸科医院肿瘤内科的陆舜医生谈到，肺癌是一组疾病的总称。"
                "影像上看似相同的两个肿瘤，背后的基因改变可能并不一样；同一种药，对这位患者有效，对另一位未必有效。"
            ),
            h("先分型，后用药"),
            p(
                "因此，选药之前要先做分子分型：在肿瘤样本中查找已知的基因改变，每一种都可能成为靶点。找到靶点，又有对应的药物，治疗才有的放矢。"
            ),
            p("陆舜医生说，这样的靶点，美国有九个已有药可用，中国是八个半。"),
            h("他的研究方向"),
            p(
                "陆舜医生的研究围绕表皮生长因子受体（EGFR）展开。这一受体发生改变后，促使细胞分裂的信号可能一直处于开启状态。"
            ),
            p("对没有医学背景的读者而言，值得记住的只有一点：报告上写着“肺癌”，诊断才刚刚开始，分型是另一半。"),
            p("本文有关陆舜医生的内容均见于媒体报道。"),
            people("lu-shun"),
            related("car-t-for-lung-cancer"),
        ),
    ),
)

HOU_XUMIN = DemoStory(
    slug="four-to-five-each-year",
    topic="visiting-plan",
    drawing="road",
    on=date(2024, 11, 4),
    en=Words(
        title="Four to five come each year, and young doctors go",
        intro="Dr Hou Xumin, president of Shanghai Chest Hospital, described an exchange in both directions: European experts "
        "are invited, and the hospital’s young doctors are sent to theirs.",
        caption="One loop between Shanghai and Europe: out above, back below.",
        source=SOURCE,
        tags=("exchange in both directions",),
        body=(
            p(
                "Each year four to five professionals of cardiothoracic surgery from Europe are invited to Shanghai, said "
                "Dr Hou Xumin, president of Shanghai Chest Hospital. The hospital also sends its young doctors to visit "
                "their hospitals, for research and cooperation across borders."
            ),
            p(
                "Foreign colleagues come for training and study as well as for academic exchange. The occasion of his "
                "words was the Sino-Euro Forum on Thoracic Disease, held in the city that weekend. Everything said of Dr Hou here "
                "stands in the press report."
            ),
            people("hou-xumin"),
            h("What this site adds"),
            p(
                "A forum is over after a weekend. An exchange takes a year: a call, a review, an answer with a date, a visit, a "
                "place for somebody who goes the other way. Here each of these steps has its page, so that a surgeon in "
                "Padua and a doctor on a ward in Shanghai read the same rule in their own language."
            ),
        ),
    ),
    zh=Words(
        title="每年请进四到五位，青年医师走出去",
        intro="上海市胸科医院院长侯旭敏介绍，交流是双向的：医院每年邀请欧洲专家来沪，同时选派青年医师赴对方医院访问。",
        caption="上海与欧洲之间的一条环线：上为派出，下为来访。",
        source=SOURCE_ZH,
        tags=("双向交流",),
        body=(
            p(
                "上海市胸科医院院长侯旭敏表示，医院每年邀请四到五位欧洲心胸外科专业人士来沪，同时选派青年医师赴他们所在的医院访问，"
                "开展国际科研与合作。"
            ),
            p(
                "外国同行来院，既有进修学习，也有学术交流。他作此介绍时，中欧胸部疾病学术论坛正于当周周末在上海举行。本文有关侯旭敏医生的内容均见于媒体报道。"
            ),
            people("hou-xumin"),
            h("本网站能做什么"),
            p(
                "论坛一个周末便告结束，交流却要贯穿全年：发布通知、评审、按期答复、来访，再为赴外的医师落实岗位。"
                "这些步骤在本网站上各有其页，帕多瓦的外科医生与上海病房里的住院医师，都能用自己的语言读到同一条规则。"
            ),
        ),
    ),
)

STORIES = (CAR_T, LU_SHUN, HOU_XUMIN)
