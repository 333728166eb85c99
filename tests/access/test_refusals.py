"""What is refused is a page that says so, for everybody and in both languages."""

import pytest
from access.table import ANYBODY, PEOPLE
from django.conf import settings
from django.test import Client
from django.urls import reverse
from django.utils.translation import override

from portal.access.roles import Role

NOT_YOURS = {"en": "This page is not yours to open", "zh-hans": "您无权打开此页面"}
NOT_THERE = {"en": "This page does not exist", "zh-hans": "没有这个页面"}
WITHOUT_REVIEWS = [who for who in PEOPLE if who not in (ANYBODY, Role.REVIEWER)]


def read_as(sessions, who, name, language, **kwargs):
    client = Client(raise_request_exception=False)
    client.cookies[settings.SESSION_COOKIE_NAME] = sessions[who]
    with override(language):
        address = reverse(name, kwargs=kwargs)
    answer = client.get(address)
    return answer.status_code, answer.content.decode()


@pytest.mark.parametrize("language", ["en", "zh-hans"])
@pytest.mark.parametrize("who", WITHOUT_REVIEWS)
def test_whose_page_it_is_not_is_told_so(sessions, db, who, language):
    status, page = read_as(sessions, who, "review_desk", language)
    assert (status, NOT_YOURS[language] in page) == (403, True)


@pytest.mark.parametrize("language", ["en", "zh-hans"])
@pytest.mark.parametrize("who", WITHOUT_REVIEWS)
def test_what_is_not_there_is_said_to_be_missing(sessions, db, who, language):
    status, page = read_as(sessions, who, "my_application", language, pk=999_999)
    assert (status, NOT_THERE[language] in page) == (404, True)
