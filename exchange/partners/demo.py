"""Twelve invented hospitals in real cities of nine countries."""

from .models import Partner, PartnerDepartment

# slug: name, its language, Chinese name, country, city, city in Chinese, zone, latitude, longitude, departments
PARTNERS = {
    "nemocnice-pod-kastany": ("Nemocnice Pod Kaštany", "cs", "卡什塔尼医院", "CZ", "Prague", "布拉格", "Europe/Prague", 50.08, 14.44, ("III. chirurgická klinika", "Pneumologická klinika")),
    "st-gertrude": ("Sint-Geertruiziekenhuis", "nl", "圣格特鲁德医院", "BE", "Leuven", "鲁汶", "Europe/Brussels", 50.88, 4.70, ("Thoraxheelkunde",)),
    "san-rocco-ai-colli": ("Ospedale San Rocco ai Colli", "it", "圣罗科医院", "IT", "Padua", "帕多瓦", "Europe/Rome", 45.41, 11.88, ("Chirurgia toracica", "Cardiochirurgia")),
    "klinikum-lindenhof": ("Klinikum Lindenhof", "de", "林登霍夫医院", "DE", "Freiburg", "弗莱堡", "Europe/Berlin", 48.00, 7.85, ("Klinik für Thoraxchirurgie",)),
    "hymettus-chest": ("Νοσοκομείο Θώρακος Υμηττού", "el", "伊米托斯胸科医院", "GR", "Athens", "雅典", "Europe/Athens", 37.98, 23.73, ("Θωρακοχειρουργική",)),
    "szpital-nad-warta": ("Szpital nad Wartą", "pl", "瓦尔塔医院", "PL", "Poznań", "波兹南", "Europe/Warsaw", 52.41, 16.93, ("Klinika Torakochirurgii",)),
    "hopital-des-trois-rivieres": ("Hôpital des Trois-Rivières", "fr", "三河医院", "FR", "Strasbourg", "斯特拉斯堡", "Europe/Paris", 48.58, 7.75, ("Chirurgie thoracique", "Transplantation pulmonaire")),
    "hospital-del-turia": ("Hospital del Turia", "es", "图里亚医院", "ES", "Valencia", "巴伦西亚", "Europe/Madrid", 39.47, -0.38, ("Cirugía torácica",)),
    "spital-am-limmatberg": ("Spital am Limmatberg", "de", "利马特堡医院", "CH", "Zürich", "苏黎世", "Europe/Zurich", 47.38, 8.54, ("Klinik für Thoraxchirurgie",)),
    "klinika-na-slavii": ("Klinika Na Slávii", "cs", "斯拉维亚医院", "CZ", "Brno", "布尔诺", "Europe/Prague", 49.20, 16.61, ("Kardiochirurgie",)),
    "krankenhaus-elbufer": ("Krankenhaus Elbufer", "de", "易北河畔医院", "DE", "Hamburg", "汉堡", "Europe/Berlin", 53.55, 9.99, ("Herzchirurgie", "Thoraxchirurgie")),
    "ospedale-sant-agata": ("Ospedale Sant’Agata", "it", "圣阿加塔医院", "IT", "Turin", "都灵", "Europe/Rome", 45.07, 7.69, ("Chirurgia toracica",)),
}  # fmt: skip


def load(demo):
    for slug, row in PARTNERS.items():
        (
            name,
            language,
            name_zh,
            country,
            city,
            city_zh,
            zone,
            latitude,
            longitude,
            departments,
        ) = row
        known = demo.known(f"partner.{slug}")
        if known:
            continue
        # A partner on which a ledger entry hangs outlives a renewal of the demo.
        there = Partner.objects.filter(slug=slug).first()
        if there:
            demo.remember(f"partner.{slug}", there)
            continue
        partner = Partner.objects.create(
            slug=slug, name=name, name_language=language, name_zh=name_zh, country=country, city_en=city, city_zh=city_zh,
            time_zone=zone, latitude=latitude, longitude=longitude, published=True,
        )  # fmt: skip
        demo.remember(f"partner.{slug}", partner)
        for department in departments:
            PartnerDepartment.objects.create(partner=partner, name=department)
