"""upload.js in a real browser, against a small server that loses its line, is slow, refuses, or signs
people out.
"""

import json
import re
import threading
from email.parser import BytesParser
from email.policy import HTTP
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from django.conf import settings as site
from django.template.loader import render_to_string
from pdf_writing import pdf

from portal.files.fields import upload_field

pytestmark = pytest.mark.browser
POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; form-action 'self'"
GOOD = (201, {"id": "1", "name": "简历.pdf", "about": "1 KB, 1 page", "note": "", "url": "/there/"})


class Line:
    """What the server does with each upload, in order (the last for ever), and what has arrived."""

    def __init__(self, page):
        self.page, self.script = page, site.BASE_DIR / "portal/static/portal/js/upload.js"
        self.answers, self.arrived = [GOOD], []

    def next_answer(self):
        return self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]


class Handler(BaseHTTPRequestHandler):
    def do_GET(self):
        if self.path == "/upload.js":
            return self.give(200, "text/javascript", self.server.line.script.read_bytes())
        return self.give(200, "text/html; charset=utf-8", self.server.line.page.encode())

    def do_POST(self):
        head = f"Content-Type: {self.headers['Content-Type']}\r\n\r\n".encode()
        body = self.rfile.read(int(self.headers["Content-Length"]))
        parts = BytesParser(policy=HTTP).parsebytes(head + body).iter_parts()
        fields = {part.get_param("name", header="Content-Disposition"): part.get_payload(decode=True) for part in parts}
        self.server.line.arrived.append(fields | {"csrf": self.headers["X-CSRFToken"]})
        answer = self.server.line.next_answer()
        if answer is None:
            # Received, and the answer lost on its way.
            self.close_connection = True
            return self.connection.close()
        status, said = answer
        if isinstance(said, str):
            return self.give(status, "text/html", said.encode())
        return self.give(status, "application/json", json.dumps(said).encode())

    def give(self, status, kind, content):
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Content-Security-Policy", POLICY)
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *args):
        pass


@pytest.fixture
def line():
    field = render_to_string("portal/files/upload_field.html", upload_field("cv", "Curriculum vitae", url="/take"))
    page = (
        '<!doctype html><html lang="en"><title>x</title><form method="post" enctype="multipart/form-data">'
        f'<input type="hidden" name="csrfmiddlewaretoken" value="mark">{field}<button>Save</button></form>'
        '<script src="/upload.js" defer></script></html>'
    )
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.line = Line(page)
    server.line.address = f"http://127.0.0.1:{server.server_port}/"
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server.line
    server.shutdown()
    server.server_close()


@pytest.fixture
def page(browser, line):
    context = browser.new_context()
    context.set_default_timeout(10_000)
    page = context.new_page()
    breaches = []
    page.on("console", lambda said: breaches.append(said.text) if "Content Security" in said.text else None)
    page.on("pageerror", lambda error: breaches.append(str(error)))
    page.goto(line.address)
    yield page
    context.close()
    assert not breaches


def choose(page, name="简历.pdf", content=None):
    file = {"name": name, "mimeType": "application/pdf", "buffer": pdf() if content is None else content}
    page.locator("input[type=file]").set_input_files(file)


def state(page, words):
    page.locator("[data-upload-state]", has_text=re.compile(words)).wait_for()


def test_a_chosen_file_sends_itself_and_is_shown(page, line):
    choose(page)
    state(page, "Received 简历.pdf, 1 KB, 1 page")
    (sent,) = line.arrived
    assert sent["cv"] == pdf()
    assert sent["csrf"] == "mark"
    assert re.fullmatch(rb"[0-9a-f]{36}", sent["upload_token"])
    assert page.locator("[data-upload-name]").get_attribute("href") == "/there/"
    assert page.locator("input[type=file]").input_value() == ""
    assert page.locator("progress").is_hidden()


def test_a_lost_answer_is_asked_for_again_with_the_same_token(page, line):
    line.answers = [None, (503, "busy"), GOOD]
    choose(page)
    state(page, "sent again in 1 s")
    state(page, "Received")
    assert len(line.arrived) >= 3
    assert len({sent["upload_token"] for sent in line.arrived}) == 1


def test_without_a_connection_it_waits_and_goes_on_by_itself(page, line):
    page.context.set_offline(True)
    choose(page)
    state(page, "No connection. 简历.pdf is sent again")
    assert page.get_by_role("button", name="Try again").is_visible()
    assert not line.arrived
    page.context.set_offline(False)
    state(page, "Received")
    assert len(line.arrived) == 1


def test_a_refusal_is_said_at_the_field(page, line):
    line.answers = [(422, {"problem": "简历.pdf holds a script.", "reason": "script"})]
    choose(page)
    page.get_by_role("alert").filter(has_text="简历.pdf holds a script.").wait_for()
    assert page.locator("input[type=file]").get_attribute("aria-invalid") == "true"
    line.answers = [GOOD]
    choose(page)
    state(page, "Received")
    assert page.get_by_role("alert").count() == 0


def test_a_file_that_is_too_large_is_not_sent(page, line):
    # Playwright hands over large files by path alone, so the limit is lowered instead.
    page.locator("[data-upload]").evaluate("box => box.setAttribute('data-limit', '1000')")
    choose(page, content=b"x" * 1_200_000)
    page.get_by_role("alert").filter(has_text="简历.pdf has 1.2 MB. The limit is 20 MB.").wait_for()
    assert not line.arrived


def test_a_session_that_has_ended_says_so_and_keeps_the_file(page, line):
    line.answers = [(200, "<title>Sign in</title>"), GOOD]
    choose(page)
    state(page, "You are signed out")
    page.get_by_role("button", name="Try again").click()
    state(page, "Received")
    assert len({sent["upload_token"] for sent in line.arrived}) == 1


def test_the_state_is_said_in_words_and_the_event_is_fired(page, line):
    page.evaluate("() => addEventListener('portal:uploaded', event => { window.heard = event.detail.id })")
    choose(page)
    state(page, "Received")
    assert page.evaluate("() => window.heard") == "1"
    assert page.locator("[data-upload-state]").get_attribute("role") == "status"
