"""`python -m harness.racing`: Django is loaded once, then real processes are forked from it as the tests order them.

One order a line of JSON on stdin, one answer a line on stdout. Forking after the loading is what makes twenty
processes, or a worker that is killed again and again, affordable on two cores. This process itself never opens a
connection: each child opens its own, to the database that its order names.
"""

import importlib.util
import json
import os
import sys
import traceback
from functools import cache


@cache
def module_of(file):
    """The test module that holds a function; what its `warm_up` loads is loaded before anything is forked."""
    spec = importlib.util.spec_from_file_location("racing_module", file)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    if hasattr(module, "warm_up"):
        module.warm_up()
    return module


def use(url):
    from django.db import connections

    from portal.settings.base import database

    connections.settings["default"] = connections.configure_settings({"default": database(url)})["default"]
    del connections["default"]


def racer(function, url, arguments, ready, start, answer):
    from django.db import connection

    try:
        try:
            use(url)
            connection.ensure_connection()
        finally:
            os.write(ready, b".")  # also when it failed: the others are not to wait for ever
        os.read(start, 1)
        outcome = {"value": function(*arguments)}
    except BaseException as error:
        # Kept in full in this process's stderr; the test compares class and words.
        traceback.print_exc()
        outcome = {"error": type(error).__name__, "message": str(error)}
    with os.fdopen(answer, "w") as out:
        json.dump(outcome, out)


def forked(work, *arguments):
    """The id of a new process that does `work` and ends; what it prints goes to stderr, stdout being ours."""
    pid = os.fork()
    if pid:
        return pid
    try:
        os.dup2(2, 1)
        work(*arguments)
    except BaseException:
        traceback.print_exc()
    finally:
        os._exit(0)


def started_racer(function, url, arguments, ready, start):
    answer_read, answer_write = os.pipe()

    def work():
        os.close(answer_read)
        os.close(start[1])  # or no reader would ever see the end of it
        racer(function, url, arguments, ready, start[0], answer_write)

    pid = forked(work)
    os.close(answer_write)
    return pid, answer_read


def race(function, url, arguments):
    """One process for each tuple of arguments; each says that it is ready, and all are let go by one write."""
    ready_read, ready_write = os.pipe()
    start = os.pipe()
    runners = [started_racer(function, url, one, ready_write, start) for one in arguments]
    waiting = len(runners)
    while waiting:
        waiting -= len(os.read(ready_read, waiting))
    os.write(start[1], b"!" * len(runners))
    outcomes = []
    for pid, answer in runners:
        with os.fdopen(answer) as given:
            text = given.read()
        os.waitpid(pid, 0)
        outcomes.append(json.loads(text) if text else {"error": "Died", "message": "no answer"})
    for end in (ready_read, ready_write, *start):
        os.close(end)
    return outcomes


def start(function, url, arguments):
    """A process that nobody waits for; the test kills it."""

    def work():
        use(url)
        function(*arguments)

    return forked(work)


def ended(pid):
    return os.waitpid(pid, os.WNOHANG)[0] == pid


def main():
    import django

    django.setup()
    answers = os.fdopen(os.dup(1), "w")
    for line in sys.stdin:
        order = json.loads(line)
        if order["do"] == "ended":
            answer = ended(order["pid"])
        else:
            function = getattr(module_of(order["file"]), order["name"])
            answer = {"race": race, "start": start}[order["do"]](function, order["url"], order["arguments"])
        print(json.dumps(answer), file=answers, flush=True)


if __name__ == "__main__":
    main()
