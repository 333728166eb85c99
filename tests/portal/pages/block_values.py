"""Values of a story's blocks as the editor's form gives them."""

from portal.pages.models import PersonCard
from portal.pages.story_blocks import StoryBodyBlock


def card(**fields):
    words = {
        "role_en": "Thoracic surgeon",
        "role_zh": "胸外科医师",
        "hospital_en": "Szpital",
        "hospital_zh": "瓦尔塔医院",
    }
    return PersonCard.objects.create(**{"name": "Marek Świątkowski", "name_language": "pl"} | words | fields)


def shot(image, **fields):
    return {
        "image": image.pk,
        "dark": None,
        "alt": "Red and green",
        "decorative": False,
        "caption": "",
        "credit": "",
    } | fields


def block(kind, value):
    return {"type": kind, "value": value}


def table_value(caption="Nights", **more):
    rows = [{"values": ["Alarms", "38"]}, {"values": ["Walks", "12"]}]
    columns = [{"type": "text", "heading": "What"}, {"type": "number", "heading": "Padua"}]
    return {"table": {"caption": caption, "columns": columns, "rows": rows}, "rows_have_heads": True} | more


def clean(kind, value):
    """What the block makes of a value that an editor typed."""
    one = StoryBodyBlock().child_blocks[kind]
    return one.clean(one.to_python(value))


def html_of(client, page):
    response = client.get(page.url)
    assert response.status_code == 200
    return response.content.decode()
