"""item6 doctor: is everything there that item6 needs."""

from __future__ import annotations

import argparse
import platform
import shutil
import sqlite3
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing
from dataclasses import asdict, dataclass, fields
from importlib import metadata
from pathlib import Path

from rich.console import Console
from rich.text import Text

import item6
from item6.cli import arguments
from item6.cli.messages import counted
from item6.cli.output import write_rows
from item6.cli.terminal import clean
from item6.cli.workspace import command, home_of
from item6.record.check import verify
from item6.record.errors import RecordError, RecordNotFound
from item6.record.reader import open_record

_NEEDED = (
    "django", "django-htmx", "jinja2", "markdown-it-py", "numpy", "pillow", "pypdfium2", "python-docx", "rich",
    "waitress", "xlrd", "XlsxWriter",
)  # fmt: skip
_LEAST_SPACE = 200 * 1024 * 1024
"""Bytes; a record of all reviews with its documents takes about as much."""

_EPILOG = """\
Prints a line for each thing looked at: ok, or problem and what to do. Exit code 1 where there is a problem.

With --server it looks at a server with accounts too: its settings, who can read its files, the database and its tables,
the process behind, mail (it connects and sends nothing), and how old the last backup is.

examples:
  item6 doctor
  item6 doctor --server
  item6 --home /path/to/workspace doctor --format json
"""


@dataclass(frozen=True)
class Finding:
    """What was looked at, whether it is well, what was found, and what to do where it is not."""

    what: str
    ok: bool
    found: str
    hint: str = ""


def add(verbs: arguments.Verbs) -> None:
    """The verb's own arguments."""
    parser = arguments.verb(verbs, "doctor", run, "check that item6 has what it needs", _EPILOG)
    parser.add_argument("--server", action="store_true", help="look at a server with accounts too")


def run(args: argparse.Namespace) -> int:
    """Look at everything. 1 where something is wrong."""
    findings = list(examine(home_of(args), command(args, "build FOLDER")))
    findings += _server(args) if args.server else []
    columns = [field.name for field in fields(Finding)]
    write_rows(args, columns, map(asdict, findings), lambda console: _print(console, findings))
    return 0 if all(finding.ok for finding in findings) else 1


def examine(home: Path, how_to_build: str) -> Iterator[Finding]:
    """A finding for each thing, in the order in which they matter."""
    from item6.files import pdf

    yield Finding("item6", True, item6.__version__)
    python = sys.version_info >= (3, 11)
    yield Finding("Python", python, platform.python_version(), "install Python 3.11 or newer")
    yield from map(_package, _NEEDED)
    yield _full_text()
    yield Finding("PDFium", True, pdf.EXTRACTOR)
    yield _workspace(home)
    yield _space(home)
    yield _record(home, how_to_build)


def _server(args: argparse.Namespace) -> list[Finding]:
    """What belongs to a server with accounts."""
    from item6.web.server.starting import NotReady, set_up

    try:
        set_up(home_of(args))
    except NotReady as reason:
        return [Finding("server", False, reason.what, reason.hint)]
    from item6.web.server.looking import look

    return [Finding(each.what, each.ok, each.found, each.hint) for each in look(home_of(args))]


def _package(name: str) -> Finding:
    try:
        return Finding(name, True, metadata.version(name))
    except metadata.PackageNotFoundError:
        return Finding(name, False, "not installed", "run: python3 start.py setup")


def _full_text() -> Finding:
    with closing(sqlite3.connect(":memory:")) as connection:
        try:
            connection.execute("CREATE VIRTUAL TABLE found USING fts5(words)")
        except sqlite3.OperationalError:
            return Finding("SQLite", False, f"{sqlite3.sqlite_version} without full-text search", "use another Python")
    return Finding("SQLite", True, f"{sqlite3.sqlite_version} with full-text search")


def _workspace(home: Path) -> Finding:
    """Whether the workspace, or the folder it will be made in, can be written; leaves nothing behind."""
    if home.exists() and not home.is_dir():
        return Finding("workspace", False, f"{home} is a file", "name another folder with --home")
    folder = _existing(home)
    try:
        with tempfile.TemporaryFile(dir=folder):
            pass
    except OSError as error:
        why = (error.strerror or str(error)).lower()
        return Finding(
            "workspace", False, f"{home} cannot be written ({why})", "name another folder with --home or ITEM6_HOME"
        )
    return Finding("workspace", True, str(home) if home.exists() else f"{home} (made by the first build)")


def _space(home: Path) -> Finding:
    free = shutil.disk_usage(_existing(home)).free
    return Finding(
        "free space", free >= _LEAST_SPACE, f"{free / 2**30:.1f} GB", "make room on the disk of the workspace"
    )


def _record(home: Path, how_to_build: str) -> Finding:
    try:
        with open_record(home) as record:
            held = f"{record.hash[:12]}, {counted(len(record.reviews()), 'review')}"
        problems = [found for found in verify(home) if found.severity != "note"]
    except RecordNotFound:
        return Finding("record", True, f"none yet; make one with: {how_to_build}")
    except (RecordError, OSError) as error:
        return Finding("record", False, str(error), "build it again")
    if problems:
        first = problems[0]
        return Finding("record", False, f"{held}; {first.place.file}: {first.message}", first.hint)
    return Finding("record", True, held)


def _existing(path: Path) -> Path:
    """The folder itself or the nearest one above it that exists."""
    return next(folder for folder in (path.absolute(), *path.absolute().parents) if folder.is_dir())


def _print(console: Console, findings: list[Finding]) -> None:
    width = max(len(finding.what) for finding in findings)
    for finding in findings:
        sign = "ok      " if finding.ok else "problem "
        hint = "" if finding.ok else f": {finding.hint}"
        console.print(
            Text.assemble(
                (sign, "" if finding.ok else "bold"), clean(f"{finding.what:<{width}}  {finding.found}{hint}")
            )
        )
