"""Reads the mails that the development site wrote to files in place of sending them."""

import email
import email.policy
import re
from dataclasses import dataclass
from datetime import datetime
from email.utils import parsedate_to_datetime
from pathlib import Path

from django.conf import settings
from django.core.cache import cache

# A line that is a code and nothing else, as sign-in writes them.
CODE = re.compile(r"^[A-Z0-9]{3,5}(?:-[A-Z0-9]{3,5})?$", re.MULTILINE)
HAN = re.compile(r"[\u4e00-\u9fff]")


@dataclass(frozen=True)
class BoxedMail:
    name: str
    to: str
    subject: str
    at: datetime | None
    text: str
    html: str

    @property
    def codes(self):
        """The codes in the mail, to be copied."""
        return CODE.findall(self.text)

    @property
    def lang(self):
        return "zh-Hans" if HAN.search(self.subject) else "en"


def read_mailbox(limit=200):
    """The newest mails first."""
    folder = Path(settings.EMAIL_FILE_PATH)
    if not folder.is_dir():
        return []
    files = sorted(folder.glob("*.log"), key=lambda path: path.stat().st_mtime_ns, reverse=True)
    return [mail for mail in (read_file(path) for path in files[:limit]) if mail]


def read_one(name):
    path = Path(settings.EMAIL_FILE_PATH) / name
    if path.parent != Path(settings.EMAIL_FILE_PATH) or path.suffix != ".log" or not path.is_file():
        return None
    return read_file(path)


def read_file(path):
    key = f"mailbox:{path.name}:{path.stat().st_mtime_ns}"
    return cache.get_or_set(key, lambda: parse(path), 3600)


def parse(path):
    # Django's file backend ends each message with a line of dashes; one file holds the one message of a connection.
    raw = path.read_bytes().rsplit(b"\n" + b"-" * 79, 1)[0]
    message = email.message_from_bytes(raw, policy=email.policy.default)
    text, html = message.get_body(("plain",)), message.get_body(("html",))
    return BoxedMail(
        name=path.name,
        to=str(message["To"]),
        subject=str(message["Subject"]),
        at=parsedate_to_datetime(message["Date"]) if message["Date"] else None,
        text=text.get_content() if text else "",
        html=html.get_content() if html else "",
    )
