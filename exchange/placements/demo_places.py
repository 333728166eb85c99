"""What the demo's places are: partners, titles, and days counted from today."""

from .states import PlacementState as P
from .states import Purpose

AIRWAY = ("Observation in airway surgery", "气道外科观摩", Purpose.OBSERVATION)
LUNG = ("Lung transplantation, ex vivo perfusion", "肺移植：离体灌注", Purpose.RESEARCH)
ROBOT = ("Robot-assisted thoracic surgery", "机器人辅助胸外科手术", Purpose.OBSERVATION)
NODES = ("Lymph node staging, registry study", "淋巴结分期登记研究", Purpose.RESEARCH)
COURSE = ("Course in minimally invasive mitral surgery", "微创二尖瓣手术课程", Purpose.COURSE)
CHEST_WALL = ("Chest wall reconstruction", "胸壁重建", Purpose.OBSERVATION)

PROJECTS = {
    Purpose.RESEARCH: (
        "One year of consecutive cases from both hospitals, read by the same protocol, with the partner’s statistician.",
        "A joint paper, and a protocol in both languages that our ward can use.",
    ),
    Purpose.OBSERVATION: (
        "Three days a week in theatre, one in the outpatient clinic, one for case notes with the supervisor.",
        "A talk to our department on what we would do differently, with ten cases.",
    ),
    Purpose.COURSE: (
        "The course and its simulation sessions, then two weeks beside the course’s teachers.",
        "The certificate, and a training plan for our own residents.",
    ),
}

# doctor, partner, title, first and last day from today
EARLIER = (
    ("doctor5", "klinikum-lindenhof", AIRWAY, -1075, -990),
    ("doctor6", "san-rocco-ai-colli", LUNG, -960, -900),
    ("doctor7", "hopital-des-trois-rivieres", LUNG, -745, -655),
    ("doctor8", "spital-am-limmatberg", ROBOT, -640, -595),
    ("doctor2", "hospital-del-turia", CHEST_WALL, -455, -370),
    ("doctor3", "nemocnice-pod-kastany", AIRWAY, -395, -310),
    ("doctor5", "st-gertrude", NODES, -270, -185),
)

# state, then as above; those that ended otherwise first, so that their days are free again
TODAY = (
    (P.LAPSED, "doctor3", "ospedale-sant-agata", CHEST_WALL, -15, 40),
    (P.REJECTED, "doctor8", "hymettus-chest", ROBOT, 25, 100),
    (P.CANCELLED, "doctor6", "klinika-na-slavii", COURSE, 20, 60),
    (P.DECLINED, "doctor4", "szpital-nad-warta", AIRWAY, 50, 110),
    (P.RECOGNISED, "doctor6", "hospital-del-turia", CHEST_WALL, -215, -150),
    (P.BACK, "doctor4", "st-gertrude", NODES, -110, -24),
    (P.ABROAD, "doctor", "nemocnice-pod-kastany", AIRWAY, -40, 50),
    (P.READY, "doctor2", "krankenhaus-elbufer", COURSE, 10, 70),
    (P.APPROVED, "doctor3", "szpital-nad-warta", ROBOT, 45, 120),
    (P.VERIFIED, "doctor5", "san-rocco-ai-colli", LUNG, 60, 150),
    (P.WITH_PARTNER, "doctor6", "spital-am-limmatberg", ROBOT, 75, 140),
    (P.NOMINATED, "doctor8", "klinikum-lindenhof", AIRWAY, 90, 150),
    (P.ASKED, "doctor7", "klinika-na-slavii", COURSE, 80, 120),
)

# key: partner, title, first and last day, places, recorded, how it ended ("" for published)
PLACES = {
    "open.lung": ("hopital-des-trois-rivieres", LUNG, 60, 300, 2, -12),
    "open.airway": ("hymettus-chest", AIRWAY, 40, 200, 1, -9),
    "open.nodes": ("ospedale-sant-agata", NODES, 90, 330, 1, -6),
    "draft": ("krankenhaus-elbufer", CHEST_WALL, 120, 300, 1, -2, "draft"),
    "withdrawn": ("klinika-na-slavii", ROBOT, 30, 210, 1, -60, "withdraw"),
    "lapsed": ("szpital-nad-warta", COURSE, -120, -30, 1, -200, "lapse"),
}

# Surgeons who came before the site was there: partner, first and last day from today.
BEFORE = (
    ("nemocnice-pod-kastany", -1120, -1109), ("san-rocco-ai-colli", -1080, -1070), ("st-gertrude", -1040, -1029),
    ("klinikum-lindenhof", -1015, -1004), ("hopital-des-trois-rivieres", -780, -769), ("hospital-del-turia", -750, -740),
    ("szpital-nad-warta", -715, -704), ("spital-am-limmatberg", -690, -679), ("nemocnice-pod-kastany", -665, -655),
)  # fmt: skip
