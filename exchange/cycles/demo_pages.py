"""The demo's pages of the visiting plan and its calls, in both languages."""

from portal.pages.demo_pages import home_pages, in_both

from .models import CallPage, ProgrammePage
from .states import Programme

PLAN = {
    "en": {
        "title": "International Expert Visiting Plan",
        "intro": "Each year four to five cardiothoracic surgeons from Europe come to Shanghai to lecture, to observe and "
        "to operate with us. What they show stays in our wards; what their hospitals offer takes our young doctors abroad.",
        "body": [
            ("heading", "From the call to the report"),
            ("paragraph", "<p>A call opens once a year. You apply online, in English or Chinese, and the form keeps what "
             "you write. The office screens every application, reviewers who have declared no conflict of interest read it, "
             "and all decisions go out at the same moment.</p><p>An offer holds one seat for you until a day and hour that "
             "it names. If you do not take it, the next person on the waiting list is asked, in strict order.</p>"),
            ("heading", "What we agree on before you travel"),
            ("paragraph", "<p>Dates, participation and a host team. Observing and lecturing need an invitation letter; "
             "operating also needs a short-term licence, which the department applies for at least five weeks before.</p>"),
            ("heading", "What goes the other way"),
            ("paragraph", "<p>We ask every applicant what their own hospital could offer a young doctor of ours. It is read "
             "and it is not scored. Places that come of it are published to our doctors, with their purpose.</p>"),
        ],
        "who_can_apply": "<p>Cardiothoracic surgeons who are licensed and at work in a European country. Your nationality does not "
        "matter, your workplace does, and a person decides in doubtful cases.</p><ul><li>You hold a specialist’s registration, or "
        "are within a year of it.</li><li>You can spare two weeks within the dates of the call.</li><li>You speak English or "
        "Chinese well enough to teach at the table.</li></ul><p>We also invite people to apply. An invitation holds no seat: the same "
        "form and the same review follow.</p>",
        "what_we_offer": "<ul><li>A host team for your subject, and days in theatre and on the wards that you agreed on before.</li>"
        "<li>An audience for one lecture, with interpreters.</li><li>Economy flights from your city, lodging near the hospital, and "
        "insurance for the stay.</li><li>The invitation letter for your visa, and the short-term licence where you operate.</li>"
        "<li>One person in the office who answers within a working day.</li><li>A numbered certificate, which anybody can verify on "
        "this site.</li></ul>",
        "asked": [
            ("Can I come as part of a team?", "Yes. Each person applies with their own form; name each other in it, and we plan "
             "your dates together. Each of you takes a seat."),
            ("Do I need to speak Chinese?", "No. Your host team speaks English, and an interpreter is there for rounds and lectures."),
            ("May I operate?", "You may, with a short-term licence, which your host department applies for at least five weeks "
             "before. Until it is granted you observe."),
            ("May my partner or children travel with me?", "Yes, at their own expense. We add them to the invitation letter if you "
             "tell us before it is issued."),
            ("What does the waiting list mean?", "If a seat comes free it goes to the first on the list, strictly in order, until "
             "the day on which the list closes. You can read your rank at any time."),
            ("I was not selected. May I apply again?", "Yes, in any later call. An earlier application does not count for or "
             "against you."),
            ("What becomes of my papers?", "The office and the reviewers assigned to you read them. The copy of your passport is "
             "deleted after the visit; “Privacy”, at the foot of this page, says the rest."),
        ],
    },
    "zh-hans": {
        "title": "国际学者访问计划",
        "intro": "每年有四至五位来自欧洲的心胸外科专家到访上海，讲学、观摩，或与我院团队同台手术。"
        "专家带来的经验留在病房，专家所在医院提供的岗位，则让我院青年医师走出去。",
        "body": [
            ("heading", "从征集到总结"),
            ("paragraph", "<p>每年征集一次。申请在线填写，中英文均可，所写内容随时保存。办公室逐份审核，"
             "由声明无利益冲突的评审人审阅，全部评审决定同时发出。</p><p>录取邀请为您保留一个名额，并写明答复的日期和钟点。"
             "如您未接受，名额按候补名单的顺序转给下一位。</p>"),
            ("heading", "来访前商定的事项"),
            ("paragraph", "<p>来访日期、参与方式和接待团队。观摩和讲学需要邀请函；参加手术还需短期行医许可，"
             "由接待科室至少提前五周申请。</p>"),
            ("heading", "派出青年医师"),
            ("paragraph", "<p>我们会请每位申请人说明其所在医院可为我院青年医师提供的机会。这项内容会被认真阅读，但不计分。"
             "由此形成的岗位连同用途一并向我院医师公布。</p>"),
        ],
        "who_can_apply": "<p>在欧洲国家注册执业的心胸外科医师。不限国籍，以工作单位所在地为准；难以判断的，由工作人员决定。</p>"
        "<ul><li>已取得专科医师注册，或一年内即将取得。</li><li>能在征集通知所列日期内安排两周时间。</li>"
        "<li>英语或汉语足以在手术台旁讲解。</li></ul><p>我们也会主动邀请专家申请。申请邀请不保留名额，填写同一份表格，接受同样的评审。</p>",
        "what_we_offer": "<ul><li>专业对口的接待团队，以及事先商定的手术室和病房日程。</li><li>一场配有翻译的讲座。</li>"
        "<li>您所在城市往返上海的经济舱机票、医院附近的住宿和来访期间的保险。</li><li>签证所需的邀请函；参加手术的，另办短期行医许可。</li>"
        "<li>一位在一个工作日内答复您的联系人。</li><li>一份编号证书，任何人均可在本网站核验。</li></ul>",
        "asked": [
            ("可以团队一同来访吗？", "可以。请每人各填一份申请，并在其中注明同行者，我们将统一安排日期。每人占用一个名额。"),
            ("需要会说中文吗？", "不需要。接待团队使用英语，查房和讲座配有翻译。"),
            ("可以参加手术吗？", "可以，但须取得短期行医许可，由接待科室至少提前五周申请。获批之前为观摩。"),
            ("配偶或子女可以同行吗？", "可以，费用自理。如在邀请函签发前告知，我们会将其一并写入。"),
            ("候补名单是什么意思？", "如有名额空出，将严格按次序转给名单上的第一位，直至名单截止之日。您可随时查看自己的位次。"),
            ("未被录取，可以再次申请吗？", "可以，今后每次征集均可申请，此前的申请不影响评审。"),
            ("我提交的材料如何处理？", "仅由办公室和指定给您的评审人查阅。护照复印件在来访结束后删除，其余说明见页脚的“个人信息保护”。"),
        ],
    },
}  # fmt: skip

CALL = {
    "en": {
        "title": "Visit Shanghai in {year}",
        "intro": "A call for cardiothoracic surgeons who are licensed and at work in Europe.",
        "who_can_apply": "<p>You can apply if you are a cardiothoracic surgeon, licensed and at work in a European country. "
        "The office checks both at screening, and a person, not a program, decides.</p><p>You need not know anybody in "
        "Shanghai. If you do, name them, so that they do not review you.</p>",
        "who_pays": "<p>We pay economy flights from your city, lodging near the hospital and insurance for the stay. Your "
        "own hospital goes on paying your salary. There is no fee.</p>",
        "what_is_given": "<p>A host team for your subject, days in theatre and on the wards, an audience for one lecture, a "
        "person in the office who answers within a working day, and a numbered certificate.</p>",
        "which_papers": "<p>A curriculum vitae and the proof of your registration, as PDF, JPEG or PNG, at most 20 MB each. "
        "Your passport is asked for after you accept an offer, and deleted after the visit.</p>",
        "time_needed": "About forty minutes with both files at hand, in as many sittings as you like.",
    },
    "zh-hans": {
        "title": "{year}年访问上海",
        "intro": "面向在欧洲执业的心胸外科医师。",
        "who_can_apply": "<p>在欧洲国家注册执业的心胸外科医师均可申请。办公室在初审时核对这两项条件，由工作人员而非程序判断。</p>"
        "<p>您无须在上海有熟识的同事。如有，请写明姓名，以便其回避评审。</p>",
        "who_pays": "<p>我院承担您所在城市往返上海的经济舱机票、医院附近的住宿以及来访期间的保险。薪酬由您所在医院照常支付。申请不收费。</p>",
        "what_is_given": "<p>与您专业对口的接待团队，手术室和病房的观摩日程，一场讲座，一位在一个工作日内答复您的联系人，以及一份编号证书。</p>",
        "which_papers": "<p>个人简历和执业注册证明，PDF、JPEG或PNG格式，每份不超过20 MB。护照在您接受录取邀请后才需提交，来访结束后删除。</p>",
        "time_needed": "两份文件备齐后约需四十分钟，可分多次填写。",
    },
}


def load(demo):
    plans = in_both(demo, "page.plan", home_pages(), plan_page, "visiting-plan")
    for key in ("last", "this", "next"):
        cycle = demo.known(f"cycle.{key}")
        in_both(
            demo,
            f"page.call.{key}",
            plans,
            lambda language, cycle=cycle: call_page(language, cycle),
            f"call-{cycle.year}",
        )


def plan_page(language):
    words = PLAN[language]
    asked = [("question", {"question": question, "answer": f"<p>{answer}</p>"}) for question, answer in words["asked"]]
    return ProgrammePage(
        title=words["title"], programme=Programme.VISITING_EXPERT, intro=words["intro"], body=list(words["body"]),
        who_can_apply=words["who_can_apply"], what_we_offer=words["what_we_offer"], questions=asked,
    )  # fmt: skip


def call_page(language, cycle):
    words = CALL[language]
    rest = {name: value for name, value in words.items() if name != "title"}
    return CallPage(title=words["title"].format(year=cycle.year), cycle=cycle, **rest)
