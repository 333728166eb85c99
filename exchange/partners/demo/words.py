"""What is said of the demo's partners: invented, like the hospitals."""
# ruff: noqa: E501  (texts in rows, as a table)

# title, lead and text of the page of all partners
PAGE = {
    "en": (
        "Partner hospitals",
        "Surgeons from these hospitals come to Shanghai, and our young doctors go to them. What each side gives and takes is written down, year by year.",
        [
            ("heading", "How a hospital becomes a partner"),
            (
                "paragraph",
                "<p>Most begin with one person: a surgeon who visited Shanghai and told us what their own hospital could offer a young doctor. "
                "After a first exchange in both directions the two hospitals sign an agreement, which says how many persons a year, "
                "for how long, and who pays for what.</p><p>Every stay is counted once it has ended, in the same ledger for all. It informs us; it has "
                "never been a reason to turn somebody down.</p>",
            ),
        ],
    ),
    "zh-hans": (
        "合作医院",
        "这些医院的专家来到上海，我院青年医师前往对方医院。双方往来的情况逐年记录。",
        [
            ("heading", "合作如何开始"),
            (
                "paragraph",
                "<p>多数合作始于一位专家：来访上海之后，告诉我们其所在医院可为青年医师提供怎样的机会。双方各完成一次交流后签订协议，"
                "写明每年人数、时长和费用由谁承担。</p><p>每次往来结束后计入同一本台账。台账供双方了解情况，从不作为拒绝任何人的理由。</p>",
            ),
        ],
    ),
}

# slug: partner since, then: what it is in English and Chinese, what the exchange is in English and Chinese
WORDS = {
    "nemocnice-pod-kastany": (
        2018,
        "A teaching hospital on the left bank of the Vltava, with the country’s largest programme for tumours of the windpipe.",
        "位于伏尔塔瓦河左岸的教学医院，气管肿瘤诊治规模居全国之首。",
        "Their airway surgeons come for two weeks in autumn and operate with us. Our young doctors go for three months, follow patients from the clinic to theatre, and write one paper there.",
        "对方气道外科专家每年秋季来访两周，与我院团队同台手术。我院青年医师前往三个月，从门诊到手术全程跟随患者，并在当地完成一篇论文。",
    ),
    "st-gertrude": (
        2019,
        "A city hospital with a small thoracic unit that has run a register of every lung resection since 1994.",
        "市立医院，胸外科规模不大，自1994年起对每一例肺切除手术进行登记。",
        "Research above all: sixty days in the register, with a question that both hospitals agreed on before.",
        "以科研为主：青年医师带着双方事先商定的问题，在登记数据库工作六十天。",
    ),
    "san-rocco-ai-colli": (
        2018,
        "A regional centre below the Euganean Hills, known for surgery of the oesophagus and for keeping patients only as long as they need.",
        "欧加内丘陵下的区域中心，以食管外科和缩短住院时间见长。",
        "Observation for six weeks, twice a year. What they showed us changed how our ward removes drains.",
        "每年两批，各观摩六周。对方的经验促使我院病房改进了拔管流程。",
    ),
    "klinikum-lindenhof": (
        2020,
        "A hospital at the edge of the Black Forest with four theatres for thoracic surgery and a school for nurses of its own.",
        "地处黑森林边缘，设四间胸外科手术室，并自办护理学校。",
        "Courses in minimal-access surgery, on models and then beside the table. One surgeon comes to Shanghai every second year.",
        "微创手术课程，先在模型上练习，再到手术台旁观摩。每两年有一位专家来沪。",
    ),
    "hymettus-chest": (
        2021,
        "A chest hospital among pines, founded for tuberculosis and now the referral centre for infections of the pleura.",
        "松林中的胸科医院，因结核病而建，如今是胸膜感染的转诊中心。",
        "Observation on the wards and in the clinic of the pleura, for one month.",
        "在病房和胸膜门诊观摩一个月。",
    ),
    "szpital-nad-warta": (
        2019,
        "A university hospital that screens smokers of its region for lung cancer from a lorry with a scanner.",
        "大学医院，以车载CT为本地区吸烟人群开展肺癌筛查。",
        "Two months with the screening team, from the first letter to the follow-up of nodules. Their surgeons come to us for complex resections.",
        "随筛查团队工作两个月，从第一封通知到结节随访。对方专家来沪，交流复杂切除手术。",
    ),
    "hopital-des-trois-rivieres": (
        2022,
        "A transplant centre for the upper Rhine, with patients from three countries on one list.",
        "上莱茵地区的移植中心，三个国家的患者列在同一份名单上。",
        "One doctor a year follows the transplant team for three months. They teach us how donor lungs are judged; we share what we know of airways.",
        "每年一位医师跟随移植团队三个月。对方讲授供肺评估，我院分享气道外科的经验。",
    ),
    "hospital-del-turia": (
        2023,
        "A public hospital in the old river bed, with a thoracic unit that operates day and night for the whole coast.",
        "建在旧河床上的公立医院，胸外科昼夜为沿海地区提供手术。",
        "Observation of injuries of the chest, for six weeks.",
        "胸部创伤观摩，为期六周。",
    ),
    "spital-am-limmatberg": (
        2022,
        "A foundation hospital with a laboratory for tissue engineering one floor above its theatres.",
        "基金会医院，组织工程实验室就在手术室楼上。",
        "Four months of research on airway grafts, for doctors who hold a doctorate.",
        "面向已获博士学位的医师，开展为期四个月的气道移植物研究。",
    ),
    "klinika-na-slavii": (
        2024,
        "A heart centre that treats the aorta and the lung in one team.",
        "心脏中心，由同一团队处理主动脉与肺部疾病。",
        "",
        "",
    ),
    "krankenhaus-elbufer": (
        2021,
        "A hospital on the harbour, with a clinic for lungs that were hurt at work.",
        "港口边的医院，设有职业性肺病门诊。",
        "Two months in the clinic and the theatre. Their surgeons come to us for the theatre, we go to them for the clinic.",
        "在门诊和手术室学习两个月。对方专家来我院以手术为主，我院医师前往以门诊为主。",
    ),
    "ospedale-sant-agata": (
        2024,
        "A hospital of the plain, with a unit for the chest wall that sees patients from all of the north.",
        "平原上的医院，胸壁外科接诊整个北部地区的患者。",
        "The agreement is signed. The first doctor leaves when the house there has prepared the place.",
        "协议已签订，待对方准备就绪后，首位医师即可启程。",
    ),
}
