"""The records of a workspace as they followed one another, and what is new in one, without reading either whole."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from item6.record.errors import RecordError
from item6.record.folders import find_folder, hashes_in
from item6.record.manifest import MANIFEST, read_manifest
from item6.record.reader import Record
from item6.terms.names import ReviewName


@dataclass(frozen=True, slots=True)
class Built:
    """A record and when it was built: ISO date and time (UTC)."""

    hash: str
    at: str


@dataclass(frozen=True, slots=True)
class News:
    """What is new from one record to the next, by documents.

    added: reviews that the first did not hold. renewed: those with a document that it did not hold, or held and lost.
    left_out: reviews that the second does not hold.
    """

    added: tuple[ReviewName, ...]
    renewed: tuple[ReviewName, ...]
    left_out: tuple[ReviewName, ...]

    def __bool__(self) -> bool:
        return bool(self.added or self.renewed or self.left_out)


def before(home: Path, record: Record) -> list[Built]:
    """The records of the workspace that were built before one, the last first; those that cannot be read are not."""
    every = sorted(_built(home))
    at = next((place for place, (*_, each) in enumerate(every) if each.hash == record.hash), 0)
    return [each for *_, each in reversed(every[:at])]


def built_at(manifest: dict[str, object]) -> str:
    """When a record was built; empty where its manifest does not say."""
    built = manifest.get("built")
    return str(built.get("at", "")) if isinstance(built, dict) else ""


def news(then: Record, now: Record) -> News:
    """What is new. Reads the lists of reviews and documents alone; `item6.record.difference` says what changed."""
    old, new = ({row.name for row in record.reviews()} for record in (then, now))
    told = _documents(then) ^ _documents(now)
    renewed = {review for _, review in told if review in old & new}
    return News(tuple(sorted(new - old)), tuple(sorted(renewed)), tuple(sorted(old - new)))


def _documents(record: Record) -> set[tuple[str, ReviewName | None]]:
    return {(each.sha256, each.review) for each in record.documents()}


def _built(home: Path) -> Iterable[tuple[str, int, str, Built]]:
    """Each record after what puts it in order: manifests tell seconds, and files of the same second tell the rest."""
    for name in hashes_in(home):
        try:
            folder = find_folder(home, name)
            at, written = built_at(read_manifest(folder)), (folder / MANIFEST).stat().st_mtime_ns
        except (RecordError, OSError):
            continue
        yield at, written, name, Built(name, at)
