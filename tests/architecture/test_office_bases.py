"""Wagtail's generic viewsets ask for permission per model only: ours stand on the bases of portal.office."""

import ast
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
BASES = {"ModelViewSet", "SnippetViewSet", "ModelViewSetGroup", "SnippetViewSetGroup", "ChooserViewSet", "ReportView"}
CALLS = {"register_snippet"}


def sources():
    for app in ("portal", "exchange", "events"):
        for path in sorted((ROOT / app).rglob("*.py")):
            if "migrations" not in path.parts and (ROOT / "portal" / "office") not in path.parents:
                yield path


def name_of(node):
    return getattr(node, "attr", None) or getattr(node, "id", None)


def bare_ones(tree):
    """Every line that stands on a bare base or registers a snippet."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ClassDef):
            yield from (node.lineno for base in node.bases if name_of(base) in BASES)
            yield from (node.lineno for mark in node.decorator_list if name_of(mark) in CALLS)
        elif isinstance(node, ast.Call) and name_of(node.func) in CALLS | BASES:
            yield node.lineno


def test_no_office_screen_stands_on_a_bare_base():
    found = [
        f"{path.relative_to(ROOT)}:{line}"
        for path in sources()
        for line in bare_ones(ast.parse(path.read_text(encoding="utf-8")))
    ]
    assert found == []


def test_the_check_finds_planted_ones():
    planted = (
        "from wagtail.snippets.models import register_snippet\n"
        "class A(ModelViewSet): pass\n"
        "class B(viewsets.SnippetViewSet): pass\n"
        "@register_snippet\nclass C: pass\n"
        "register_snippet(D)\n"
        "E = ChooserViewSet('e')\n"
    )
    assert sorted(set(bare_ones(ast.parse(planted)))) == [2, 3, 5, 6, 7]
