"""Small helps for servers that tests start."""

import socket
import time


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def wait_for(host, port, process, seconds=60):
    """Wait until something listens there. Raises RuntimeError where the process ended before, or time did."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        if process.poll() is not None:
            raise RuntimeError(f"the server ended with {process.returncode}")
        with socket.socket() as probe:
            if not probe.connect_ex((host, port)):
                return
        time.sleep(0.1)
    raise RuntimeError(f"nothing listens on {host}:{port} after {seconds} s")
