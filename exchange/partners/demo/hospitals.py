"""Twelve invented hospitals in real cities of nine countries: where they are, and what their departments are called."""
# ruff: noqa: E501  (rows of a table)

# slug: name, its language, Chinese name, country, city, city in Chinese, zone, latitude, longitude, departments
PARTNERS = {
    "nemocnice-pod-kastany": ("Nemocnice Pod Kaštany", "cs", "卡什塔尼医院", "CZ", "Prague", "布拉格", "Europe/Prague", 50.08, 14.44, (("III. chirurgická klinika", "第三外科"), ("Pneumologická klinika", "呼吸科"))),
    "st-gertrude": ("Sint-Geertruiziekenhuis", "nl", "圣格特鲁德医院", "BE", "Leuven", "鲁汶", "Europe/Brussels", 50.88, 4.70, (("Thoraxheelkunde", "胸外科"),)),
    "san-rocco-ai-colli": ("Ospedale San Rocco ai Colli", "it", "圣罗科医院", "IT", "Padua", "帕多瓦", "Europe/Rome", 45.41, 11.88, (("Chirurgia toracica", "胸外科"), ("Cardiochirurgia", "心脏外科"))),
    "klinikum-lindenhof": ("Klinikum Lindenhof", "de", "林登霍夫医院", "DE", "Freiburg", "弗莱堡", "Europe/Berlin", 48.00, 7.85, (("Klinik für Thoraxchirurgie", "胸外科"),)),
    "hymettus-chest": ("Νοσοκομείο Θώρακος Υμηττού", "el", "伊米托斯胸科医院", "GR", "Athens", "雅典", "Europe/Athens", 37.98, 23.73, (("Θωρακοχειρουργική", "胸外科"),)),
    "szpital-nad-warta": ("Szpital nad Wartą", "pl", "瓦尔塔医院", "PL", "Poznań", "波兹南", "Europe/Warsaw", 52.41, 16.93, (("Klinika Torakochirurgii", "胸外科"),)),
    "hopital-des-trois-rivieres": ("Hôpital des Trois-Rivières", "fr", "三河医院", "FR", "Strasbourg", "斯特拉斯堡", "Europe/Paris", 48.58, 7.75, (("Chirurgie thoracique", "胸外科"), ("Transplantation pulmonaire", "肺移植"))),
    "hospital-del-turia": ("Hospital del Turia", "es", "图里亚医院", "ES", "Valencia", "巴伦西亚", "Europe/Madrid", 39.47, -0.38, (("Cirugía torácica", "胸外科"),)),
    "spital-am-limmatberg": ("Spital am Limmatberg", "de", "利马特堡医院", "CH", "Zürich", "苏黎世", "Europe/Zurich", 47.38, 8.54, (("Klinik für Thoraxchirurgie", "胸外科"),)),
    "klinika-na-slavii": ("Klinika Na Slávii", "cs", "斯拉维亚医院", "CZ", "Brno", "布尔诺", "Europe/Prague", 49.20, 16.61, (("Kardiochirurgie", "心脏外科"),)),
    "krankenhaus-elbufer": ("Krankenhaus Elbufer", "de", "易北河畔医院", "DE", "Hamburg", "汉堡", "Europe/Berlin", 53.55, 9.99, (("Herzchirurgie", "心脏外科"), ("Thoraxchirurgie", "胸外科"))),
    "ospedale-sant-agata": ("Ospedale Sant’Agata", "it", "圣阿加塔医院", "IT", "Turin", "都灵", "Europe/Rome", 45.07, 7.69, (("Chirurgia toracica", "胸外科"),)),
}  # fmt: skip
