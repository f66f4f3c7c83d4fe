"""What people wrote of recommendations: how far one is implemented, on what evidence, what comes next.

Notes are lines of JSON in a folder of the workspace and only ever grow. A line is about one text and one thing; the
last line about it counts. Notes are laid over what is handed out; they enter no record and change no figure.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from item6.decisions.appending import append_lines
from item6.terms.names import RecommendationName, parse_recommendation_name

NOTES = "notes"
"""Folder of a workspace."""

OWN = "notes.jsonl"
"""The file in it that `append` writes; files of partners lie beside it."""

LEVEL, ASSESSMENT = "level", "assessment"
FIELDS = (LEVEL, ASSESSMENT, "evidence", "next_step", "responsible", "notes")
"""What a note can be about."""


@dataclass(frozen=True, slots=True)
class Note:
    """What somebody wrote about one thing of one text.

    name: of the text, with its part. fingerprint: of its words. field: one of FIELDS. words: empty to take back what
    was said before. who, when (ISO date): as given. document: SHA-256 of the file they came from, or empty.
    """

    name: RecommendationName
    fingerprint: str
    field: str
    words: str
    who: str
    when: str
    document: str = ""


def files_in(home: Path) -> list[Path]:
    """The files of notes of a workspace: the own one last, so that its lines count; partners' by name before it."""
    found = sorted(path for path in (home / NOTES).glob("*.jsonl") if not path.name.startswith("."))
    return sorted(found, key=lambda path: path.name == OWN)


def notes_in(home: Path) -> tuple[list[Note], list[str]]:
    """The notes of a workspace in their order, and a sentence for each line that could not be understood."""
    notes, wrong = list[Note](), list[str]()
    for path in files_in(home):
        found, said = read(path.read_bytes())
        notes += found
        wrong += [f"{path}: {each}" for each in said]
    return notes, wrong


def read(data: bytes) -> tuple[list[Note], list[str]]:
    """The notes of a file, and a sentence for each line that could not be understood. data: JSON Lines in UTF-8."""
    notes, wrong = list[Note](), list[str]()
    for line, written in enumerate(data.split(b"\n"), 1):
        if written.strip():
            note = _note(written)
            notes += [note] if note else []
            wrong += [] if note else [f"line {line} is no note; delete it, or write it as the other lines are"]
    return notes, wrong


def append(home: Path, notes: Sequence[Note]) -> Path:
    """Adds lines to the workspace's own file of notes, all at once, and returns the file. OSError from the disk."""
    path = home / NOTES / OWN
    append_lines(path, b"".join(_line(note) for note in notes))
    return path


class Notebook:
    """The notes that count, by text and field."""

    def __init__(self, notes: Iterable[Note] = ()) -> None:
        self.lines = tuple(notes)
        self._last = {(str(note.name), note.fingerprint, note.field): note for note in self.lines}
        self._named = {(str(note.name), note.field): note for note in self.lines}
        self._homes: dict[tuple[str, str], dict[str, None]] = {}
        for note in self.lines:
            self._homes.setdefault((str(note.name.review), note.fingerprint), {})[str(note.name)] = None

    def of(self, name: RecommendationName, fingerprint: str, taken: Mapping[str, str]) -> dict[str, Note]:
        """The notes of a text by field; those taken back are left out.

        taken: fingerprint by name of all texts of the review. Notes stay with the words they were written of: those of
        a text that has another number now are found under it, and those of a text whose words changed under its name.
        """
        homes = [
            each for each in self._homes.get((str(name.review), fingerprint), {}) if taken.get(each) != fingerprint
        ]
        found = {field: self._about(str(name), fingerprint, field, homes, taken) for field in FIELDS}
        return {field: note for field, note in found.items() if note and note.words}

    def _about(
        self, name: str, fingerprint: str, field: str, homes: Sequence[str], taken: Mapping[str, str]
    ) -> Note | None:
        for home in (name, *homes):
            if note := self._last.get((home, fingerprint, field)):
                return note
        named = self._named.get((name, field))
        return named if named and named.fingerprint not in taken.values() else None


def _note(written: bytes) -> Note | None:
    try:
        values = json.loads(written.decode("utf-8-sig"))
        name = parse_recommendation_name(values.pop("name"))
        return Note(name, **values) if name and _is_sound(values) else None
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None


def _is_sound(values: Mapping[str, Any]) -> bool:
    return all(isinstance(value, str) for value in values.values()) and values["field"] in FIELDS


def _line(note: Note) -> bytes:
    values = asdict(note) | {"name": str(note.name)}
    return json.dumps(values, ensure_ascii=False).encode("utf-8", "replace") + b"\n"
