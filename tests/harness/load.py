"""Asks an address as fast as it answers, the same way whoever serves it.

    python tests/harness/load.py http://127.0.0.1:8000/en/news/

Four connections at once, each asked again as soon as it has answered; some requests to warm up, then ROUNDS rounds of
SECONDS. Prints the requests per second of each round as JSON. Standard library only, in a process of its own.
"""

import http.client
import json
import sys
import threading
import time
from urllib.parse import urlsplit

CONNECTIONS = 4
WARM_UP = 20
ROUNDS = 5
SECONDS = 3.0


def ask(connection, path, host):
    connection.request("GET", path, headers={"Host": host, "Accept": "text/html"})
    answer = connection.getresponse()
    body = answer.read()
    if answer.status != 200:
        raise RuntimeError(f"{path} answered {answer.status}")
    return len(body)


def asking(parts, until, counts, number):
    """Ask until the instant (by the monotonic clock); a server that closes is connected to anew."""
    path = parts.path + (f"?{parts.query}" if parts.query else "")
    connection = http.client.HTTPConnection(parts.hostname, parts.port, timeout=30)
    while time.monotonic() < until:
        ask(connection, path, parts.netloc)
        counts[number] += 1
    connection.close()


def one_round(parts, seconds):
    """Requests per second of one round."""
    counts, began = [0] * CONNECTIONS, time.monotonic()
    threads = [
        threading.Thread(target=asking, args=(parts, began + seconds, counts, number)) for number in range(CONNECTIONS)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sum(counts) / (time.monotonic() - began)


def measure(url, rounds=ROUNDS, seconds=SECONDS):
    """{"size": bytes of the answer, "rounds": [requests per second]}."""
    parts = urlsplit(url)
    connection = http.client.HTTPConnection(parts.hostname, parts.port, timeout=30)
    path = parts.path + (f"?{parts.query}" if parts.query else "")
    sizes = [ask(connection, path, parts.netloc) for _ in range(WARM_UP)]
    return {"size": sizes[-1], "rounds": [one_round(parts, seconds) for _ in range(rounds)]}


if __name__ == "__main__":
    sys.stdout.write(json.dumps(measure(sys.argv[1])))
