"""A founded site, people who write for it, and stories to fill it."""

from datetime import UTC, date, datetime, timedelta
from io import BytesIO

import pytest
from django.core.files.base import ContentFile
from PIL import Image
from wagtail.documents import get_document_model
from wagtail.images import get_image_model

NOW = datetime(2027, 3, 9, 8, 0, tzinfo=UTC)


@pytest.fixture
def site(db):
    """Home pages by language code, with the first pages below them."""
    from portal.pages.founding import found_site

    return found_site(lambda: NOW)


@pytest.fixture
def write_story(site):
    """write_story(code="en", **fields) publishes a story; twin= makes it the translation of another."""
    from portal.pages.models import NewsIndexPage, StoryPage, Topic

    def write(code="en", *, twin=None, live=True, **fields):
        number = StoryPage.objects.count() + 1
        defaults = {
            "title": f"Story {number}",
            "slug": f"story-{number}",
            "date": date(2027, 1, 1) + timedelta(days=number),
            "topic": Topic.objects.first(),
            "intro": "Two sentences. In all.",
            "body": [("paragraph", "<p>What happened.</p>")],
        }
        page = StoryPage(**defaults | fields, live=live)
        if twin is not None:
            page.translation_key = twin.translation_key
            page.slug = fields.get("slug", twin.slug)
        NewsIndexPage.objects.get(locale__language_code=code).add_child(instance=page)
        return page

    return write


@pytest.fixture
def person(db):
    """person("editor") is somebody who holds that role."""
    from portal.people.groups import make_groups, put_into_groups
    from portal.people.models import RoleAssignment, User

    make_groups()

    def make(role):
        somebody = User.objects.create_user(email=f"{role}@chest-hospital.example", surname="Bai", given_names="Lan")
        RoleAssignment.objects.create(person=somebody, role=role, since=NOW)
        put_into_groups(somebody)
        return somebody

    return make


@pytest.fixture
def photograph(db):
    """photograph(width, height) is an image of the library, red on its left half and green on its right."""

    def make(width=1800, height=1200, **fields):
        drawn = Image.new("RGB", (width, height), "#0a5a50")
        drawn.paste("#a3122a", (0, 0, width // 2, height))
        data = BytesIO()
        drawn.save(data, "JPEG")
        count = get_image_model().objects.count()
        file = ContentFile(data.getvalue(), name=f"photograph-{count}.jpg")
        return get_image_model().objects.create(title=f"Photograph {count}", file=file, **fields)

    return make


@pytest.fixture
def document(db):
    def make(**fields):
        made = get_document_model()(
            title="Handover card", file=ContentFile(b"%PDF-1.7 " * 200, name="card.pdf"), **fields
        )
        made._set_document_file_metadata()
        made.save()
        return made

    return make
