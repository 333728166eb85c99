"""A worker is killed (SIGKILL) again and again in a batch of 200 mails; an SMTP server of the test's own counts them.

Every mail arrives. At most one mail a kill may leave twice, and then with the same Message-ID, so that a mailbox can
know it for a copy.
"""

import logging
import socket
import time
from collections import Counter
from email import message_from_bytes
from threading import Lock

import pytest
from aiosmtpd.controller import Controller

MAILS = 200
KILLS = 4


def write():
    from portal.clock.system import system_now
    from portal.mail.outbox import keep

    at = system_now()
    for number in range(MAILS):
        keep(kind="test", address=f"reader{number}@hospital.example", subject=f"Mail {number}", text="t", now=at)


def work(port):
    """The worker as `make run` starts it, with a real way out to the test's server."""
    from django.conf import settings
    from django.core.management import call_command

    settings.MAIL_TRANSPORT = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", port
    call_command("db_worker", queue_name="*", interval=0.05, startup_delay=False, reload=False)


def tick():
    """As the clock does, but without waiting for five minutes until a message counts as lost."""
    from datetime import timedelta

    from portal.clock.system import system_now
    from portal.mail import rules
    from portal.mail.tick import tick as look_at_the_clock

    rules.LOST_AFTER = timedelta(0)
    look_at_the_clock(system_now)


def states():
    from portal.mail.models import OutboxMessage

    return Counter(OutboxMessage.objects.values_list("state", flat=True))


class Log:
    """Every message that the server took, by address and Message-ID; slow enough for a kill to land in the middle."""

    def __init__(self):
        self.taken, self.lock = [], Lock()

    async def handle_DATA(self, server, session, envelope):
        mail = message_from_bytes(envelope.content)
        with self.lock:
            self.taken.extend((address, mail["Message-ID"]) for address in envelope.rcpt_tos)
        time.sleep(0.01)
        return "250 taken"

    def addresses(self):
        with self.lock:
            return Counter(address for address, _name in self.taken)


@pytest.fixture
def mail_server():
    logging.getLogger("mail.log").setLevel(logging.WARNING)
    log = Log()
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        log.port = free.getsockname()[1]
    controller = Controller(log, hostname="127.0.0.1", port=log.port)
    controller.start()
    yield log
    controller.stop()


def wait_for(condition, worker, seconds=150):
    until = time.monotonic() + seconds
    while not condition():
        assert not worker.has_ended(), worker.stable.complained()
        assert time.monotonic() < until, f"nothing more arrives\n{worker.stable.complained()}"
        time.sleep(0.02)


@pytest.mark.race
def test_every_mail_arrives_though_the_worker_is_killed(database_url, mail_server, start, call):
    call(write, database_url)
    for _kill in range(KILLS):
        before = len(mail_server.taken)
        worker = start(work, database_url, mail_server.port)
        wait_for(lambda before=before: len(mail_server.taken) >= before + 25, worker)
        worker.kill()
        call(tick, database_url)
    worker = start(work, database_url, mail_server.port)
    wait_for(lambda: len(mail_server.addresses()) == MAILS, worker)
    wait_for(lambda: call(states, database_url) == {"sent": MAILS}, worker)
    worker.kill()

    arrived, names = mail_server.addresses(), {}
    for address, name in mail_server.taken:
        names.setdefault(address, set()).add(name)
    doubled = {address: times for address, times in arrived.items() if times > 1}
    print(f"\n{database_url.partition(':')[0]}: {len(arrived)} of {MAILS} mails arrived in {len(mail_server.taken)} "
          f"deliveries; {KILLS} kills; doubled: {len(doubled)}, each with the same Message-ID")  # fmt: skip
    assert len(arrived) == MAILS
    assert all(len(of_one) == 1 for of_one in names.values())
    assert len(set.union(*names.values())) == MAILS
    assert len(doubled) <= KILLS
    assert all(times == 2 for times in doubled.values())
