"""The cards of the people in the demo's stories. Two are real, with what the press report said of them; the others are
invented."""

SHANGHAI = ("Shanghai Chest Hospital", "上海市胸科医院")
LEUVEN = ("Sint-Geertruiziekenhuis, Leuven", "圣格特鲁德医院（鲁汶）")
POZNAN = ("Szpital nad Wartą, Poznań", "瓦尔塔医院（波兹南）")
PADUA = ("Ospedale San Rocco ai Colli, Padua", "圣罗科医院（帕多瓦）")

# key: name, its language, Chinese name, role in both languages, hospital in both
CARDS = {
    "lu-shun": ("Lu Shun", "en", "陆舜", "Oncologist", "肿瘤内科医师", SHANGHAI),
    "hou-xumin": ("Hou Xumin", "en", "侯旭敏", "President", "院长", SHANGHAI),
    "gao-shuren": ("Gao Shuren", "en", "高树仁", "Thoracic surgeon, reviewer", "胸外科医师，评审专家", SHANGHAI),
    "luo-yiwen": ("Luo Yiwen", "en", "罗亦文", "Pulmonologist, reviewer", "呼吸内科医师，评审专家", SHANGHAI),
    "yin-ruoxi": ("Yin Ruoxi", "en", "尹若曦", "Thoracic surgeon, reviewer", "胸外科医师，评审专家", SHANGHAI),
    "pan-chengyu": ("Pan Chengyu", "en", "潘成宇", "Radiologist", "影像科医师", SHANGHAI),
    "lu-wenlan": ("Lu Wenlan", "en", "陆文澜", "Thoracic surgeon", "胸外科医师", SHANGHAI),
    "gu-yiming": ("Gu Yiming", "en", "顾一鸣", "Resident in thoracic surgery", "胸外科住院医师", SHANGHAI),
    "shi-yalan": ("Shi Yalan", "en", "施雅兰", "Ward nurse", "病房护士", SHANGHAI),
    "marek-swiatkowski": ("Marek Świątkowski", "pl", "", "Thoracic surgeon", "胸外科医师", POZNAN),
    "ilse-vandenbroucke": ("Ilse Vandenbroucke", "nl", "", "Thoracic surgeon", "胸外科医师", LEUVEN),
    "chiara-bonfanti": ("Chiara Bonfanti", "it", "", "Ward nurse", "病房护士", PADUA),
}


def card_fields(key):
    """The fields of a PersonCard."""
    name, language, chinese, role_en, role_zh, (hospital_en, hospital_zh) = CARDS[key]
    return {
        "name": name,
        "name_language": language,
        "name_zh": chinese,
        "role_en": role_en,
        "role_zh": role_zh,
        "hospital_en": hospital_en,
        "hospital_zh": hospital_zh,
    }
