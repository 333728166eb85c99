"""Invented people, hospitals and stays that fill the components page."""

from datetime import date, datetime, time

from django.core.paginator import Paginator

from .drawings.breath import Traveller
from .months import MonthEntry
from .timetable import Slot

OUT = (
    ((2, 23), "Gu Yiming, to Leuven", "顾一鸣，赴鲁汶"),
    ((4, 1), "He Siqi, to Padua", "何思齐，赴帕多瓦"),
    ((5, 22), "Shen Zhiyao, to Prague", "沈之遥，赴布拉格"),
    ((7, 9), "Zhou Yu’an, to Freiburg", "周予安，赴弗莱堡"),
    ((8, 28), "Meng Jianing, to Athens", "孟佳宁，赴雅典"),
    ((10, 15), "Lu Wenlan, to Poznań", "陆文澜，赴波兹南"),
)
BACK = (
    ((3, 7), "Świątkowski", "Poznań", "波兰波兹南"),
    ((5, 7), "Papadimitriou", "Athens", "希腊雅典"),
    ((7, 3), "Vandenbroucke", "Leuven", "比利时鲁汶"),
    ((9, 7), "Fabbricotti", "Padua", "意大利帕多瓦"),
    ((11, 9), "Öhlenschläger", "Freiburg", "德国弗莱堡"),
)


def samples(chinese, now):
    """Context of the components page, in one language."""

    def say(en, zh):
        return zh if chinese else en

    year = now.year
    return {
        "say_title": say("Components", "组件"),
        "breath_title": say("A year’s exchange is one breath", "中欧之间，一呼一吸"),
        "breath_lead": say(
            "Four to five European cardiothoracic surgeons come to Shanghai Chest Hospital each year. "
            "Its young doctors go to their hospitals.",
            "每年四至五位欧洲心胸外科医师来沪访问，本院青年医师赴对方医院研修。",
        ),
        "out_title": say(f"Breathe out: six went in {year}", f"呼：{year}年派出六人"),
        "back_title": say(f"Breathe in: five came in {year}", f"吸：{year}年来访五人"),
        "out": [Traveller(date(year, *day), say(en, zh)) for day, en, zh in OUT],
        "back": [Traveller(date(year, *day), name, say(en, zh), "en" if chinese else "") for day, name, en, zh in BACK],
        "steps": _steps(say),
        "seats": _seats(say),
        "entries": _waiting(say),
        "facts": [
            {"label": say("Patients, first phase", "首期患者"), "value": say("20", "20人"), "big": True},
            {
                "label": say("First patient", "首位患者"),
                "value": say("January 2025", "2025年1月"),
                "note": say("as expected in November 2024", "2024年11月公布的预计时间"),
            },
            {"label": say("Registry number", "注册号"), "value": ""},
        ],
        "stories": [
            {
                "title": say("CAR-T for lung cancer: twenty patients first", "CAR-T用于肺癌：首期二十位患者"),
                "url": "#",
                "intro": say("A therapy so far at home in blood cancers.", "把此前主要用于血液肿瘤的疗法，用于肺癌。"),
                "date": date(2024, 11, 18),
                "topic": say("Research", "研究"),
                "topic_url": "#",
                "drawing": "cells",
            },
            {
                "title": say("The 2024 forum in figures", "数字里的2024年论坛"),
                "url": "#",
                "intro": "",
                "date": date(2024, 11, 18),
                "topic": say("Forum", "论坛"),
                "drawing": "forum",
            },
        ],
        "rooms": [
            {
                "name": say("Room 1", "第一会议室"),
                "about": say("Surgery of thoracic tumours", "胸部肿瘤外科"),
            },
            {
                "name": say("Room 2", "第二会议室"),
                "about": say("Medicine of thoracic disease", "胸部疾病内科"),
            },
            {"name": say("Room 3", "第三会议室"), "about": say("Heart and great vessels", "心脏与大血管")},
        ],
        "slots": _slots(say),
        "month_title": say("June 2027", "2027年6月"),
        "weekdays": say("Mon Tue Wed Thu Fri Sat Sun", "周一 周二 周三 周四 周五 周六 周日").split(),
        "month_entries": [
            MonthEntry(
                date(2027, 6, 7),
                say("Papadimitriou, 7–18 June", "Papadimitriou来访，7日至18日"),
                "in",
                date(2027, 6, 18),
            ),
            MonthEntry(date(2027, 6, 15), say("He Siqi back from Padua", "何思齐自帕多瓦归来"), "out"),
            MonthEntry(date(2027, 6, 18), say("Match published, 17:00", "匹配结果公布，17:00"), "deadline", url="#"),
        ],
        "day_off": lambda day: (
            say("Dragon Boat Festival", "端午节") if day == date(2027, 6, 9) else ("" if day.weekday() > 4 else None)
        ),
        "wishes": [
            {
                "key": "1",
                "name": "St Gertrude Hospital",
                "lang": "en",
                "place": say("Leuven, Belgium", "比利时鲁汶"),
                "terms": say("Thoracic surgery, 60 days, 1 place", "胸外科，60天，1个名额"),
            },
            {
                "key": "2",
                "name": "Nemocnice Pod Kaštany",
                "lang": "cs",
                "place": say("Prague, Czechia", "捷克布拉格"),
                "terms": say("Airway surgery, 60 days, 2 places", "气道外科，60天，2个名额"),
                "got": True,
            },
        ],
        "clash_actions": [
            {"label": say("Move the second", "移动后一项"), "main": True},
            {"label": say("Change the room", "更换房间")},
            {"label": say("Accept, with a reason", "说明理由后接受")},
        ],
        "crumb_items": [(say("Home", "首页"), "/"), (say("Components", "组件"), "")],
        "page_of_many": Paginator(range(120), 10).page(3),
        "ledger_years": [("2023", 3, 4), ("2024", 4, 5), ("2025", 5, 4), ("2026", 6, 5)],
        "pins": [
            (14.4, 50.1, say("Prague", "布拉格")),
            (4.7, 50.9, say("Leuven", "鲁汶")),
            (11.9, 45.4, say("Padua", "帕多瓦")),
            (7.85, 48, say("Freiburg", "弗莱堡")),
            (23.7, 38, say("Athens", "雅典")),
            (16.9, 52.4, say("Poznań", "波兹南")),
        ],
        "parts": [
            {"label": say("You", "个人信息"), "url": "#", "note": say("Complete", "已完成")},
            {
                "label": say("Proposal and dates", "方案与时间"),
                "current": True,
                "note": say("2 problems", "2处问题"),
                "stop": True,
            },
            {"label": say("Check and submit", "核对并提交"), "url": "#"},
        ],
        "w": {
            "saved": say(
                "Draft saved at 08:38 in Prague, 15:38 in Shanghai",
                "草稿已于15:38（上海）保存，即布拉格08:38",
            ),
            "failed": say(
                "The connection broke at 08:40 in Prague. What you wrote is still in this page.",
                "布拉格08:40连接中断。您填写的内容仍在本页。",
            ),
            "done": say("The visit is confirmed. Zhou Min has been told.", "来访已确认，已通知周敏。"),
            "wait": say(
                "Your registration expires on 1 August 2027, before your visit. Add the renewed one then.",
                "您的执业注册将于2027年8月1日到期，早于来访日期。请在更新后补交。",
            ),
            "stop": say(
                "The seat went to the next on the waiting list. You may apply again in October.",
                "名额已转给下一位候补。您可在10月再次申请。",
            ),
            "list_rule": say(
                "Strict order, until 31 July 2027. Each line says why the person was or was not asked.",
                "严格按顺序递补，2027年7月31日停止。每行说明为何递补或未递补。",
            ),
            "seats_title": say("Five seats", "五个名额"),
            "seats_sentence": say("Four seats and one in reserve", "四个名额，另有一个预备名额"),
            "clash": say(
                "Theatre 6 would be booked twice from 09:00 to 11:00. Nothing is saved yet.",
                "6号手术室9:00至11:00将被重复占用。尚未保存。",
            ),
            "held": say(
                "Jana Dvořáková observes, Tue 7 September, 08:00–12:00",
                "Jana Dvořáková观摩，9月7日（星期二）08:00–12:00",
            ),
            "wanted": say(
                "Rehearsal of the live surgery, Tue 7 September, 09:00–11:00",
                "手术直播彩排，9月7日（星期二）09:00–11:00",
            ),
            "empty_title": say("No visits in August", "8月没有来访"),
            "empty": say(
                "Theatres run a summer schedule. The next visit begins on 6 September 2027.",
                "手术室执行夏季安排。下一次来访始于2027年9月6日。",
            ),
            "empty_link": say("Go to September", "查看9月"),
        },
    }


def _steps(say):
    return [
        {
            "state": "done",
            "when": say("9 March 2027", "2027年3月9日"),
            "title": say("Application submitted", "申请已提交"),
            "text": say("Receipt VE-2027-014.", "编号VE-2027-014。"),
            "url": "#",
            "link": say("Read what you sent", "查看所交内容"),
        },
        {
            "state": "missed",
            "when": say("20 April", "4月20日"),
            "title": say("Proof of registration", "执业证明"),
            "text": say("It did not come in time.", "未按时收到。"),
        },
        {
            "state": "next",
            "when": say("Now, until 21 May 12:00 in Prague", "即日起至5月21日布拉格12:00"),
            "title": say("You answer the offer", "答复录取邀请"),
            "text": say("The seat is yours until then.", "在此之前名额为您保留。"),
        },
        {
            "state": "later",
            "when": say("6–17 September", "9月6日至17日"),
            "title": say("Your visit", "来访"),
            "text": say("Host: Dr Lu Wenlan.", "接待：陆文澜医师。"),
        },
    ]


def _seats(say):
    lang = say("", "en")
    return [
        {
            "number": 1,
            "state": "used",
            "person": "Eleni Papadimitriou",
            "lang": lang,
            "sentence": say("Visit 7–18 June, completed.", "6月7日至18日来访，已完成。"),
            "action": {"label": say("Visit", "来访"), "url": "#"},
        },
        {
            "number": 2,
            "state": "open",
            "person": "Giulia Fabbricotti",
            "lang": lang,
            "sentence": say(
                "Until Fri 23 July 18:00 Shanghai, 12:00 Padua.",
                "至7月23日（星期五）上海18:00，帕多瓦12:00。",
            ),
            "action": {"label": say("Offer", "邀请"), "url": "#"},
        },
        {
            "number": 3,
            "state": "filled",
            "person": "Jana Dvořáková",
            "lang": lang,
            "sentence": say("Visit 6–17 September.", "9月6日至17日来访。"),
            "action": {"label": say("Visit", "来访"), "url": "#"},
        },
        {
            "number": 4,
            "state": "free",
            "person": say("Nobody yet", "暂无"),
            "sentence": say("Next: rank 2 below.", "下一位：候补第2名。"),
            "action": {"label": say("Make offer", "发出邀请"), "main": True},
        },
        {
            "number": 5,
            "state": "shut",
            "person": say("Director only", "仅主任"),
            "sentence": say("Opens with a reason that the record keeps.", "开放须说明理由并留存。"),
            "action": {"label": say("Open reserve", "开放预备名额"), "disabled": True},
        },
    ]


def _waiting(say):
    lang = say("", "en")
    return [
        {
            "rank": 1,
            "person": "Giulia Fabbricotti",
            "lang": lang,
            "url": "#",
            "place": say("Padua, Italy", "意大利帕多瓦"),
            "score": "7.9",
            "state": say("Offered", "已邀请"),
            "kind": "wait",
            "why": say("Seat 2 fell free and she was first.", "第2号名额空出，她排第一。"),
        },
        {
            "rank": 2,
            "person": "Łucja Zawadzka",
            "lang": lang,
            "place": say("Poznań, Poland", "波兰波兹南"),
            "score": "7.1",
            "state": say("Waiting", "候补中"),
            "kind": "",
            "why": say("Not asked: rank 1 comes first.", "未递补：第1名在先。"),
        },
    ]


def _slots(say):
    def at(hour, minute=0):
        return datetime.combine(date(2027, 10, 16), time(hour, minute))

    def talk(en, zh, room="", kind="", people=(), tag=""):
        return {
            "title": say(en, zh),
            "room": room and say(f"Room {room}", f"第{room}会议室"),
            "kind": kind,
            "people": people,
            "tag": tag,
            "tag_kind": "wait" if kind == "live" else "",
        }

    jana = [{"name": "Jana Dvořáková", "lang": say("", "en"), "place": say("Prague", "布拉格")}]
    return [
        Slot(at(8, 30), at(9), None, talk("Opening of the second day", "第二日开场")),
        Slot(
            at(9),
            at(10, 30),
            "1",
            talk("Sleeve resection after immunotherapy", "免疫治疗后的袖式切除", "1", people=jana),
        ),
        Slot(at(9), at(10), "2", talk("Interstitial lung disease: whom to biopsy", "间质性肺病：为谁活检", "2")),
        Slot(at(10), at(10, 30), "2", talk("A cough for nine years: case", "九年咳嗽一例", "2")),
        Slot(at(9), at(10, 30), "3", talk("The aortic root in the young", "年轻患者的主动脉根部", "3")),
        Slot(at(10, 30), at(11), None, talk("Tea", "茶歇")),
        Slot(
            at(11),
            at(12),
            "1",
            talk(
                "Live surgery: robotic segmentectomy",
                "手术直播：机器人肺段切除",
                "1",
                "live",
                tag=say("Live from theatre 6", "6号手术室直播"),
            ),
        ),
    ]
