"""What an administrator types in the shell, as real commands against databases of their own."""

import json

import pytest

PRODUCTION = {
    "DJANGO_SETTINGS_MODULE": "portal.settings.production",
    "SECRET_KEY": "x" * 60,
    "ALLOWED_HOSTS": "exchange.example",
    "CACHE_URL": "redis://127.0.0.1:1/0",
    "SMTP_HOST": "smtp.example",
}


@pytest.mark.parametrize("arguments", [["demo"], ["demo", "--json"], ["demo", "--renew"]])
def test_the_demo_is_refused_by_production_settings(run_manage, fresh_sqlite_url, arguments):
    done = run_manage(*arguments, url=fresh_sqlite_url, check=False, **PRODUCTION)
    assert done.returncode != 0
    assert "refused" in done.stderr
    assert "Traceback" not in done.stderr
    assert not done.stdout.strip()


def test_a_site_begins_without_the_demo(run_manage, run_python, fresh_sqlite_url):
    done = run_manage("first_admin", "--email", "lin@hospital.example", "--name", "Lin Xiu", url=fresh_sqlite_url)
    assert "lin@hospital.example" in done.stdout
    told = run_python(
        """
        import json
        from portal.mail.models import OutboxMessage
        from portal.pages.models import HomePage
        from portal.people.models import RoleAssignment, User
        print(json.dumps({
            "homes": sorted(HomePage.objects.live().values_list("locale__language_code", flat=True)),
            "roles": list(RoleAssignment.objects.values_list("role", flat=True)),
            "mails": list(OutboxMessage.objects.values_list("state", flat=True)),
            "signs_in": User.objects.get().has_usable_password(),
        }))
        """,
        fresh_sqlite_url,
    )
    assert json.loads(told.stdout) == {
        "homes": ["en", "zh-hans"], "roles": ["administrator"], "mails": ["queued"], "signs_in": False,
    }  # fmt: skip


def test_there_is_one_first_administrator(run_manage, fresh_sqlite_url):
    first = ["first_admin", "--name", "Lin Xiu", "--email"]
    run_manage(*first, "lin@hospital.example", url=fresh_sqlite_url)
    again = run_manage(*first, "other@hospital.example", url=fresh_sqlite_url, check=False)
    assert again.returncode != 0
    assert "Traceback" not in again.stderr


def test_an_address_that_is_none_is_refused_in_one_line(run_manage, fresh_sqlite_url):
    done = run_manage("first_admin", "--name", "Lin", "--email", "lin", url=fresh_sqlite_url, check=False)
    assert done.stderr.startswith("CommandError: ")
    assert len(done.stderr.strip().splitlines()) == 1


def test_the_doctor_names_what_is_wrong_and_what_to_do(run_manage, fresh_sqlite_url):
    done = run_manage("doctor", url=fresh_sqlite_url, check=False)
    assert done.returncode != 0
    assert "first_admin" in done.stdout
    assert "manage.py tick" in done.stdout
