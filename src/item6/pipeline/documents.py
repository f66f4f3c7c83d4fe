"""The workspace's own copy of every document in a record: `HOME/documents/<sha256>.<pdf, docx or doc>`."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

from item6.record.folders import base_of
from item6.terms.documents import Document


def stored_path(home: Path, document: Document) -> Path:
    """Where the workspace, or else the one that it stands on, keeps the document's bytes.

    Old Word files, read through a copy, are kept as they came.
    """
    own, base = _path_in(home, document), base_of(home)
    return own if base is None or own.exists() else _path_in(base, document)


def has_copy(home: Path, document: Document) -> bool:
    """Whether the workspace itself keeps a copy, sound or not."""
    return _path_in(home, document).exists()


def _path_in(home: Path, document: Document) -> Path:
    path = home / "documents" / f"{document.sha256}.{document.format}"
    old = path.with_suffix(".doc")
    return old if document.format == "docx" and old.exists() else path


def keep(home: Path, path: Path, document: Document) -> bool:
    """Write a copy of the file into the workspace, unless it is there. False when the file is no longer what was read.

    Raises OSError where the file cannot be read or the workspace cannot be written.
    """
    target = _path_in(home, document)
    if target.exists() and _digest(target.read_bytes()) == document.sha256:
        return True
    contents = path.read_bytes()
    if _digest(contents) != document.sha256:
        return False
    if document.format == "docx" and not contents.startswith(b"PK"):  # a DOCX is a ZIP file: this is an old Word file
        target = target.with_suffix(".doc")
    target.parent.mkdir(parents=True, exist_ok=True)
    part = target.with_name(f".{document.sha256}.{os.getpid()}.part")
    try:
        part.write_bytes(contents)
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)
    return True


def stored_bytes(home: Path, document: Document) -> bytes | None:
    """The document's bytes, None where the workspace has lost or changed them."""
    try:
        contents = stored_path(home, document).read_bytes()
    except OSError:
        return None
    return contents if _digest(contents) == document.sha256 else None


def digest_of(path: Path) -> str | None:
    """SHA-256 of a file's bytes, hexadecimal; None where it cannot be read."""
    try:
        return _digest(path.read_bytes()) if path.is_file() else None
    except OSError:
        return None


def remove_parts(home: Path) -> None:
    """Remove what copies that were killed half way left behind, except those of processes still at it."""
    for part in (home / "documents").glob(".*.part"):
        if not _is_running(part.name.split(".")[-2]):
            part.unlink(missing_ok=True)


def _is_running(process: str) -> bool:
    if os.name == "nt" or not process.isdigit():
        return False
    try:
        os.kill(int(process), 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True


def _digest(contents: bytes) -> str:
    return hashlib.sha256(contents).hexdigest()
