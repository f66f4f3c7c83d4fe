"""The columns of the sheet of recommendations: those that say what the record says, and those for people.

The same list serves writing the sheet and reading it back.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from item6.decisions import notes
from item6.files.workbooks import Column, Value, held

SHEET = "Recommendations"

NAME, MARK = "Name", "Mark"
"""The stable name of a text, by which a row is found again; and what the row held when it was written."""

LEVELS = ("fully implemented", "partially implemented", "not implemented", "no information")
"""Offered for the level of implementation; other words are taken too, such as A to E of the Human Rights Committee."""

OFFICIAL = (
    Column("Number", 10),
    Column("Recommendation", 70),
    Column("Recommending States", 24),
    Column("Position", 14),
    Column("The State's words", 28),
    Column("Issues", 24),
    Column("Themes", 24),
    Column("Affected persons", 18),
    Column("SDGs", 18),
    Column("Action", 8),
    Column("Document", 18),
    Column("Page", 7),
    Column("Answered in", 18),
    Column("Answer's page", 9),
)
"""What the record says; not taken back from a sheet that was edited."""

OWN: Mapping[str, Column] = {
    notes.LEVEL: Column("Level of implementation", 20, own=True, choices=LEVELS,
                        why="Choose one, or write your own. A promised law is not yet implementation."),
    notes.ASSESSMENT: Column("Assessment", 44, own=True),
    "evidence": Column("Evidence", 34, own=True),
    "next_step": Column("Next step", 28, own=True),
    "responsible": Column("Responsible", 18, own=True),
    "notes": Column("Notes", 34, own=True),
}  # fmt: skip
"""The columns for people, by the field of a note."""

COLUMNS = (*OFFICIAL, *OWN.values(), Column(NAME, 18), Column(MARK, 12, hidden=True))

FINGERPRINT = "fingerprint"


def shown(value: Value) -> str:
    """A value as a cell gives it back when it is read."""
    if isinstance(value, list | tuple):
        value = "; ".join(value)
    return held(str(value)) if value is not None else ""


def digest(words: str) -> str:
    """Eight digits that say whether a cell is as it was."""
    return hashlib.sha256(words.encode("utf-8", "replace")).hexdigest()[:8]


@dataclass(frozen=True, slots=True)
class Mark:
    """What a row held when it was written: digests by title of the column, and the fingerprint of its text."""

    digests: Mapping[str, str]
    fingerprint: str

    def is_as_written(self, title: str, words: str) -> bool:
        """Whether a cell still holds what was written into it; a column that was not written is not."""
        return self.digests.get(title) == digest(words)


def marked(cells: Sequence[Value], fingerprint: str) -> str:
    """The mark of a row. cells: in the order of OFFICIAL and OWN."""
    titles = [column.title for column in (*OFFICIAL, *OWN.values())]
    said = "|".join(f"{title}={digest(shown(cell))}" for title, cell in zip(titles, cells, strict=True))
    return f"{FINGERPRINT}={fingerprint}|{said}"


def read_mark(words: str) -> Mark | None:
    """A mark read back; None where the cell is empty or was edited beyond understanding."""
    pieces = dict(piece.split("=", 1) for piece in words.split("|") if "=" in piece)
    fingerprint = pieces.pop(FINGERPRINT, "")
    return Mark(pieces, fingerprint) if fingerprint else None
