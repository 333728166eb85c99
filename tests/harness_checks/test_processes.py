import os
import time

import pytest

pytestmark = pytest.mark.race


def who(number):
    from django.db import connection

    return {"pid": os.getpid(), "number": number, "at": time.monotonic(), "vendor": connection.vendor}


def refuses(number):
    raise ValueError(f"no {number}")


def isolation():
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("SHOW transaction_isolation")
        return cursor.fetchone()[0]


def test_a_race_runs_real_processes_that_start_together(race, database_url):
    outcomes = race(who, database_url, [[number] for number in range(20)])
    assert [outcome.value["number"] for outcome in outcomes] == list(range(20))
    assert len({outcome.value["pid"] for outcome in outcomes}) == 20
    instants = [outcome.value["at"] for outcome in outcomes]
    assert max(instants) - min(instants) < 1


def test_a_loser_is_told_by_class_and_words(race, fresh_sqlite_url):
    (outcome,) = race(refuses, fresh_sqlite_url, [[7]])
    assert (outcome.error, outcome.message) == ("ValueError", "no 7")


@pytest.mark.postgres
def test_postgresql_runs_at_read_committed(call, fresh_postgres_url):
    assert call(isolation, fresh_postgres_url) == "read committed"


def test_code_runs_in_a_process_of_its_own(run_python, fresh_sqlite_url):
    code = """
        from portal.people.models import User
        print(User.objects.count())
    """
    assert run_python(code, fresh_sqlite_url).stdout.strip().isdigit()
