"""Each import contract is broken by a planted line, in a copy of the code."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
# Name of the contract → (module that gets the line, the line). None: a new module.
PLANTED = {
    "The portal imports neither": ("portal/operations/doctor.py", "import exchange.cycles.models"),
    "Exchange and events never": ("events/editions/queries.py", "import exchange.partners.models"),
    "Slices of the portal": ("portal/access/roles.py", "import portal.people.names"),
    "Slices of the exchange": ("exchange/cycles/access.py", "import exchange.offers.states"),
    "Slices of the events": ("events/editions/access.py", "import events.schedule.states"),
    "Rules are pure": ("exchange/cycles/rules.py", "import exchange.cycles.models"),
    "Rooms of every slice": ("exchange/placements/states.py", "import exchange.placements.actions"),
    "No circle between": ("portal/mail/rules.py", "import portal.mail.actions"),
    "Mails leave through": ("portal/people/actions.py", "import portal.mail.sending"),
    "Private files are": ("exchange/applications/readers.py", "import portal.files.storing"),
    "What is only part": ("exchange/visits/views.py", "import exchange.offers.parts.turns"),
}


def linted(folder):
    command = [Path(sys.executable).with_name("lint-imports"), "--no-cache", "--config", "pyproject.toml"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    return {line.rsplit(" BROKEN", 1)[0] for line in done.stdout.splitlines() if " BROKEN" in line}, done.stdout


def copied(folder):
    for app in ("portal", "exchange", "events"):
        wanted = shutil.ignore_patterns("static", "locale", "__pycache__", "*.pyc")
        shutil.copytree(ROOT / app, folder / app, ignore=wanted)
    shutil.copy(ROOT / "pyproject.toml", folder)
    return folder


@pytest.fixture(scope="module")
def broken(tmp_path_factory):
    folder = copied(tmp_path_factory.mktemp("planted"))
    for place, line in PLANTED.values():
        path = folder / place
        path.write_text(path.read_text(encoding="utf-8") + f"\n{line}\n", encoding="utf-8")
    return linted(folder)[0]


@pytest.mark.parametrize("contract", PLANTED)
def test_a_planted_import_breaks(contract, broken):
    assert [name for name in broken if name.startswith(contract)]


def test_a_room_nobody_named_breaks(tmp_path):
    folder = copied(tmp_path)
    (folder / "exchange" / "cycles" / "sundries.py").write_text("")
    assert any(name.startswith("Rooms of every slice") for name in linted(folder)[0])


def test_every_contract_is_planted():
    names = [
        line.split('"')[1] for line in (ROOT / "pyproject.toml").read_text().splitlines() if line.startswith('name = "')
    ]
    contracts = names[1:]  # the first is the project's
    assert [name for name in contracts if not any(name.startswith(known) for known in PLANTED)] == []
