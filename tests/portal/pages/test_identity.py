"""Who speaks on the site, and its records with the authorities at the foot of every page."""

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from portal.pages.models import SiteIdentity

pytestmark = pytest.mark.django_db
ICP, PSB = "沪ICP备12345678号-1", "沪公网安备 31010402000001号"


def read(client, address="/en/"):
    return client.get(address).content.decode()


def test_without_records_there_is_no_line_for_them(client, site):
    for address in ("/en/", "/zh-hans/", "/en/privacy/"):
        page = read(client, address)
        assert "beian" not in page
        assert 'class="end records"' not in page


@pytest.mark.parametrize("language", ["en", "zh-hans"])
def test_each_record_is_shown_as_soon_as_it_is_filled_in(client, site, language):
    address = f"/{language}/privacy/"
    assert "beian" not in read(client, address)
    setting = SiteIdentity.load()
    setting.icp_number = ICP
    setting.save()
    page = read(client, address)
    assert f'<a href="https://beian.miit.gov.cn/" rel="external noreferrer">{ICP}</a>' in page
    assert "beian.mps.gov.cn" not in page
    setting.icp_number, setting.psb_number = "", PSB
    setting.save()
    page = read(client, address)
    assert (
        f'href="https://beian.mps.gov.cn/#/query/webSearch?code=31010402000001" rel="external noreferrer">{PSB}' in page
    )
    assert "beian.miit.gov.cn" not in page


def test_the_emblem_stands_beside_its_number(client, site, photograph):
    setting = SiteIdentity.load()
    setting.psb_number, setting.psb_emblem = PSB, photograph(40, 40)
    setting.save()
    assert 'alt="" width="20" height="20">' + PSB in read(client)


@pytest.mark.parametrize(
    ("field", "wrong"),
    [("icp_number", "12345678"), ("icp_number", "<b>沪ICP备12345678号</b>"), ("psb_number", "沪公网安备 310号")],
)
def test_a_number_that_is_none_is_refused(field, wrong):
    with pytest.raises(ValidationError) as refused:
        SiteIdentity(**{field: wrong}).full_clean()
    assert set(refused.value.message_dict) == {field}
    SiteIdentity(icp_number=ICP, psb_number=PSB).full_clean()
    SiteIdentity(icp_number="京ICP证030173号").full_clean()


def test_what_is_filled_in_stands_for_the_sites_own_words(client, site):
    assert "Shanghai Chest Hospital" in read(client)
    SiteIdentity.objects.create(hospital_en="Chest Hospital of the Test", office_zh="测试办公室")
    english, chinese = read(client), read(client, "/zh-hans/")
    assert "Chest Hospital of the Test" in english
    assert "Shanghai Chest Hospital</p>" not in english
    assert "测试办公室" in chinese
    assert "上海市胸科医院" in chinese


@pytest.mark.parametrize("role", ["publisher", "director", "administrator"])
def test_who_answers_for_the_site_fills_it_in(client, site, person, role):
    client.force_login(person(role))
    # Wagtail leads from the setting to its one row.
    address = client.get(reverse("wagtailsettings:edit", args=["portal", "siteidentity"]))["Location"]
    assert 'name="icp_number"' in client.get(address).content.decode()
    client.post(address, {"icp_number": ICP})
    assert SiteIdentity.objects.get().icp_number == ICP
    assert ICP in read(client)


@pytest.mark.parametrize("role", ["editor", "office"])
def test_others_do_not(client, site, person, role):
    setting = SiteIdentity.load()
    client.force_login(person(role))
    address = reverse("wagtailsettings:edit", args=["portal", "siteidentity", setting.pk])
    assert client.post(address, {"icp_number": ICP}).status_code in (302, 403)
    assert SiteIdentity.objects.get().icp_number == ""


def test_reading_the_foot_makes_no_row(client, site):
    read(client)
    assert not SiteIdentity.objects.exists()
