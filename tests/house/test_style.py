"""How the code reads, as far as a program can tell: ruff, mypy, sizes, docstrings, reasons for every suppression."""

from __future__ import annotations

import ast
import re
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Iterator
from pathlib import Path

import pytest

LONGEST_MODULE = 500
UNWANTED_NAMES = {"utils", "util", "helpers", "helper", "misc", "common", "handler", "handlers", "manager", "managers"}
SUPPRESSION = re.compile(r"#\s*(type:\s*ignore|noqa|nosec|pragma)\b(?P<codes>[^#]*)(?P<reason>#.*)?")


def tool(root: Path, *command: str) -> str:
    """What the tool complains of, run over the repository; empty where it does not."""
    program = shutil.which(command[0], path=sysconfig.get_path("scripts"))
    assert program, f"{command[0]} is not installed: python3 start.py test installs it"
    run = subprocess.run([program, *command[1:]], cwd=root, capture_output=True, text=True, check=False)
    return "" if run.returncode == 0 else run.stdout + run.stderr


def python_files(root: Path) -> list[Path]:
    """All Python files that are ours."""
    folders = ("src", "tests", "docs", "benchmarks", "specimen")
    found = [path for folder in folders for path in (root / folder).rglob("*.py") if "_build" not in path.parts]
    return [root / "start.py", *sorted(found)]


def sources(root: Path) -> list[Path]:
    """The files of the package, without the migrations that Django writes."""
    return [path for path in sorted((root / "src").rglob("*.py")) if not re.match(r"\d{4}_", path.name)]


def undocumented(tree: ast.Module | ast.ClassDef) -> Iterator[str]:
    """Names of public functions, classes and their public methods without docstring."""
    for part in tree.body:
        named = isinstance(part, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef)
        if named and not part.name.startswith("_"):
            if ast.get_docstring(part) is None:
                yield part.name
            if isinstance(part, ast.ClassDef):
                yield from undocumented(part)


@pytest.mark.parametrize(
    "command",
    [
        pytest.param(["ruff", "check", "--no-cache", "--output-format=concise"], id="ruff-check"),
        pytest.param(["ruff", "format", "--check", "--no-cache", "--output-format=concise"], id="ruff-format"),
        pytest.param(["mypy", "--no-error-summary"], id="mypy-strict"),
    ],
)
def test_tools_have_no_complaint(root: Path, command: list[str]) -> None:
    complaint = tool(root, *command)
    assert complaint == "", f"\n{complaint}"


def test_mypy_covers_all_systems(root: Path) -> None:
    """What is only for Windows in start.py is checked too."""
    assert tool(root, "mypy", "--no-error-summary", "--platform=win32", "start.py") == ""


def test_modules_are_short(root: Path) -> None:
    lengths = {path: len(path.read_text(encoding="utf-8").splitlines()) for path in python_files(root)}
    assert {str(path.relative_to(root)): n for path, n in lengths.items() if n > LONGEST_MODULE} == {}


def test_names_say_what_is_inside(root: Path) -> None:
    named = {part.removesuffix(".py") for path in python_files(root) for part in path.relative_to(root).parts}
    assert named & UNWANTED_NAMES == set()


def test_public_names_have_docstrings(root: Path) -> None:
    missing = [
        f"{path.relative_to(root)}: {name}"
        for path in [root / "start.py", *sources(root)]
        for name in undocumented(ast.parse(path.read_text(encoding="utf-8")))
    ]
    assert missing == []


def test_every_package_says_what_it_is_for(root: Path) -> None:
    silent = [
        str(path.relative_to(root))
        for path in sources(root)
        if ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) is None
    ]
    assert silent == []


@pytest.mark.parametrize(
    ("line", "fine"),
    [
        ("x = f()  # type: ignore[misc]  # the stubs of the library are wrong", True),
        ("x = f()  # noqa: E501  # a line of the document", True),
        ("x = f()  # type: ignore", False),
        ("x = f()  # type: ignore[misc]", False),
        ("x = f()  # noqa", False),
        ("x = f()  # noqa: E501", False),
        ("x = f()  # pragma: no cover", False),
        ("x = f()  # nothing suppressed", True),
    ],
)
def test_what_a_reason_is(line: str, fine: bool) -> None:
    assert has_reason(line) == fine


def has_reason(line: str) -> bool:
    """Whether a line suppresses nothing, or names the code it suppresses and, after another #, why."""
    found = SUPPRESSION.search(line)
    return not found or bool(re.search(r"[A-Za-z]", found["codes"]) and found["reason"] and found["reason"].strip("# "))


def test_every_suppression_has_a_reason(root: Path) -> None:
    here = Path(__file__).resolve()
    bare = [
        f"{path.relative_to(root)}:{number}: {line.strip()}"
        for path in python_files(root)
        if path != here
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if not has_reason(line)
    ]
    assert bare == []


def test_old_pythons_are_told(root: Path) -> None:
    """An older Python must get as far as the check of its version: no newer syntax in start.py."""
    ast.parse((root / "start.py").read_text(encoding="utf-8"), feature_version=(3, 7))
    assert sys.version_info >= (3, 11)
