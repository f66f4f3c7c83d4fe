"""What a workspace stands on: documents and decisions of another one's record, which its own builds take up.

records/<hash>.on        beside a record: the hash of the other workspace's record that it was built on
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from item6 import decisions
from item6.pipeline.documents import digest_of, has_copy, stored_path
from item6.record.errors import RecordError, RecordNotFound
from item6.record.folders import base_of, find_folder, has_own
from item6.record.locks import keep
from item6.record.manifest import read_manifest, write_text
from item6.record.reader import open_record
from item6.record.writer import follow_base
from item6.terms.documents import Document

_DECISIONS = "decisions"
_ENDING = ".on"
_HASH = re.compile(r"[0-9a-f]{64}")


class Beneath:
    """The current record of the workspace that one stands on; without content where it stands on its own.

    documents: of that record, without decisions. RecordError where it cannot be opened.
    """

    def __init__(self, home: Path) -> None:
        self._home, self._base = home, base_of(home)
        self._hash, every = _held(self._base) if self._base else ("", [])
        self.documents = [each for each in every if each.family != _DECISIONS]
        self._decided = [each for each in every if each.family == _DECISIONS]

    def under(self, before: Iterable[Document]) -> list[Document]:
        """The documents to read beside those that are given. before: those of the record before.

        What the other workspace has taken out of its record goes from this one too, unless it was added here.
        """
        if self._base is None:
            return list(before)
        here = {each.sha256 for each in self.documents}
        base = self._base
        own = [each for each in before if has_copy(self._home, each) or not has_copy(base, each)]
        return [*self.documents, *(each for each in own if each.sha256 not in here)]

    def decisions(self) -> list[tuple[Path, decisions.Decided]]:
        """The files of decisions of that record, as they were when it was built. OSError where a copy is lost."""
        found = []
        for document in self._decided:
            path = stored_path(self._home, document)
            found.append((path, decisions.read(path.read_bytes(), document.file)))
        return found

    def keep(self, record: str) -> None:
        """Notes on what the record was built; a workspace that added nothing goes on following the other."""
        if self._base is None:
            return
        if record == self._hash and not _has_documents(self._home):
            follow_base(self._home)
            return
        path = self._home / "records" / f"{record}{_ENDING}"
        fresh = path.with_name(f".{path.name}")
        write_text(fresh, self._hash + "\n")
        keep(fresh)
        fresh.replace(path)


def is_behind(home: Path) -> bool:
    """Whether a workspace shows a record of its own that was built on another than the current one beneath it.

    False where it shows the other's record itself, or stands on its own.
    """
    base = base_of(home)
    if base is None or not has_own(home):
        return False
    try:
        beneath = find_folder(base, "current").name
        shown = find_folder(home, "current").name
    except RecordError:
        return False
    return shown != beneath and built_on(home, shown) != beneath


def built_on(home: Path, record: str) -> str:
    """The hash of the record that one of a workspace's own was built on; empty where it is not known."""
    try:
        found = (home / "records" / f"{record}{_ENDING}").read_text(encoding="ascii").strip()
    except (OSError, UnicodeDecodeError):
        return ""
    return found if _HASH.fullmatch(found) else ""


def decisions_wait(home: Path) -> bool:
    """Whether the workspace's own files of decisions are not those that the record it shows was built with."""
    now = {digest_of(path) or "" for path in decisions.files_in(home)}
    try:
        shown = find_folder(home, "current")
        held = _decided_in(shown)
    except RecordError:
        return bool(now)
    base, beneath = base_of(home), set[str]()
    if base:
        with suppress(RecordError):
            beneath = _decided_in(find_folder(base, built_on(home, shown.name) or shown.name))
    return now - beneath != held - beneath


def _decided_in(folder: Path) -> set[str]:
    return {each["sha256"] for each in read_manifest(folder)["documents"] if each["family"] == _DECISIONS}


def _has_documents(home: Path) -> bool:
    """Whether documents were added to the workspace itself; copies of its decisions lie there too."""
    return any(path.suffix not in (".jsonl", ".part") for path in (home / "documents").iterdir())


def _held(base: Path) -> tuple[str, list[Document]]:
    try:
        with open_record(base) as record:
            return record.hash, list(record.documents())
    except RecordNotFound:
        return "", []
