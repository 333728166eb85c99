"""The demo's messages of readers, by the form's own action."""

from .actions import write
from .states import Subject

MESSAGES = (
    ("1", -6, "Mireille Aubry", "m.aubry@chu-mondeville.example", Subject.APPLYING, "en",
     "My chief will only sign once he has seen the insurance terms. Is there a page that says what is covered while I operate?"),
    ("2", -2, "顾敏", "gumin@yiyaobao.example", Subject.PRESS, "zh-hans",
     "我是《医药周报》记者，想就今年论坛的议程采访一位组委会成员，十五分钟即可。请问联系哪位老师？"),
)  # fmt: skip


def load(demo):
    for key, days, name, address, subject, language, text in MESSAGES:
        if demo.known(f"message.{key}") is None:
            now = demo.at(days, 11, 20)
            mail = write(
                name=name, address=address, subject=subject, text=text, language=language, place=f"demo {key}", now=now
            )
            demo.remember(f"message.{key}", mail)
