"""Asks clamd about a file, where the site has one (CLAMD_ADDRESS = "host:port" or the path of its socket)."""

import socket
import struct

from django.conf import settings

from .models import Scan

PIECE = 64 * 1024
SECONDS = 10


def has_scanner():
    return bool(getattr(settings, "CLAMD_ADDRESS", ""))


def scan(source):
    """What the scanner says about an open binary file, as a Scan. No answer is UNSCANNED: the file stays
    shut.
    """
    if not has_scanner():
        return Scan.NOT_ASKED
    try:
        answer = _ask(settings.CLAMD_ADDRESS, source)
    except OSError:
        return Scan.UNSCANNED
    if answer.endswith(b"FOUND"):
        return Scan.INFECTED
    return Scan.CLEAN if answer.endswith(b"OK") else Scan.UNSCANNED


def _ask(address, source):
    with _connect(address) as line:
        line.settimeout(SECONDS)
        line.sendall(b"zINSTREAM\0")
        while piece := source.read(PIECE):
            line.sendall(struct.pack("!L", len(piece)) + piece)
        line.sendall(struct.pack("!L", 0))
        answer = b""
        while len(answer) < 4096 and (part := line.recv(4096)):
            answer += part
    return answer.strip(b"\0\n\r ")


def _connect(address):
    if "/" in address:
        line = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        line.settimeout(SECONDS)
        line.connect(address)
        return line
    host, _colon, port = address.rpartition(":")
    return socket.create_connection((host, int(port)), timeout=SECONDS)
