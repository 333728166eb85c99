"""The first pages of a new site, in both languages; the office writes on from here."""

from dataclasses import dataclass

from django.conf import settings

# What each page is called in the tree: portal.pages.frame looks for these.
PAGES = ("about", "contact", "accessibility", "privacy")

# title, heading and lead of each home page; title of its news
HOME = {
    "en": (
        "Home",
        "A year’s exchange is one breath",
        "Four to five European cardiothoracic surgeons are invited to Shanghai Chest Hospital each year. Its young doctors "
        "also visit their hospitals.",
    ),
    "zh-hans": (
        "首页",
        "一年往来，一呼一吸",
        "上海市胸科医院每年邀请四到五位欧洲心胸外科专家来访，同时选派青年医师赴对方医院访问。",
    ),
}
NEWS = {"en": "News", "zh-hans": "新闻"}


@dataclass(frozen=True)
class Text:
    """A page. parts: a text without mark is a paragraph, one with "# " before it a heading, a tuple a list."""

    title: str
    intro: str
    parts: tuple

    def body(self):
        """The parts as blocks; {email} becomes the office's address for replies."""
        return [block(part) for part in self.parts]


def block(part):
    if isinstance(part, tuple):
        return ("paragraph", "<ul>" + "".join(f"<li>{line}</li>" for line in part) + "</ul>")
    if part.startswith("# "):
        return ("heading", part.removeprefix("# "))
    email = f'<a href="mailto:{settings.MAIL_REPLY_TO}">{settings.MAIL_REPLY_TO}</a>'
    return ("paragraph", f"<p>{part.replace('{email}', email)}</p>")


def text(key, language):
    return TEXTS[key][language]


TEXTS = {
    "about": {
        "en": Text(
            "How the plan works",
            "European experts in cardiothoracic surgery are invited to Shanghai, and young doctors from Shanghai visit their "
            "hospitals. This is the way of a year.",
            (
                "# For visiting experts",
                "A call opens on this site and says until when you can apply, for which months, and how many seats there are. Each "
                "deadline stands on two clocks, that of Shanghai and that of your city.",
                (
                    "You apply, or we invite you to apply. Both lead through the same form and the same review.",
                    "The office checks that an application is complete and asks once more where something is missing.",
                    "Reviewers read what they are assigned, by criteria that the call names. Nobody reads an application of a colleague "
                    "from the same hospital.",
                    "All answers leave on one day. An offer holds a seat for you until an hour that it names.",
                    "Whoever is on the waiting list moves up in strict order, and can see their place at any time.",
                ),
                "# For doctors from Shanghai",
                "Visiting experts tell us what their own hospitals can offer: research, observation, a course. Young doctors ask for a "
                "place on this site; the office takes it through the partner’s consent and the approvals of the house.",
                "# For doctors who come to train",
                "Training (进修) has places of its own. They never take one of the visiting experts’ seats.",
                "# Who answers",
                "The Office for International Exchange. Write to {email}.",
            ),
        ),
        "zh-hans": Text(
            "项目如何运作",
            "邀请欧洲心胸外科专家来沪，选派上海的青年医师赴对方医院访问。一年之中，大致按以下步骤进行。",
            (
                "# 来访专家",
                "申请通知在本网站发布，写明截止时间、来访月份和名额数。每一个截止时间都按上海和您所在城市的时间同时列出。",
                (
                    "您可自行申请，也可能收到申请邀请；两种方式填写同一份表格，接受同样的评审。",
                    "办公室核对材料是否齐全，如有缺项，会请您补充一次。",
                    "评审专家按通知所列标准阅读指定的申请，不评审同院同事的材料。",
                    "评审决定在同一天发出。录取邀请为您保留名额，并写明保留至何时。",
                    "候补名单严格按次序递补，您可随时查看自己的位置。",
                ),
                "# 上海的青年医师",
                "来访专家会告知其医院可提供的岗位，包括科研、观摩或课程。青年医师在本网站提出申请，由办公室征得合作医院同意并办理院内审批。",
                "# 来院进修的医师",
                "进修名额单独设立，不占用来访专家的名额。",
                "# 联系谁",
                "国际交流办公室，电子邮件：{email}。",
            ),
        ),
    },
    "contact": {
        "en": Text(
            "Contact",
            "The Office for International Exchange reads every message and answers within two working days.",
            (
                'Write to {email}, or <a href="/en/contact/write/">use our form</a>. If you have applied, give your number, such as '
                "VE-2027-014.",
                "# Hours",
                "Working days, 09:00 to 18:00 in Shanghai. Make-up Saturdays count as working days; public holidays of China do not.",
                "# If you are a patient",
                "Please turn to the hospital’s clinics. This office cannot give medical advice nor pass on files of patients.",
            ),
        ),
        "zh-hans": Text(
            "联系我们",
            "国际交流办公室会阅读每一封来信，并在两个工作日内答复。",
            (
                '电子邮件：{email}。也可<a href="/zh-hans/contact/write/">在线留言</a>。已提交申请的，请注明申请编号，例如VE-2027-014。',
                "# 办公时间",
                "工作日，上海时间9:00至18:00。调休补班的周六为工作日，国家法定节假日休息。",
                "# 如果您是患者",
                "请前往本院门诊就诊。本办公室不提供医疗咨询，也不转交病历资料。",
            ),
        ),
    },
    "accessibility": {
        "en": Text(
            "Accessibility",
            "This site is made to be read and used by everybody, with a keyboard, a screen reader, enlarged type or an old telephone.",
            (
                "We work to the Web Content Accessibility Guidelines 2.2, level AA. Each page is tested for it by a program, and "
                "the main ones by keyboard alone.",
                "# What you can expect",
                (
                    "Every page works without a mouse, and the place where you are is always to be seen.",
                    "Type can be enlarged to four times its size; the page keeps to one column then.",
                    "Charts and maps have a list or a table beside them that says the same.",
                    "Nothing blinks, plays or runs out while you read. Where an answer is due by a certain hour, the hour stands in words.",
                    "Reading and applying need no JavaScript.",
                ),
                "# What we know to be wanting",
                "Papers that others wrote, such as a partner’s programme as PDF, may lack a text layer. Tell us which one you need, "
                "and we send its text.",
                "# Tell us",
                "If something stands in your way, write to {email} and name the page. We answer within two working days.",
            ),
        ),
        "zh-hans": Text(
            "无障碍说明",
            "无论使用键盘、读屏软件、放大字号还是较旧的手机，都应能阅读和使用本网站。",
            (
                "本网站按《网页内容无障碍指南》2.2版AA级建设。每个页面均经程序检测，主要页面另以纯键盘方式走查。",
                "# 您可以期待",
                (
                    "所有页面无需鼠标即可操作，当前位置始终可见。",
                    "文字可放大至四倍，页面随之改为单栏。",
                    "图表与地图旁均有内容相同的列表或表格。",
                    "阅读时没有闪烁、自动播放或倒计时跳转；凡有答复期限，均以文字写明时刻。",
                    "阅读与申请均不依赖脚本。",
                ),
                "# 目前的不足",
                "由他人制作的文件，例如合作医院的日程扫描件，可能没有文字层。请告知您需要哪一份，我们将寄送文字版。",
                "# 请告诉我们",
                "如在使用中遇到障碍，请写信至{email}并注明页面。我们将在两个工作日内答复。",
            ),
        ),
    },
    "privacy": {
        "en": Text(
            "Privacy",
            "What this site keeps about you, why, who sees it, and how to ask for it.",
            (
                "# Readers",
                "You can read everything here without an account. The site sets a cookie that remembers your language and, once you sign in, "
                "one that keeps you signed in. It counts nobody, and no page loads anything from another company.",
                "# Applicants",
                "We keep what you write in your application and the papers that you add, to decide about your visit and to prepare it. "
                "The office reads them; reviewers read those that they are assigned. Each reading of a file is recorded. "
                "We ask for a copy of a passport only after an offer has been accepted.",
                "# Names on public pages",
                "We name visiting experts and young doctors only where they agreed to it. They say so themselves on “My visit” or “My data” "
                "and can take it back there at any time; from that moment a number or a city stands in place of the name. Nothing else "
                "depends on it.",
                "# Referees and colleagues",
                "Where an applicant names you, we keep your name and address to write to you about that application, and for nothing else.",
                "# News by e-mail, and messages to the office",
                "If you subscribe to the news, we keep your address, your language and your topics until you unsubscribe and for a month after, "
                "for the news and for nothing else. An address that is not confirmed is erased after a week. What you write by the contact form "
                "is kept for half a year, to answer you.",
                "# Where it lies",
                "On the hospital’s servers in Shanghai. Who applies from abroad sends their data there, and the form says so before it is sent.",
                "# Your rights",
                "Under the law of China on personal information and under the GDPR you may see what we keep about you, have it corrected, "
                "have a copy, and ask for it to be erased. When you are signed in, “My data” shows it. For all else, write to {email}.",
            ),
        ),
        "zh-hans": Text(
            "个人信息保护",
            "本网站保存您的哪些信息、为何保存、谁能看到，以及如何查询。",
            (
                "# 浏览者",
                "浏览本网站无需注册。网站用一个小型文本文件记住您选择的语言，登录后另用一个保持登录状态。本网站不统计个人访问，也不从第三方加载任何内容。",
                "# 申请人",
                "您填写的申请内容和上传的材料，用于决定并准备您的来访。办公室可以查阅，评审专家只能查阅指定给他们的申请，每一次查阅文件均有记录。"
                "护照复印件仅在接受录取邀请之后才会请您提供。",
                "# 公开页面上的姓名",
                "来访专家和派出医师的姓名，仅在本人同意后公开。本人可在“我的来访”或“我的资料”中表示同意，并可随时撤回；撤回后立即仅显示人数或城市。是否同意不影响其他任何事项。",
                "# 推荐人与同事",
                "申请人提供您的姓名和邮箱后，我们仅就该申请与您联系，不作他用。",
                "# 邮件订阅与在线留言",
                "您订阅新闻后，我们保存您的邮箱、语言和主题，仅用于发送新闻；退订一个月后删除。未经确认的邮箱一周后删除。"
                "您通过在线留言提交的内容保存半年，仅用于答复您。",
                "# 存放地点",
                "存放于医院在上海的服务器。境外申请人提交材料即意味着信息传至境内，表格在提交前会作说明。",
                "# 您的权利",
                "依据《中华人民共和国个人信息保护法》及欧盟《通用数据保护条例》，您有权查阅、更正、复制和要求删除我们保存的个人信息。"
                "登录后可在“我的资料”中查看；其他事项请写信至{email}。",
            ),
        ),
    },
}
