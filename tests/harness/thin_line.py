"""A telephone's line between a browser and the live server: as slow as 3G, and dead when the test says so.

thin_line     address to open instead of the live server's; .die() and .revive()

A dead line is a hole: connections stand, new ones are made, and nothing passes. Whoever revives it finds that the
connections of before are forgotten, as they are after a minute in a tunnel.
"""

import socket
import threading
import time
from contextlib import suppress
from urllib.parse import urlsplit

import pytest

UP, DOWN, DELAY = 50_000, 200_000, 0.15
"""Bytes a second that a telephone sends and receives, and seconds until the first of them is there."""
PIECE = 4096


class ThinLine:
    def __init__(self, target):
        self.target = target
        self.alive = threading.Event()
        self.alive.set()
        self.sockets, self.passed_up = [], 0
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.address = f"http://127.0.0.1:{self.listener.getsockname()[1]}"
        threading.Thread(target=self.accept, daemon=True).start()

    def accept(self):
        with suppress(OSError):  # closed at the end
            while True:
                near, _address = self.listener.accept()
                far = socket.create_connection(self.target)
                self.sockets += [near, far]
                for source, sink, speed in ((near, far, UP), (far, near, DOWN)):
                    threading.Thread(target=self.carry, args=(source, sink, speed), daemon=True).start()

    def carry(self, source, sink, speed):
        with suppress(OSError):
            time.sleep(DELAY)
            while piece := source.recv(PIECE):
                time.sleep(len(piece) / speed)
                self.alive.wait()
                sink.sendall(piece)
                if speed == UP:
                    self.passed_up += len(piece)
        for end in (source, sink):
            with suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)

    def die(self):
        self.alive.clear()

    def revive(self):
        self.forget()
        self.alive.set()

    def forget(self):
        for end in self.sockets:
            with suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)
            end.close()
        self.sockets = []

    def end(self):
        self.listener.close()
        self.forget()
        self.alive.set()


@pytest.fixture
def thin_line(live_server):
    parts = urlsplit(live_server.url)
    line = ThinLine((parts.hostname, parts.port))
    yield line
    line.end()
