"""The lists that screening is held against, as a new site begins with them. What the office changed stays as it is."""

from ..models import EuropeanCountry, ReadyReason, Specialty

# Members of the Council of Europe and what lies between them; the office takes away and adds.
EUROPE = [
    "AD",
    "AL",
    "AM",
    "AT",
    "AZ",
    "BA",
    "BE",
    "BG",
    "CH",
    "CY",
    "CZ",
    "DE",
    "DK",
    "EE",
    "ES",
    "FI",
    "FR",
    "GB",
    "GE",
    "GR",
    "HR",
    "HU",
    "IE",
    "IS",
    "IT",
    "LI",
    "LT",
    "LU",
    "LV",
    "MC",
    "MD",
    "ME",
    "MK",
    "MT",
    "NL",
    "NO",
    "PL",
    "PT",
    "RO",
    "RS",
    "SE",
    "SI",
    "SK",
    "SM",
    "TR",
    "UA",
    "VA",
]
SPECIALTIES = (
    ("Thoracic surgery", "胸外科", True),
    ("Cardiothoracic surgery", "心胸外科", True),
    ("Cardiac surgery", "心脏外科", True),
    ("Pulmonology", "呼吸内科", True),
    ("Thoracic oncology", "胸部肿瘤科", True),
    ("Anaesthesiology", "麻醉科", True),
    ("Other", "其他", False),
)
REASONS = (
    ("not_eligible", "The call is for people who work in a European country. The hospital that you named is in another one.",
     "本项目面向在欧洲国家工作的申请人，您填写的医院不在该范围内。"),
    ("not_eligible", "The call is for cardiothoracic surgery and the specialties around it. Yours lies outside them.",
     "本项目面向心胸外科及相关专业，您的专业不在该范围内。"),
    ("not_eligible", "The papers do not show that you are registered to practise at present.",
     "所附材料未能证明您目前具有执业注册。"),
    ("return", "The proof of registration is older than twelve months. Please send a newer one.",
     "执业注册证明的出具日期已超过十二个月，请补交新的证明。"),
    ("return", "A page of the CV cannot be read. Please send it again, scanned at 300 dpi.",
     "简历中有一页无法辨认，请以300 dpi重新扫描后上传。"),
    ("return", "Please name dates within the visits of this call.", "请填写本年度来访期间内的日期。"),
)  # fmt: skip


def fill_lists():
    """Put in whatever list is still empty. Safe to call again."""
    if not EuropeanCountry.objects.exists():
        EuropeanCountry.objects.bulk_create(EuropeanCountry(country=code) for code in EUROPE)
    if not Specialty.objects.exists():
        Specialty.objects.bulk_create(
            Specialty(name_en=english, name_zh=chinese, within_scope=within, order=place)
            for place, (english, chinese, within) in enumerate(SPECIALTIES, start=1)
        )
    if not ReadyReason.objects.exists():
        ReadyReason.objects.bulk_create(
            ReadyReason(use=use, text_en=english, text_zh=chinese, order=place)
            for place, (use, english, chinese) in enumerate(REASONS, start=1)
        )
