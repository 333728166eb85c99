"""The demo's people of the house: invented, with invented names."""

from datetime import timedelta
from functools import cache

from allauth.account.models import EmailAddress
from django.contrib.auth.hashers import make_password

from portal.access.roles import Role

from .actions import appoint_first_administrator, give_role, invite_staff
from .groups import make_groups
from .models import RoleAssignment, User

PASSWORD = "out-and-in-again"  # noqa: S105  (the demo's one password; the demo is refused in production)
DOMAIN = "chest-hospital.example"

# key: surname, given names, Chinese name, language, roles
HOUSE = {
    "administrator": ("Qin", "Wenbo", "秦文博", "zh-hans", (Role.ADMINISTRATOR,)),
    "director": ("Ji", "Ruiqing", "季睿清", "zh-hans", (Role.DIRECTOR,)),
    "office": ("Zhou", "Min", "周敏", "zh-hans", (Role.OFFICE,)),
    "office2": ("Tang", "Yuhe", "唐雨禾", "zh-hans", (Role.OFFICE,)),
    "editor": ("Bai", "Lan", "白岚", "zh-hans", (Role.EDITOR,)),
    "publisher": ("Xu", "Jing", "许静", "zh-hans", (Role.PUBLISHER,)),
    "reviewer": ("Gao", "Shuren", "高树仁", "zh-hans", (Role.REVIEWER,)),
    "reviewer2": ("Luo", "Yiwen", "罗亦文", "zh-hans", (Role.REVIEWER,)),
    "reviewer3": ("Pan", "Chengyu", "潘成宇", "en", (Role.REVIEWER,)),
    "reviewer4": ("Yin", "Ruoxi", "尹若曦", "zh-hans", (Role.REVIEWER, Role.HOST)),
    "host": ("Lu", "Wenlan", "陆文澜", "zh-hans", (Role.HOST,)),
    "host2": ("Cheng", "Boyuan", "程博远", "zh-hans", (Role.HOST, Role.REVIEWER)),
    "doctor": ("Shen", "Zhiyao", "沈之遥", "zh-hans", (Role.DOCTOR,)),
    "doctor2": ("Gu", "Yiming", "顾一鸣", "zh-hans", (Role.DOCTOR,)),
    "doctor3": ("He", "Siqi", "何思齐", "zh-hans", (Role.DOCTOR,)),
    "doctor4": ("Zhou", "Yu’an", "周予安", "zh-hans", (Role.DOCTOR,)),
    "doctor5": ("Meng", "Jianing", "孟佳宁", "zh-hans", (Role.DOCTOR,)),
    "doctor6": ("Fang", "Ziqian", "方子骞", "zh-hans", (Role.DOCTOR,)),
    "doctor7": ("Qiao", "Yun", "乔昀", "zh-hans", (Role.DOCTOR,)),
    "doctor8": ("Tao", "Ran", "陶然", "zh-hans", (Role.DOCTOR,)),
    "reader": ("Ye", "Qing", "叶青", "zh-hans", ()),
}
# Who has been invited to join the editors and has not opened the link yet.
INVITED = "newcomer"


def load(demo):
    make_groups()
    now = demo.set(demo.instant(-900))
    administrator = demo.known("person.administrator") or RoleAssignment.objects.filter(
        role=Role.ADMINISTRATOR, until=None
    ).values_list("person", flat=True).first()  # fmt: skip
    if isinstance(administrator, int):
        administrator = User.objects.get(pk=administrator)
    for key, (surname, given, chinese, language, roles) in HOUSE.items():
        if demo.known(f"person.{key}"):
            continue
        fields = {
            "surname": surname,
            "given_names": given,
            "preferred_name": f"{given} {surname}" if language == "en" else f"{surname} {given}",
            "chinese_name": chinese,
            "language": language,
            "time_zone": "Asia/Shanghai",
        }
        if key == "administrator" and administrator is None:
            person = administrator = appoint_first_administrator(email=f"{key}@{DOMAIN}", now=now, **fields)
        else:
            person = User.objects.create_user(email=f"{key}@{DOMAIN}", **fields)
        may_sign_in(person)
        demo.remember(f"person.{key}", person)
        for role in roles:
            if not person.has_role(role):
                give_role(person=person, role=role, by=administrator, now=now, reason="Demo")
        demo.set(demo.now() + timedelta(minutes=1))
    names = {"surname": "Xia", "given_names": "Zhiqiu", "chinese_name": "夏知秋", "language": "zh-hans"}
    demo.once(f"person.{INVITED}", lambda: invite_staff(
        email=f"{INVITED}@{DOMAIN}", roles=[Role.EDITOR], by=administrator, now=demo.at(-2, 9), **names,
    ))  # fmt: skip


@cache
def hashed_password():
    """The demo's one password is hashed once: hashing is slow on purpose."""
    return make_password(PASSWORD)


def may_sign_in(person):
    """Give a demo person the demo's password, with the address verified."""
    person.password = hashed_password()
    person.save(update_fields=["password"])
    EmailAddress.objects.get_or_create(user=person, email=person.email, defaults={"verified": True, "primary": True})
    return person
