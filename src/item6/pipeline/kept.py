"""Readings put by while many documents are read, so that work that was broken off goes on where it was.

A folder of files, one for each document, named by its SHA-256 and by what would read it now: a reading of other readers
is not found, and the document is read again. So is one whose file cannot be understood. Only readings without errors
are kept; what failed is tried again.
"""

from __future__ import annotations

import hashlib
import os
import pickle
from collections.abc import Iterator
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any

from item6.files.pdf import EXTRACTOR
from item6.pipeline.reading import failed
from item6.terms.documents import Reading

_ROOMS = ("item6.files", "item6.sources", "item6.terms", "item6.pipeline")
"""Packages that make a reading what it is."""

_KINDS = (".py", ".csv", ".toml")


class KeptReadings:
    """Readings in a folder, which is made when the first one is kept."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def of(self, sha256: str) -> Reading | None:
        """The reading of a document, None where it has to be read."""
        try:
            with self._path(sha256).open("rb") as opened:
                found = _Nouns(opened).load()
        except (OSError, pickle.UnpicklingError, EOFError, ValueError, LookupError, TypeError, AttributeError):
            return None
        return found if isinstance(found, Reading) and found.document.sha256 == sha256 else None

    def keep(self, reading: Reading) -> None:
        """Puts a reading by; whoever looks meanwhile finds it whole or not at all. OSError where the disk refuses."""
        if failed(reading) or not reading.document.sha256:
            return
        path = self._path(reading.document.sha256)
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        part = path.with_name(f".{path.name}.{os.getpid()}")
        with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as opened:
            pickle.dump(reading, opened, protocol=5)
        part.replace(path)

    def _path(self, sha256: str) -> Path:
        return self.folder / f"{sha256}.{reader_version()}"


@cache
def reader_version() -> str:
    """Sixteen digits that change with any of the readers and with the program that reads PDF."""
    digest = hashlib.sha256(EXTRACTOR.encode())
    for room in _ROOMS:
        for path in sorted(_files(Path(str(resources.files(room))))):
            digest.update(path.name.encode() + path.read_bytes())
    return digest.hexdigest()[:16]


def _files(folder: Path) -> Iterator[Path]:
    return (path for path in folder.rglob("*") if path.suffix in _KINDS)


class _Nouns(pickle.Unpickler):
    """Makes nouns of `item6.terms` and plain values, and nothing else, whatever the file asks for."""

    def find_class(self, module: str, name: str) -> Any:
        if module.startswith("item6.terms.") and "." not in name:
            found = super().find_class(module, name)
            if isinstance(found, type):
                return found
        raise pickle.UnpicklingError(f"{module}.{name} is no noun")
