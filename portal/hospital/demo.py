"""Departments and rooms of the house; the rooms' names and sizes are invented."""

from .models import Department, Room

# key: English, Chinese
DEPARTMENTS = {
    "thoracic": ("Thoracic Surgery", "胸外科"),
    "cardiac": ("Cardiac Surgery", "心脏外科"),
    "oncology": ("Thoracic Oncology", "胸部肿瘤内科"),
    "respiratory": ("Respiratory Medicine", "呼吸内科"),
    "anaesthesia": ("Anaesthesia", "麻醉科"),
    "radiology": ("Radiology", "放射科"),
}

# key: English, Chinese, building in English and Chinese, seats
ROOMS = {
    "hall": ("Great Hall", "大礼堂", "Conference Centre, ground floor", "会议中心1楼", 420),
    "room1": ("Room 1", "第一会议室", "Conference Centre, second floor", "会议中心2楼", 140),
    "room2": ("Room 2", "第二会议室", "Conference Centre, second floor", "会议中心2楼", 140),
    "room3": ("Room 3", "第三会议室", "Conference Centre, third floor", "会议中心3楼", 90),
    "theatre6": ("Theatre 6", "6号手术室", "Surgical Building, fifth floor", "外科楼5楼", None),
    "seminar": ("Seminar Room", "示教室", "Surgical Building, fourth floor", "外科楼4楼", 24),
}


def load(demo):
    for key, (name, chinese) in DEPARTMENTS.items():
        demo.once(
            f"department.{key}",
            lambda name=name, chinese=chinese: Department.objects.get_or_create(
                name_en=name, defaults={"name_zh": chinese}
            )[0],
        )
    for order, key in enumerate(ROOMS, start=1):
        demo.once(f"room.{key}", lambda key=key, order=order: make_room(key, order))


def make_room(key, order):
    name, chinese, building, building_zh, seats = ROOMS[key]
    return Room.objects.get_or_create(
        name_en=name,
        building_en=building,
        defaults={"name_zh": chinese, "building_zh": building_zh, "capacity": seats, "order": order},
    )[0]
