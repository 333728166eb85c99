"""`python -m harness.racing`: Django is loaded once, then one real process is forked for each argument tuple.

Each child opens its own connection, reports ready, and waits for the start; all are let go by one write. Forking
after the loading is what makes twenty processes affordable on two cores.
"""

import importlib.util
import json
import os
import sys
import traceback


def function_of(order):
    spec = importlib.util.spec_from_file_location("racing_module", order["file"])
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return getattr(module, order["name"])


def child(function, arguments, ready, start, answer):
    from django.db import connection

    try:
        try:
            connection.ensure_connection()
        finally:
            os.write(ready, b".")  # also when it failed: the others are not to wait for ever
        os.read(start, 1)
        outcome = {"value": function(*arguments)}
    except BaseException as error:
        # Kept in full in the parent's stderr; the test compares class and words.
        traceback.print_exc()
        outcome = {"error": type(error).__name__, "message": str(error)}
    with os.fdopen(answer, "w") as out:
        json.dump(outcome, out)


def forked(function, arguments, ready, start):
    answer_read, answer_write = os.pipe()
    pid = os.fork()
    if pid == 0:
        os.close(answer_read)
        os.close(start[1])  # or no reader would ever see the end of it
        try:
            child(function, arguments, ready, start[0], answer_write)
        finally:
            os._exit(0)
    os.close(answer_write)
    return pid, answer_read


def main():
    import django

    django.setup()
    order = json.load(sys.stdin)
    function = function_of(order)
    ready_read, ready_write = os.pipe()
    start = os.pipe()
    runners = [forked(function, arguments, ready_write, start) for arguments in order["arguments"]]
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
    print(json.dumps(outcomes))


if __name__ == "__main__":
    main()
