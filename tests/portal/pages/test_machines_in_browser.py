"""Linked data under the policy `script-src 'self'`: the browser reads it as data and complains of nothing."""

import json

import pytest

pytestmark = pytest.mark.browser


@pytest.fixture
def addresses(transactional_db, write_story):
    story = write_story(title="</script><script>document.title = 'run'</script>")
    return ["/en/", "/en/news/", story.url, story.url.replace("/en/", "/zh-hans/")]


def test_the_policy_has_nothing_against_linked_data(addresses, new_page):
    page = new_page()
    said = []
    page.on("console", lambda message: said.append(message.text))
    page.add_init_script(
        "window.refused = []; document.addEventListener('securitypolicyviolation', e => refused.push(e.violatedDirective))"
    )
    for address in addresses:
        response = page.goto(address)
        assert "script-src 'self'" in response.headers["content-security-policy"]
        (text,) = page.eval_on_selector_all("script[type='application/ld+json']", "all => all.map(s => s.textContent)")
        assert json.loads(text)["@graph"]
        assert page.evaluate("refused") == []
        assert page.title() != "run"
    assert [line for line in said if "Content Security Policy" in line] == []


def test_the_square_for_messengers_is_never_fetched_nor_seen(addresses, new_page):
    page = new_page()
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(addresses[2], wait_until="networkidle")
    first = page.locator("img").first
    assert "/share/" in first.get_attribute("src")
    assert not first.is_visible()
    assert [url for url in asked if "/share/" in url] == []
