"""`make messages`: collects the interface's texts and fills in what other catalogues (FROM=…) know.

`--check` collects into a copy and says what is missing, fuzzy or out of date; exit code 1 where there is any.
Needs xgettext (gettext).
"""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import polib

ROOT = Path(__file__).resolve().parents[1]
CATALOGUE = ROOT / "portal" / "locale" / "zh_Hans" / "LC_MESSAGES" / "django.po"
# Texts of Wagtail's own screens that its Chinese catalogue lacks: they stand in no source file of ours.
KEPT = "wagtail"
HEADER = {
    "Content-Type": "text/plain; charset=UTF-8",
    "Content-Transfer-Encoding": "8bit",
    "MIME-Version": "1.0",
    "Language": "zh_Hans",
    "Plural-Forms": "nplurals=1; plural=0;",
}
FOLDERS = ("portal", "exchange", "events", "templates")


def key_of(entry):
    return entry.msgctxt, entry.msgid, entry.msgid_plural


def collect():
    """Every text that the sources mark, as an empty polib catalogue."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder)
        for name in FOLDERS:
            shutil.copytree(
                ROOT / name, copy / name, ignore=shutil.ignore_patterns("locale", "static", "__pycache__", "migrations")
            )
        (copy / "locale").mkdir()
        command = [
            sys.executable, "-m", "django", "makemessages", "--locale", "zh_Hans", "--no-location", "--no-wrap",
            "--extension", "html,txt,py,xml", "--verbosity", "0",
        ]  # fmt: skip
        environment = {name: value for name, value in os.environ.items() if name != "DJANGO_SETTINGS_MODULE"}
        subprocess.run(command, cwd=copy, env=environment, check=True)
        return polib.pofile(str(copy / "locale" / "zh_Hans" / "LC_MESSAGES" / "django.po"))


def read(path):
    return {key_of(entry): entry for entry in polib.pofile(str(path)) if not entry.obsolete}


def translated(entry):
    if entry is None or entry.fuzzy:
        return False
    return all(entry.msgstr_plural.values()) and bool(entry.msgstr_plural) if entry.msgid_plural else bool(entry.msgstr)


def merged(sources, known, others):
    """A sorted catalogue of what the sources have and what is kept, with the first translation that is known."""
    catalogue = polib.POFile(wrapwidth=0)
    catalogue.metadata = dict(HEADER)
    wanted = {key_of(entry): entry for entry in sources}
    for key, entry in known.items():
        if KEPT in entry.tcomment.split():
            wanted.setdefault(key, entry)
    for key, entry in sorted(wanted.items(), key=lambda item: (item[0][1], item[0][0] or "", item[0][2])):
        found = next((pool[key] for pool in [known, *others] if translated(pool.get(key))), None)
        fresh = polib.POEntry(
            msgctxt=entry.msgctxt, msgid=entry.msgid, msgid_plural=entry.msgid_plural,
            flags=[flag for flag in entry.flags if flag != "fuzzy"], tcomment=entry.tcomment,
        )  # fmt: skip
        if entry.msgid_plural:
            fresh.msgstr_plural = {0: found.msgstr_plural[0]} if found else {0: ""}
        else:
            fresh.msgstr = found.msgstr if found else ""
        catalogue.append(fresh)
    return catalogue


def lacking(catalogue):
    return [entry for entry in catalogue if not translated(entry)]


def check():
    known = read(CATALOGUE)
    problems = [f"fuzzy: {entry.msgid!r}" for entry in known.values() if entry.fuzzy]
    wanted = merged(collect(), known, [])
    problems += [f"without Chinese: {entry.msgid!r}" for entry in lacking(wanted)]
    wanted_keys = {key_of(entry) for entry in wanted}
    problems += [f"no longer used: {entry.msgid!r}" for key, entry in known.items() if key not in wanted_keys]
    for problem in problems:
        print(problem)
    if problems:
        print(f"{len(problems)} texts: run `make messages`, then fill in {CATALOGUE.relative_to(ROOT)}.")
    return 1 if problems else 0


def main(arguments):
    if arguments == ["--check"]:
        return check()
    others = [read(path) for path in arguments]
    known = read(CATALOGUE) if CATALOGUE.exists() else {}
    catalogue = merged(collect(), known, others)
    CATALOGUE.parent.mkdir(parents=True, exist_ok=True)
    catalogue.save(str(CATALOGUE))
    missing = lacking(catalogue)
    print(f"{len(catalogue)} texts, {len(missing)} without Chinese.")
    for entry in missing[:400]:
        print(f"  {entry.msgid!r}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
