"""A copy of the code as somebody else gets it: nothing compiled, nothing in the environment, perhaps a .env."""

import os
import shutil
import subprocess
import sys
from gettext import GNUTranslations

import pytest

from harness.rundir import ROOT

ORDINARY = {name: value for name, value in os.environ.items() if name in ("PATH", "HOME", "LANG", "VIRTUAL_ENV")}
SAYS = "import sys; from django.conf import settings; sys.stdout.write(settings.SETTINGS_MODULE)"


@pytest.fixture
def copy(tmp_path):
    without = shutil.ignore_patterns("*.mo", "__pycache__", ".env", "static")
    for name in ("portal", "exchange", "events", "deploy"):
        shutil.copytree(ROOT / name, tmp_path / name, ignore=without)
    shutil.copy(ROOT / "manage.py", tmp_path)
    return tmp_path


def run(copy, *command):
    done = subprocess.run([sys.executable, *command], cwd=copy, env=ORDINARY, capture_output=True, text=True)
    return done.stdout + done.stderr


def test_an_uncompiled_copy_says_so_and_is_compiled_by_one_command(copy):
    assert "python deploy/catalogues.py" in run(copy, "manage.py", "check")
    assert run(copy, "deploy/catalogues.py") == ""
    with (copy / "portal/locale/zh_Hans/LC_MESSAGES/django.mo").open("rb") as file:
        assert GNUTranslations(file).gettext("News") == "新闻"
    assert "no issues" in run(copy, "manage.py", "check")


def test_a_change_of_a_catalogue_is_compiled_again(copy):
    run(copy, "deploy/catalogues.py")
    source = copy / "portal/locale/zh_Hans/LC_MESSAGES/django.po"
    source.write_text(source.read_text("utf-8").replace('msgstr "新闻"', 'msgstr "要闻"'), "utf-8")
    os.utime(source, (2**31, 2**31))
    run(copy, "deploy/catalogues.py")
    with source.with_suffix(".mo").open("rb") as file:
        assert GNUTranslations(file).gettext("News") == "要闻"


def test_every_process_takes_its_settings_from_the_same_file(copy):
    run(copy, "deploy/catalogues.py")
    (copy / ".env").write_text(
        "DJANGO_SETTINGS_MODULE=portal.settings.production\nSECRET_KEY=long-enough-for-a-test-of-settings\n"
        f"ALLOWED_HOSTS=exchange.example\nDATABASE_URL=sqlite:///{copy}/x.sqlite3\n"
        "CACHE_URL=redis://127.0.0.1:1/0\nSMTP_HOST=127.0.0.1\n"
    )
    assert run(copy, "manage.py", "shell", "--no-imports", "-c", SAYS) == "portal.settings.production"
    # It warns of files that nobody has collected here.
    assert run(copy, "-c", f"import portal.wsgi; {SAYS}").startswith("portal.settings.production")


def test_without_one_the_command_line_means_the_development_site(copy):
    run(copy, "deploy/catalogues.py")
    assert run(copy, "manage.py", "shell", "--no-imports", "-c", SAYS) == "portal.settings.development"
