"""Files to a published record: read, copy into the workspace, gather, publish."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType

from item6 import decisions
from item6.pipeline.beneath import Beneath
from item6.pipeline.documents import digest_of, keep, remove_parts, stored_path
from item6.pipeline.gather import by_path, gather
from item6.pipeline.kept import KeptReadings
from item6.pipeline.paths import expand
from item6.pipeline.pool import Progress, read_files
from item6.pipeline.reading import failed, file_name, unread
from item6.record.contents import Contents
from item6.record.errors import RecordNotFound
from item6.record.locks import in_turn
from item6.record.reader import open_record
from item6.record.writer import publish
from item6.terms.documents import Document, Reading
from item6.terms.issues import Issue
from item6.terms.names import ReviewName

_TURN = ".building.lock"
"""The file of a workspace whose lock a build holds."""


@dataclass(frozen=True, slots=True)
class BuildResult:
    """What a build did.

    hash: of the record, None where nothing could be read and none was published. previous: of the record before.
    given, kept: documents given now, and those of the previous record that were read again. not_read: how many of
    both, and of the files of decisions, could not be read whole. decisions: how many are in the record.
    reviews: in the record, those of documents given now first. numbers, texts: counts in it.
    issues: all of them once, each with the path of its file.
    """

    hash: str | None
    previous: str | None
    given: int
    kept: int
    not_read: int
    decisions: int
    reviews: tuple[ReviewName, ...]
    numbers: int
    texts: int
    issues: tuple[tuple[Path, Issue], ...]


@dataclass(frozen=True, slots=True)
class _Source:
    """A file to read. document: what the previous record knows of it, None for a file given now."""

    path: Path
    name: str
    document: Document | None = None


def build(
    home: Path,
    files: Sequence[Path],
    *,
    workers: int = 1,
    only: bool = False,
    progress: Progress | None = None,
    names: Mapping[Path, str] = MappingProxyType({}),
    by: Path | None = None,
    waiting: Callable[[], None] = lambda: None,
) -> BuildResult:
    """Write `home/documents` and publish a record of the files given and of the current record's documents.

    The decisions in `home/decisions` enter it. A workspace that stands on another builds on the other's current
    record: its documents and decisions enter too, as they are there; nothing is written there. files: files and
    folders. only: leave out the current record's documents. names: what people call a file that lies under another
    name. by: a folder in which each reading is put by, and taken from where this or another build was broken off. The
    same documents and decisions give the same hash, whatever the order and the number of workers.
    Stopped or killed at any moment, the record before stands. Builds of one workspace take turns, so that none loses
    what another adds; waiting: called once where this one has to wait.
    Raises OSError where the workspace cannot be written, RecordError where the current record cannot be opened.
    """
    (home / "documents").mkdir(parents=True, exist_ok=True)
    with in_turn(home / _TURN, waiting):
        return _build(home, files, workers, only, progress, names, by)


def _build(
    home: Path,
    files: Sequence[Path],
    workers: int,
    only: bool,
    progress: Progress | None,
    names: Mapping[Path, str],
    by: Path | None,
) -> BuildResult:
    """The same while no other build of this workspace runs."""
    remove_parts(home)
    beneath = Beneath(home)
    given = [_Source(path, names.get(path) or file_name(path)) for path in expand(files)]
    previous, before = _current(home)
    before = beneath.documents if only else beneath.under(before)
    previous = None if only else previous
    known = {digest_of(source.path) for source in given}
    kept = [_kept(home, document) for document in before if document.sha256 not in known]
    sources = [*given, *kept]
    readings = _read([source.path for source in sources], workers, progress, KeptReadings(by) if by else None)
    readings = [_checked(home, source, reading) for source, reading in zip(sources, readings, strict=True)]
    decided = [*beneath.decisions(), *_decisions(home)]
    contents = gather(readings, (file for _, file in decided))
    record = publish(home, contents) if contents.readings else None
    if record:
        beneath.keep(record)
    files_read = [source.path for source in sources] + [path for path, _ in decided]
    readings += [Reading(file.document, issues=file.issues) for _, file in decided]
    issues = tuple(by_path(files_read, readings, contents))
    return _result(record, previous, given, kept, readings, contents, issues)


def _read(paths: Sequence[Path], workers: int, progress: Progress | None, kept: KeptReadings | None) -> list[Reading]:
    """The reading of each path: those that were put by, then the others, which are put by as soon as they are read."""
    if kept is None:
        return read_files(paths, workers=workers, progress=progress)
    found: dict[int, Reading] = {}
    for place, path in enumerate(paths):
        if reading := kept.of(digest_of(path) or ""):
            found[place] = _renamed(reading, file_name(path))
            if progress:
                progress(len(found), len(paths), found[place])
    before = len(found)

    def read(done: int, _: int, reading: Reading) -> None:
        kept.keep(reading)
        if progress:
            progress(before + done, len(paths), reading)

    left = [place for place in range(len(paths)) if place not in found]
    new = read_files([paths[place] for place in left], workers=workers, progress=read)
    found |= dict(zip(left, new, strict=True))
    return [found[place] for place in range(len(paths))]


def _decisions(home: Path) -> list[tuple[Path, decisions.Decided]]:
    """The workspace's files of decisions, of each of which a copy is kept."""
    found = []
    for path in decisions.files_in(home):
        file = decisions.read(path.read_bytes(), file_name(path))
        keep(home, path, file.document)
        found.append((path, file))
    return found


def _current(home: Path) -> tuple[str | None, list[Document]]:
    """The current record's hash and documents, without decisions; nothing in a new workspace."""
    try:
        with open_record(home) as record:
            return record.hash, [document for document in record.documents() if document.family != "decisions"]
    except RecordNotFound:
        return None, []


def _kept(home: Path, document: Document) -> _Source:
    return _Source(stored_path(home, document), document.file, document)


def _checked(home: Path, source: _Source, reading: Reading) -> Reading:
    """The reading under the name that people know, its document kept; an Issue instead where the file has changed."""
    if reading.document.file != source.name:
        reading = _renamed(reading, source.name)
    if source.document and reading.document.sha256 not in ("", source.document.sha256):
        return unread(source.name, "file.damaged", {"why": "the workspace's copy is not what was stored"})
    if source.document is None and not failed(reading) and not keep(home, source.path, reading.document):
        return unread(source.name, "file.unreadable", {"why": "it changed while it was read"})
    return reading


def _renamed(reading: Reading, name: str) -> Reading:
    issues = tuple(replace(found, place=replace(found.place, file=name)) for found in reading.issues)
    return replace(reading, document=replace(reading.document, file=name), issues=issues)


def _result(
    record: str | None,
    previous: str | None,
    given: Sequence[_Source],
    kept: Sequence[_Source],
    readings: Sequence[Reading],
    contents: Contents,
    issues: tuple[tuple[Path, Issue], ...],
) -> BuildResult:
    in_force = {source.report for source in contents.reviews}
    listed = [
        recommendation
        for reading in contents.readings
        if reading.document.sha256 in in_force
        for recommendation in reading.recommendations
    ]
    new = {reading.document.review for reading in readings[: len(given)]}
    return BuildResult(
        hash=record,
        previous=previous,
        given=len(given),
        kept=len(kept),
        not_read=sum(map(failed, readings)),
        decisions=len(contents.decisions),
        reviews=tuple(sorted((source.review for source in contents.reviews), key=lambda name: (name not in new, name))),
        numbers=len(listed),
        texts=sum(len(recommendation.texts) for recommendation in listed),
        issues=issues,
    )
