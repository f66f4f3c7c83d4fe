"""The records that lie in a workspace."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from item6.record.errors import RecordError
from item6.record.folders import find_folder, hashes_in
from item6.record.manifest import read_manifest
from item6.record.sequence import built_at
from item6.web.explorer.records import why

_COUNTED = ("documents", "reviews", "recommendations", "issues")


@dataclass(frozen=True, slots=True)
class OnShelf:
    """A record as the list shows it. built: `2026-11-21 09:30` (UTC). why: where it cannot be opened, and no counts."""

    hash: str
    current: bool
    built: str
    counts: tuple[int | None, ...]
    why: str = ""

    @property
    def short(self) -> str:
        """Its name in addresses."""
        return self.hash[:12]


def shelf(home: Path) -> list[OnShelf]:
    """All records of the workspace, the last built first."""
    return sorted(_records(home), key=lambda each: (each.built, each.hash), reverse=True)


def current_hash(home: Path) -> str:
    """The hash of the record that is current; empty without one."""
    try:
        return find_folder(home, "current").name
    except RecordError:
        return ""


def _records(home: Path) -> Iterator[OnShelf]:
    current = current_hash(home)
    for name in hashes_in(home):
        try:
            manifest = read_manifest(find_folder(home, name))
        except RecordError as error:
            yield OnShelf(name, name == current, "", (), why(error))
            continue
        yield OnShelf(name, name == current, _built(manifest), _counts(manifest))


def _built(manifest: dict[str, Any]) -> str:
    return built_at(manifest)[:16].replace("T", " ")


def _counts(manifest: dict[str, Any]) -> tuple[int | None, ...]:
    counts = manifest.get("counts", {})
    return tuple(counts.get(key) for key in _COUNTED)
