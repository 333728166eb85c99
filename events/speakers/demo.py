"""Speakers and chairs of the next edition: invented people at invented hospitals in real cities of nine countries."""
# ruff: noqa: E501  (texts in rows, as a table)

from portal.people.models import User

from .models import Speaker

# key: given names, surname, language of the name, hospital, in Chinese, city, in Chinese, country, who they are, in Chinese
GUESTS = {
    "radovan": ("Radovan", "Hlubuček", "cs", "Nemocnice Pod Kaštany", "卡什塔尼医院", "Prague", "布拉格", "CZ", "Thoracic surgeon. Resects and rebuilds airways after induction treatment.", "胸外科医师，擅长新辅助治疗后的气道切除与重建。"),
    "svetluse": ("Světluše", "Pokorná", "cs", "Klinika Na Slávii", "斯拉维亚医院", "Brno", "布尔诺", "CZ", "Heart surgeon. Keeps a register of valve patients who also have a tumour.", "心脏外科医师，负责合并肿瘤的瓣膜病患者登记研究。"),
    "dalimil": ("Dalimil", "Šimůnek", "cs", "Nemocnice Pod Kaštany", "卡什塔尼医院", "Prague", "布拉格", "CZ", "Heart surgeon. Learned the arch from its complications.", "心脏外科医师，从并发症中领会主动脉弓手术。"),
    "liesbeth": ("Liesbeth", "Van der Auwermeulen", "nl", "Sint-Geertruiziekenhuis", "圣格特鲁德医院", "Leuven", "鲁汶", "BE", "Transplant surgeon. Runs the perfusion laboratory.", "移植外科医师，主持肺灌注实验室。"),
    "joris": ("Joris", "Haverbeke", "nl", "Sint-Geertruiziekenhuis", "圣格特鲁德医院", "Leuven", "鲁汶", "BE", "Thoracic surgeon. Operates by robot since 2016.", "胸外科医师，自2016年起开展机器人手术。"),
    "ludovica": ("Ludovica", "Tramontin", "it", "Ospedale San Rocco ai Colli", "圣罗科医院", "Padua", "帕多瓦", "IT", "Oncologist. Treats locally advanced lung cancer before and after surgery.", "肿瘤内科医师，从事局部晚期肺癌的围手术期治疗。"),
    "ettore": ("Ettore", "Bonvicini", "it", "Ospedale Sant’Agata", "圣阿加塔医院", "Turin", "都灵", "IT", "Thoracic surgeon. Teaches uniportal surgery to those who begin late.", "胸外科医师，为起步较晚的同行讲授单孔手术。"),
    "hedwig": ("Hedwig", "Strüver", "de", "Klinikum Lindenhof", "林登霍夫医院", "Freiburg", "弗莱堡", "DE", "Anaesthetist. Wrote her hospital’s pathway of early recovery.", "麻醉科医师，制定了本院的加速康复路径。"),
    "joerg": ("Jörg", "Wiesenhüter", "de", "Krankenhaus Elbufer", "易北河畔医院", "Hamburg", "汉堡", "DE", "Heart surgeon. Aortic root and arch.", "心脏外科医师，专注主动脉根部与主动脉弓。"),
    "aspasia": ("Aspasia", "Vlachodimou", "el", "Hymettus Chest Hospital", "伊米托斯胸科医院", "Athens", "雅典", "GR", "Chest physician. Reads the scans of a screening programme.", "呼吸科医师，负责筛查项目的影像判读。"),
    "thanos": ("Thanos", "Kerameas", "el", "Hymettus Chest Hospital", "伊米托斯胸科医院", "Athens", "雅典", "GR", "Surgeon of the oesophagus.", "食管外科医师。"),
    "bogumila": ("Bogumiła", "Trześniowska", "pl", "Szpital nad Wartą", "瓦尔塔医院", "Poznań", "波兹南", "PL", "Haematologist. Brought cell therapy from leukaemia to solid tumours.", "血液科医师，将细胞治疗从白血病拓展至实体瘤。"),
    "zdzislaw": ("Zdzisław", "Kądzielawa", "pl", "Szpital nad Wartą", "瓦尔塔医院", "Poznań", "波兹南", "PL", "Thoracic surgeon. Follows small nodules rather than cutting them.", "胸外科医师，主张对小结节先随访后手术。"),
    "capucine": ("Capucine", "Aubertin-Roy", "fr", "Hôpital des Trois-Rivières", "三河医院", "Strasbourg", "斯特拉斯堡", "FR", "Transplant physician. Decides on lungs at night.", "移植内科医师，常在夜间判断供肺是否可用。"),
    "gaetan": ("Gaëtan", "Delacourtie", "fr", "Hôpital des Trois-Rivières", "三河医院", "Strasbourg", "斯特拉斯堡", "FR", "Cardiologist. Valves by catheter in patients with cancer.", "心内科医师，为肿瘤患者实施经导管瓣膜置换。"),
    "inigo": ("Íñigo", "Berrueta Solà", "es", "Hospital del Turia", "图里亚医院", "Valencia", "巴伦西亚", "ES", "Surgeon of the oesophagus. Counts leaks and publishes them.", "食管外科医师，统计并公开吻合口瘘数据。"),
    "regula": ("Regula", "Ämmisegger", "de", "Spital am Limmatberg", "利马特堡医院", "Zürich", "苏黎世", "CH", "Physiotherapist and nurse scientist. Gets people out of bed.", "物理治疗师、护理学研究者，推动患者早期下床。"),
}  # fmt: skip

# key of the house's person: department, in Chinese, who they are, in Chinese
HOUSE = {
    "host": ("Thoracic Surgery, Shanghai Chest Hospital", "上海市胸科医院胸外科", "Thoracic surgeon. Sleeve resections.", "胸外科医师，专长袖式切除。"),
    "host2": ("Cardiac Surgery, Shanghai Chest Hospital", "上海市胸科医院心脏外科", "Heart surgeon. Aortic root.", "心脏外科医师，专长主动脉根部手术。"),
    "reviewer": ("Respiratory Medicine, Shanghai Chest Hospital", "上海市胸科医院呼吸内科", "Chest physician. Interventional bronchoscopy.", "呼吸科医师，专长介入支气管镜。"),
    "reviewer2": ("Thoracic Oncology, Shanghai Chest Hospital", "上海市胸科医院胸部肿瘤内科", "Oncologist. Early trials.", "肿瘤内科医师，从事早期临床试验。"),
    "reviewer4": ("Thoracic Surgery, Shanghai Chest Hospital", "上海市胸科医院胸外科", "Thoracic surgeon. Lung transplantation.", "胸外科医师，专长肺移植。"),
    "doctor": ("Thoracic Surgery, Shanghai Chest Hospital", "上海市胸科医院胸外科", "Young surgeon. Back from a placement in Europe.", "青年外科医师，曾赴欧洲进修。"),
    "doctor3": ("Respiratory Medicine, Shanghai Chest Hospital", "上海市胸科医院呼吸内科", "Young physician. Nodules and their growth.", "青年呼吸科医师，研究肺结节的生长。"),
    "doctor5": ("Anaesthesia, Shanghai Chest Hospital", "上海市胸科医院麻醉科", "Young anaesthetist. Tubeless surgery.", "青年麻醉科医师，从事无管化手术麻醉。"),
}  # fmt: skip


def load(demo):
    edition = demo.known("edition.next")
    for key, row in GUESTS.items():
        if not demo.known(f"speaker.{key}"):
            demo.remember(f"speaker.{key}", make_guest(demo, edition, key, row))
    for key, row in HOUSE.items():
        if not demo.known(f"speaker.{key}"):
            demo.remember(f"speaker.{key}", make_own(edition, demo.known(f"person.{key}"), row))


def make_guest(demo, edition, key, row):
    given, surname, language, hospital, hospital_zh, city, city_zh, country, biography, biography_zh = row
    person = demo.once(f"person.speaker.{key}", lambda: User.objects.create_user(surname=surname, given_names=given))
    return Speaker.objects.create(
        edition=edition, person=person, name_language=language, affiliation_en=hospital, affiliation_zh=hospital_zh,
        city_en=city, city_zh=city_zh, country=country, biography_en=biography, biography_zh=biography_zh,
    )  # fmt: skip


def make_own(edition, person, row):
    department, department_zh, biography, biography_zh = row
    return Speaker.objects.create(
        edition=edition, person=person, name_language="zh", affiliation_en=department, affiliation_zh=department_zh,
        city_en="Shanghai", city_zh="上海", country="CN", biography_en=biography, biography_zh=biography_zh,
    )  # fmt: skip
