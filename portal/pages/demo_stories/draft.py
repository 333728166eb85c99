"""A story that is still on somebody's desk: the publisher has yet to approve it. Invented."""

from .telling import DemoStory, Words, h, p

DRAFT = DemoStory(
    slug="letters-in-two-columns",
    topic="visiting-plan",
    drawing="seal",
    days=0,
    en=Words(title="", intro="", body=()),
    zh=Words(
        title="一封邀请函，两栏文字",
        intro="邀请函为什么中英对照、为什么只盖一枚章、收到后先看哪一行，办公室逐条说明。",
        caption="双栏信函，每栏十二行，一枚圆章。",
        author="白岚",
        tags=("邀请函",),
        body=(
            p("邀请函分左右两栏，中文在左，英文在右，逐行对应。两栏出自同一条记录，因此不会出现日期不一致的情况。"),
            h("先看哪一行"),
            p(
                "请先核对护照上的姓名拼写，再核对来访日期。发现有误，请勿自行涂改，写信告知办公室，我们会作废原函并重新签发。"
            ),
        ),
    ),
)
