"""Pages made before anybody asks for them, kept beside the records in the workspace.

A page depends on the record, its address, the language, the workspace's groups of States and this program, and nothing
else: what was made for one of each lies in one folder, named by all. A process of its own makes them
(`item6.web.explorer.making`), started when a record is opened; what is not made yet is made when it is asked for.
"""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import threading
from functools import lru_cache
from pathlib import Path

import item6

FOLDER = "pages"
"""Where they lie in a workspace."""

ENABLED = "ITEM6_AHEAD"
"""Set to 1 where a server runs for whom pages are made; not in commands, nor where single pages are tested."""


@lru_cache(maxsize=16)
def folder_of(home: Path, record: str, language: str, groups: str = "") -> Path:
    """Where the pages of a record lie, in a language, as this program makes them.

    record: its hash. groups: what changes with the workspace's groups of States (`item6.web.explorer.own.stamp`).
    """
    return home / FOLDER / "-".join(filter(None, (record[:16], _program(), language, groups)))


def file_of(folder: Path, address: str) -> Path:
    """The file that holds the page of an address, packed."""
    return folder / f"{hashlib.sha256(address.encode()).hexdigest()[:40]}.gz"


def made(home: Path, record: str, language: str, address: str, groups: str = "") -> bytes | None:
    """The page of an address, packed; None where it was not made."""
    try:
        return file_of(folder_of(home, record, language, groups), address).read_bytes()
    except OSError:
        return None


@lru_cache(maxsize=1)
def _program() -> str:
    """The first digits of a hash over all that this program is made of."""
    digest = hashlib.sha256()
    package = Path(item6.__file__).resolve().parent
    for path in sorted(package.rglob("*")):
        if path.is_file() and path.suffix != ".pyc":
            digest.update(f"{path.relative_to(package)}\n{path.stat().st_size}\n".encode())
            digest.update(path.read_bytes())
    return digest.hexdigest()[:12]


class _Maker:
    """The process that makes pages for this server; one at a time."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None
        self._lock = threading.Lock()

    def begin(self, home: Path) -> None:
        """Starts it for the record that is current now, in place of the one before."""
        with self._lock:
            self._end()
            secret = ("ITEM6_KEY", "ITEM6_SECRET", "ITEM6_DATABASE", ENABLED)
            known = {name: value for name, value in os.environ.items() if name not in secret}
            package = str(Path(item6.__file__).resolve().parents[1])
            path = os.pathsep.join(filter(None, (package, os.environ.get("PYTHONPATH", ""))))
            self._process = subprocess.Popen(
                [sys.executable, "-P", "-m", "item6.web.explorer.making"],
                stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                env={**known, "ITEM6_HOME": str(home.resolve()), "PYTHONPATH": path},
            )  # fmt: skip

    def end(self) -> None:
        """Stops it; pages that were made stay."""
        with self._lock:
            self._end()

    def _end(self) -> None:
        if self._process:
            self._process.terminate()
            self._process.wait()
            self._process = None


MAKER = _Maker()


def begin(home: Path) -> None:
    """Has pages of the current record made, where a server runs for whom they are."""
    if os.environ.get(ENABLED) == "1":
        MAKER.begin(home)
