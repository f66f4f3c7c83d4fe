"""The walls of docs/house.md hold, and each of them would notice a hole."""

from __future__ import annotations

import ast
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

THIRD_PARTY = {
    "terms": set(),
    "files": {"PIL", "lxml", "pypdfium2", "xlrd", "xlsxwriter"},
    "sources": set(),
    "record": set(),
    "decisions": set(),
    "proofs": {"cryptography"},
    "organisations": set(),
    "reconcile": set(),
    "measures": {"numpy", "pandas", "polars"},  # the last two in notebooks; the base install has neither
    "briefings": {"docx", "markdown_it", "typst"},
    "checks": set(),
    "annotate": {"numpy"},
    "link": set(),
    "charts": set(),
    "letters": set(),
    "events": {"icalendar", "segno", "typst"},
    "pipeline": {"PIL"},
    "web": {"allauth", "cryptography", "django", "django_htmx", "jinja2", "qrcode", "waitress"},
    "cli": {"rich", "waitress"},
}
"""What each room imports besides the standard library and item6; docs/dependencies.md gives the reasons."""


def rooms(root: Path) -> set[str]:
    """Packages and modules that lie directly in src/item6."""
    inside = [path for path in (root / "src" / "item6").iterdir() if path.name not in ("__init__.py", "__main__.py")]
    return {path.stem for path in inside if path.suffix == ".py" or (path.is_dir() and any(path.glob("**/*.py")))}


def imported(path: Path) -> set[str]:
    """Top-level names of the modules that a file imports, wherever the import stands."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            found.add(node.module.partition(".")[0])
    return found


LINT = """
import sys
sys.path.insert(0, sys.argv[1])
from importlinter.cli import lint_imports
sys.exit(lint_imports(sys.argv[2], no_cache=True, no_logo=True))
"""


def check_contracts(root: Path, source: Path) -> subprocess.CompletedProcess[str]:
    """import-linter over the package in the folder `source`, with the repository's contracts."""
    command = [sys.executable, "-P", "-c", LINT, str(source), str(root / "pyproject.toml")]
    return subprocess.run(command, capture_output=True, text=True, cwd=source, check=False)


def test_contracts_are_kept(root: Path) -> None:
    run = check_contracts(root, root / "src")
    assert run.returncode == 0, run.stdout + run.stderr


@pytest.mark.parametrize(
    ("file", "code", "broken"),
    [
        ("terms/planted.py", "import item6.files", "A room uses only the rooms below it"),
        ("record/planted.py", "import item6.sources", "A room uses only the rooms below it"),
        ("sidings/__init__.py", "import item6.terms", "A room uses only the rooms below it"),
        ("terms/planted.py", "import django", "Only web uses Django"),
        ("charts/planted.py", "from django.utils import html", "Only web uses Django"),
        ("charts/planted.py", "import item6.measures", "A room uses only the rooms below it"),
        ("measures/planted.py", "import item6.charts", "A room uses only the rooms below it"),
        ("annotate/planted.py", "import item6.link", "A room uses only the rooms below it"),
        ("pipeline/planted.py", "import item6.web", "A room uses only the rooms below it"),
        ("organisations/planted.py", "from django.db import models", "Only web uses Django"),
        ("organisations/planted.py", "import item6.record", "A room uses only the rooms below it"),
        ("web/planted.py", "import sqlite3", "Only record opens the record's store"),
        ("reconcile/planted.py", "import sqlite3", "Only record opens the record's store"),
        ("sources/wg_report/planted.py", "import urllib.request", "Readers reach neither network nor store"),
        ("files/planted.py", "import http.client", "Readers reach neither network nor store"),
        ("sources/planted/__init__.py", "import item6.sources.wg_report", "A reader of one document family does not"),
    ],
)
def test_a_hole_is_noticed(root: Path, tmp_path: Path, file: str, code: str, broken: str) -> None:
    shutil.copytree(root / "src" / "item6", tmp_path / "item6", ignore=shutil.ignore_patterns("__pycache__"))
    planted = tmp_path / "item6" / file
    planted.parent.mkdir(exist_ok=True)
    planted.write_text(code + "\n", encoding="utf-8")
    run = check_contracts(root, tmp_path)
    assert run.returncode == 1, run.stderr
    assert [line for line in run.stdout.splitlines() if line.startswith(broken) and " BROKEN" in line], run.stdout


def test_every_room_is_named(root: Path) -> None:
    """In the layers, in the table above and in the plan."""
    tools = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["tool"]
    layers = tools["importlinter"]["contracts"][0]["layers"]
    assert {room.strip() for layer in layers for room in layer.split("|")} == rooms(root)
    assert set(THIRD_PARTY) == rooms(root)
    plan = (root / "docs" / "house.md").read_text(encoding="utf-8")
    assert {room for room in rooms(root) if f"`{room}`" not in plan} == set()


@pytest.mark.parametrize("room", THIRD_PARTY)
def test_third_party_packages(root: Path, room: str) -> None:
    files = [*(root / "src" / "item6" / room).rglob("*.py"), *(root / "src" / "item6").glob(f"{room}.py")]
    used = set().union(*map(imported, files)) - set(sys.stdlib_module_names) - {"item6"}
    assert used <= THIRD_PARTY[room]
