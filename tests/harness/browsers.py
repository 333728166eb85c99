"""Fixtures for tests in a real Chromium (marker `browser`), against a live server on the test's own database.

new_page(person=None, language="en", width=1280, colour="light", javascript=True, allow=())
    a page in a context of its own, signed in as `person` by a session cookie. Console errors, script errors and
    breaches of the Content-Security-Policy fail the test at its end, save those whose text holds one of `allow`.
    Addresses are relative to the site: page.goto("/en/").
killable_page(language="en", width=375)
    (page, kill) in a Chromium of its own; kill() ends it by SIGKILL, so that nothing of it runs to say good-bye
axe(page)
    fails on any WCAG 2.2 A or AA finding, with the elements named.
"""

import os
import signal
from contextlib import suppress
from pathlib import Path

import pytest

from . import tools
from .databases import lacking

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
HEIGHTS = {375: 812, 1280: 900}
LOCALES = {"en": "en-GB", "zh-hans": "zh-CN"}
TIMEOUT = 10_000
AXE_RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


@pytest.fixture(scope="session")
def browser():
    path = tools.chromium()
    if not path:
        lacking("Chromium")
    from playwright.sync_api import sync_playwright

    # Playwright's own loop runs in this thread, which Django would take for asynchronous code.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield chromium
        chromium.close()


def session_cookie(person, address):
    """The cookie of a session in which `person` is signed in."""
    from django.conf import settings
    from django.test import Client

    client = Client()
    client.force_login(person)
    return {
        "name": settings.SESSION_COOKIE_NAME,
        "value": client.cookies[settings.SESSION_COOKIE_NAME].value,
        "url": address,
    }


def watch(page, findings):
    """Collect what a visitor's console would show in red."""

    def on_console(message):
        if message.type == "error":
            findings.append(f"{page.url}: {message.text} {message.location.get('url', '')}")

    page.on("console", on_console)
    page.on("pageerror", lambda error: findings.append(f"{page.url}: {error}"))


def open_context(browser, address, *, language="en", width=1280, colour="light", javascript=True, **more):
    context = browser.new_context(
        base_url=address,
        locale=LOCALES[language],
        # A request made beside the pages says it too.
        extra_http_headers={"Accept-Language": LOCALES[language]},
        viewport={"width": width, "height": HEIGHTS.get(width, 900)},
        color_scheme=colour,
        java_script_enabled=javascript,
        timezone_id="Europe/Prague" if language == "en" else "Asia/Shanghai",
        **more,
    )
    context.set_default_timeout(TIMEOUT)
    return context


@pytest.fixture
def new_page(browser, live_server):
    contexts, findings, allowed = [], [], []

    def make(person=None, allow=(), **options):
        context = open_context(browser, live_server.url, **options)
        contexts.append(context)
        if person is not None:
            context.add_cookies([session_cookie(person, live_server.url)])
        allowed.extend(allow)
        context.on("page", lambda page: watch(page, findings))
        return context.new_page()

    yield make
    for context in contexts:
        context.close()
    # Browsers ask for an icon by themselves.
    red = [text for text in findings if not any(part in text for part in (*allowed, "/favicon.ico"))]
    assert not red, "the browser's console shows:\n" + "\n".join(red)


def process_of(browser):
    """The id of the browser's own process, which takes all its others with it."""
    session = browser.new_browser_cdp_session()
    processes = session.send("SystemInfo.getProcessInfo")["processInfo"]
    return next(process["id"] for process in processes if process["type"] == "browser")


@pytest.fixture
def killable_page(browser, live_server):
    from playwright.sync_api import Error

    started = []

    def make(language="en", width=375):
        own = browser.browser_type.launch(executable_path=tools.chromium(), args=FLAGS)
        started.append(own)
        pid = process_of(own)
        page = open_context(own, live_server.url, language=language, width=width).new_page()
        return page, lambda: os.kill(pid, signal.SIGKILL)

    yield make
    for own in started:
        with suppress(Error):  # it was killed
            own.close()


def axe_script():
    import axe_playwright_python

    return (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text()


def axe_findings(page, part=None):
    """Run axe in the page (or in the part that a selector names); evaluated by the debugger, so the page's policy
    need not be relaxed."""
    if not page.evaluate("() => typeof window.axe === 'object'"):
        page.evaluate(axe_script())
    options = {"runOnly": {"type": "tag", "values": AXE_RULES}, "resultTypes": ["violations"]}
    result = page.evaluate("([part, options]) => window.axe.run(part || document, options)", [part, options])
    return [
        f"{violation['id']}: {violation['help']} · {node['target']} · {' '.join(node['html'].split())[:160]}"
        for violation in result["violations"]
        for node in violation["nodes"]
    ]


@pytest.fixture
def axe():
    def check(page):
        found = axe_findings(page)
        assert not found, f"{page.url}\n" + "\n".join(found)

    return check
