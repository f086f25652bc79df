"""Rules of the house that a reviewer would otherwise have to remember."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.apps import apps

import dienhong

PACKAGE = Path(dienhong.__path__[0])
ROOT = PACKAGE.parent.parent
SOURCES = sorted(p for p in PACKAGE.rglob("*.py") if "migrations" not in p.parts)
TEMPLATES = PACKAGE / "web" / "templates"
WRITES = {
    "save",
    "create",
    "bulk_create",
    "bulk_update",
    "update",
    "delete",
    "get_or_create",
    "update_or_create",
}
WRITES_ROWS = {"insert_rows", "update_rows", "write_rows"}
WRITERS = {
    "acts.py",
    "many.py",
    "rows.py",
    "journal.py",
    "models.py",
    "numbering.py",
    "unit_list.py",
    "seeding.py",
    "load.py",
    "identity.py",
}


def functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def test_no_file_is_longer_than_500_lines_and_no_function_than_50() -> None:
    long = [str(path) for path in SOURCES if path.read_text(encoding="utf-8").count("\n") > 500]
    for path in SOURCES:
        long += [f"{path}:{f.name}" for f in functions(path) if (f.end_lineno or 0) - f.lineno >= 50]
    assert long == []


def test_no_template_is_longer_than_120_lines() -> None:
    assert [
        str(p) for p in TEMPLATES.rglob("*.html") if p.read_text(encoding="utf-8").count("\n") > 120
    ] == []


def writes_in(path: Path) -> Iterator[str]:
    """Calls like ``something.objects…save()`` or ``queryset.update()``; dicts and sets may be updated anywhere."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in WRITES:
            chain = ast.unparse(node.func.value)
            if "objects" in chain or node.func.attr in {"bulk_create", "bulk_update"} or saves(node):
                yield f"{path.relative_to(PACKAGE)}: {chain}.{node.func.attr}()"
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in WRITES_ROWS:
            yield f"{path.relative_to(PACKAGE)}: {node.func.id}()"


def saves(call: ast.Call) -> bool:
    """``record.save()`` of a name; what a drawing or a file object saves is no record."""
    assert isinstance(call.func, ast.Attribute)
    return call.func.attr == "save" and isinstance(call.func.value, ast.Name)


def test_only_actions_write() -> None:
    readers = [
        path
        for path in SOURCES
        if path.name not in WRITERS and "actions" not in (path.stem, path.parent.name)
    ]
    assert [write for path in readers for write in writes_in(path)] == []


def test_templates_ask_for_no_inline_style_or_script() -> None:
    for template in TEMPLATES.rglob("*.html"):
        text = template.read_text(encoding="utf-8")
        assert not re.search(r"<style|\sstyle=|\son[a-z]+=|<script>|javascript:", text), template


def referred_templates() -> set[str]:
    texts = [p.read_text(encoding="utf-8") for p in [*SOURCES, *TEMPLATES.rglob("*.html")]]
    return {name for text in texts for name in re.findall(r"[\w/.-]+\.(?:html|txt)", text)}


def test_no_template_is_unused() -> None:
    named = referred_templates()
    own = {
        "registers",
        "administration",
        "errors",
        "kieu_dang",
    }  # named by what they show: f"registers/{template}.html"
    given = {"account", "mfa", "usersessions", "allauth"}  # named by the library
    for template in TEMPLATES.rglob("*.html"):
        name = str(template.relative_to(TEMPLATES))
        assert name in named or name.split("/", maxsplit=1)[0] in own | given, f"{name} is used nowhere"


def test_every_model_is_in_the_glossary() -> None:
    glossary = (ROOT / "docs" / "glossary.md").read_text(encoding="utf-8")
    ours = [m for m in apps.get_models() if m.__module__.startswith("dienhong.")]
    missing = [
        m.__name__ for m in ours if f"| {m.__name__} |" not in glossary and f" {m.__name__}," not in glossary
    ]
    assert missing == []


def test_every_decision_is_listed() -> None:
    index = (ROOT / "docs" / "decisions" / "README.md").read_text(encoding="utf-8")
    decisions = [p.name for p in (ROOT / "docs" / "decisions").glob("0*.md")]
    assert decisions and [name for name in decisions if name not in index] == []


def test_nothing_is_left_to_do() -> None:
    marks = re.compile(r"\b(TODO|FIXME|XXX|HACK)\b")
    assert [str(p) for p in SOURCES if marks.search(p.read_text(encoding="utf-8"))] == []


@pytest.mark.parametrize("path", sorted(PACKAGE.rglob("*.py")), ids=lambda p: str(p.relative_to(PACKAGE)))
def test_every_module_that_says_something_says_what_it_is(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    if text.count("\n") > 15 and "migrations" not in path.parts:
        assert ast.get_docstring(ast.parse(text)), f"{path} has no docstring"
