"""While the site is closed on purpose: one page for everything, though nothing behind it works."""

from html.parser import HTMLParser
from pathlib import Path

import pytest
from django.conf import settings

from portal.operations import doctor, maintenance


@pytest.fixture
def file(settings, tmp_path):
    settings.MAINTENANCE_FILE = str(tmp_path / "maintenance")
    return Path(settings.MAINTENANCE_FILE)


# None of these tests may touch the database: pytest-django refuses it to a test that does not ask for one.
@pytest.mark.parametrize("address", ["/", "/en/", "/zh-hans/news/", "/admin/", "/en/my/visit/", "/nothing/at/all"])
def test_every_address_says_so_without_a_database(client, file, address):
    file.touch()
    response = client.get(address)
    assert response.status_code == 503
    assert response["Retry-After"] == "600"
    assert response["Cache-Control"] == "no-store"
    assert "default-src 'none'" in response["Content-Security-Policy"]
    html = response.content.decode()
    assert "We are working on the site" in html
    assert "网站维护中" in html
    assert 'lang="zh-Hans"' in html
    assert response.cookies == {}


def test_a_form_that_is_sent_is_answered_too(client, file):
    file.touch()
    assert client.post("/en/accounts/login/", {"login": "a@b.example"}).status_code == 503


def test_the_file_says_how_long_it_takes(client, file):
    for words, seconds in (("30", 1800), (" 5\n", 300), ("0", 600), ("soon", 600), ("999999", 86400)):
        file.write_text(words)
        assert client.get("/en/")["Retry-After"] == str(seconds), words


def test_the_variable_does_the_same(client, file, settings):
    settings.MAINTENANCE = True
    assert client.get("/en/").status_code == 503


def test_monitors_are_answered_as_ever(client, file):
    file.touch()
    assert client.get("/healthz").status_code == 200


@pytest.mark.django_db
def test_without_the_file_the_site_is_open(client, file):
    assert client.get("/").status_code == 302
    file.touch()
    assert client.get("/").status_code == 503
    file.unlink()
    assert client.get("/").status_code == 302


def test_it_stands_before_kept_pages_sessions_languages_and_tables():
    order = settings.MIDDLEWARE
    place = order.index("portal.operations.maintenance.MaintenanceMiddleware")
    assert order[:place] == [
        "portal.clock.middleware.InstantMiddleware",
        "django.middleware.security.SecurityMiddleware",
        "whitenoise.middleware.WhiteNoiseMiddleware",
    ]


@pytest.mark.django_db
def test_the_doctor_reminds_of_it(file):
    assert not list(doctor.closed())
    file.touch()
    assert "Maintenance is on" in next(iter(doctor.closed()))


class Addresses(HTMLParser):
    def __init__(self):
        super().__init__()
        self.found = []

    def handle_starttag(self, tag, attrs):
        self.found += [value for name, value in attrs if name in ("href", "src")]


@pytest.mark.parametrize("name", ["maintenance.html", "500.html"])
def test_pages_that_stand_alone_lead_to_files_that_are_there(name):
    """They are not rendered, so nobody else would notice a style sheet that was renamed."""
    reader = Addresses()
    text = (Path(settings.BASE_DIR) / "templates" / name).read_text(encoding="utf-8")
    reader.feed(text)
    assert "{%" not in text
    files = [address.removeprefix(settings.STATIC_URL) for address in reader.found if "/static/" in address]
    assert len(files) == 2
    for address in files:
        assert (Path(settings.BASE_DIR) / "portal" / "static" / address).is_file(), address


def test_the_page_is_read_once():
    assert maintenance.page() is maintenance.page()
