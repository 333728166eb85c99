"""What the import contracts cannot see of where things live."""

import ast
import re
import subprocess
from importlib import import_module
from pathlib import Path
from statistics import median

import pytest
from django.apps import apps
from django.db.models import ForeignKey
from django.urls import NoReverseMatch, get_resolver, reverse
from wagtail.models import Page

from portal.slices import all_slices

ROOT = Path(__file__).resolve().parents[2]
APPS = ("portal", "exchange", "events")
# Beside slices, an app's root may hold these folders only.
NO_SLICES = {"migrations", "locale", "templatetags", "management", "static", "settings", "__pycache__"}
JUNK = {"utils", "helpers", "mixins", "common", "misc"}
NAMED_BY_OTHERS = {"django.contrib", "wagtail", "allauth"}


def python_files():
    listed = subprocess.run(
        ["git", "ls-files", "-co", "--exclude-standard", "*.py"], cwd=ROOT, capture_output=True, text=True
    )
    paths = [ROOT / line for line in listed.stdout.splitlines()]
    return [path for path in paths if path.exists() and "migrations" not in path.parts]


def text_of(path):
    return path.read_text(encoding="utf-8")


def test_no_table_of_the_portal_points_to_the_other_apps():
    outward = [
        f"{model.__name__}.{field.name}"
        for model in apps.get_app_config("portal").get_models()
        for field in model._meta.get_fields()
        if isinstance(field, ForeignKey) and field.related_model._meta.app_label in ("exchange", "events")
    ]
    assert outward == []


@pytest.mark.parametrize("app", APPS)
def test_every_slice_is_listed_and_every_listed_slice_exists(app):
    folders = {path.name for path in (ROOT / app).iterdir() if path.is_dir() and path.name not in NO_SLICES}
    assert folders == set(apps.get_app_config(app).slices)


def test_every_models_room_is_imported_by_its_app():
    lost = []
    for name in all_slices():
        folder = ROOT / name.replace(".", "/")
        if not (folder / "models.py").exists() and not (folder / "models").is_dir():
            continue
        module = import_module(f"{name}.models")
        app = name.split(".")[0]
        known = {model.__module__ for model in apps.get_app_config(app).get_models()}
        here = text_of(ROOT / app / "models.py")
        if f"{name}.models" not in here and any(one.startswith(module.__name__) for one in known):
            lost.append(name)
    assert lost == []


def test_no_junk_drawers():
    assert [str(path.relative_to(ROOT)) for path in python_files() if path.stem in JUNK or set(path.parts) & JUNK] == []


def test_files_are_read_in_one_go():
    sizes = {path: len(text_of(path).splitlines()) for path in python_files()}
    ours = {path: size for path, size in sizes.items() if path.relative_to(ROOT).parts[0] in APPS and size > 0}
    assert [f"{path.relative_to(ROOT)}: {size}" for path, size in sizes.items() if size > 400] == []
    assert median(ours.values()) <= 80


# Who may read the system's clock: the module that gives it, and what stands at the edge.
CLOCK_CALL = re.compile(
    r"timezone\.now\(|datetime\.now\(|datetime\.utcnow\(|date\.today\(|timezone\.localdate\(|time\.time\("
)


def test_nothing_below_views_commands_and_tick_reads_the_clock():
    readers = [
        str(path.relative_to(ROOT))
        for path in python_files()
        if path.relative_to(ROOT).parts[0] in APPS
        and CLOCK_CALL.search(text_of(path))
        and path.relative_to(ROOT).as_posix() != "portal/clock/system.py"
    ]
    assert readers == []


# The surfaces: what a person, the timer or the worker calls. They pass the clock down.
SURFACES = re.compile(
    r"/(views|office|tick|tasks|middleware|backend|templatetags/office|gallery|demo_tour)(\.py|/)|/management/commands/"
)


def test_only_the_surfaces_fetch_the_clock():
    fetching = [
        place
        for path in python_files()
        if (place := path.relative_to(ROOT).as_posix()).split("/")[0] in APPS
        and "import system_now" in text_of(path)
        and not SURFACES.search(place)
    ]
    assert fetching == []


def test_pages_name_their_template():
    unnamed = [
        model.__name__
        for model in apps.get_models()
        if issubclass(model, Page) and model._meta.app_label in APPS and "template" not in vars(model)
    ]
    assert unnamed == []


def test_nothing_is_left_for_later():
    word = re.compile(r"\b(TODO|FIXME|XXX|NotImplemented\b(?!Error)|coming soon)")
    here = Path(__file__).resolve()
    files = [path for path in [*python_files(), *(ROOT / "templates").rglob("*.*")] if path.resolve() != here]
    assert [str(path.relative_to(ROOT)) for path in files if path.is_file() and word.search(text_of(path))] == []


URL_TAG = re.compile(r"{%\s*url\s+([\"'])(?P<name>[^\"']+)\1(?P<rest>[^%]*)%}")


def known_names():
    names = set()

    def walk(resolver, prefix):
        for pattern in resolver.url_patterns:
            if hasattr(pattern, "url_patterns"):
                walk(pattern, prefix + ([pattern.namespace] if pattern.namespace else []))
            elif pattern.name:
                names.add(":".join([*prefix, pattern.name]))

    walk(get_resolver(), [])
    return names


# Exist with the development settings alone.
DEVELOPMENT = {"mailbox", "mailbox_one", "mailbox_html", "components"}


def test_every_url_in_a_template_leads_somewhere():
    names = known_names() | DEVELOPMENT
    dead = [
        f"{path.relative_to(ROOT)}: {found['name']}"
        for path in (ROOT / "templates").rglob("*.*")
        if path.suffix in (".html", ".txt", ".xml")
        for found in URL_TAG.finditer(text_of(path))
        if found["name"] not in names and " as " not in found["rest"]
    ]
    assert dead == []


def test_every_reversed_name_leads_somewhere():
    names = known_names() | DEVELOPMENT
    dead = []
    for path in python_files():
        if path.relative_to(ROOT).parts[0] not in APPS:
            continue
        for node in ast.walk(ast.parse(text_of(path))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in ("reverse", "redirect", "reverse_lazy"):
                first = node.args[0] if node.args else None
                name = first.value if isinstance(first, ast.Constant) else None
                if isinstance(name, str) and "/" not in name and name not in names:
                    dead.append(f"{path.relative_to(ROOT)}: {name}")
    assert dead == []


def test_the_check_would_see_a_dead_name():
    with pytest.raises(NoReverseMatch):
        reverse("no_such_name")
    assert "no_such_name" not in known_names()
    assert URL_TAG.search('{% url "no_such_name" 3 %}')["name"] == "no_such_name"
    assert CLOCK_CALL.search("at = timezone.now()")


COLOUR = re.compile(r"#[0-9a-fA-F]{3,8}\b|\brgba?\(|\bhsla?\(")


def test_colours_stand_among_the_tokens_alone():
    parts = ROOT / "portal" / "static" / "portal" / "css" / "parts"
    raw = [
        f"{path.name}: {line.strip()}"
        for path in sorted(parts.glob("*.css"))
        if path.name not in ("tokens.css", "office-tokens.css", "print.css")
        for line in text_of(path).splitlines()
        if COLOUR.search(re.sub(r"/\*.*?\*/", "", line)) and "url(#" not in line
    ]
    assert raw == []
