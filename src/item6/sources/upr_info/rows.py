"""The rows of an export as nouns; what is odd in many rows is said once, with the first of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from item6.files.sheet import SheetRow
from item6.sources.upr_info.columns import ACTION, FROM, ISSUE, RESPONSE, SESSION, TEXT, TO
from item6.sources.upr_info.values import (
    PLEDGE,
    RESPONSES,
    action_of,
    is_nobody,
    issues_of,
    response_of,
    session_of,
    shown,
    state_of,
)
from item6.terms.documents import Document
from item6.terms.issues import Issue, Place, issue
from item6.terms.labels import ExportRow
from item6.terms.passages import Passage, SheetCell

_MANY = 20
_OTHERS = "other words"


@dataclass(slots=True)
class Rows:
    """rows: recommendations. pledges: voluntary pledges, which are none. Both in the order of the file."""

    rows: list[ExportRow] = field(default_factory=list)
    pledges: list[ExportRow] = field(default_factory=list)
    issues: tuple[Issue, ...] = ()


def read_rows(document: Document, columns: Mapping[str, int], rows: Iterable[SheetRow]) -> Rows:
    """The rows below the headings. columns: index of each column that the export has."""
    found, reader = Rows(), _Reader(document, columns)
    for row in rows:
        read = reader.read(row)
        if read is not None:
            (found.pledges if read.response == PLEDGE else found.rows).append(read)
    found.issues = reader.issues()
    return found


class _Reader:
    """Reads rows, and counts by kind what could not be taken as it stands."""

    def __init__(self, document: Document, columns: Mapping[str, int]) -> None:
        self._document = document
        self._columns = columns
        self._odd: dict[tuple[str, str, str], list[int]] = {}
        self._kinds: dict[tuple[str, str], int] = {}
        self._state = lru_cache(maxsize=None)(state_of)

    def read(self, row: SheetRow) -> ExportRow | None:
        """None where the row names no State under review or has no text."""
        cells = {name: row.cells[place] for name, place in self._columns.items() if place < len(row.cells)}
        words = {name: shown(cell) for name, cell in cells.items()}
        reviewed = self._state(words.get(TO, ""))
        if reviewed is None:
            self._note(row, "upr_info.state_unknown", words.get(TO, ""))
            return None
        if not words.get(TEXT):
            self._note(row, "upr_info.no_text", "")
            return None
        response = response_of(words.get(RESPONSE, ""))
        if RESPONSE in self._columns and response.casefold() not in RESPONSES:
            self._note(row, "upr_info.response_unknown", response)
        place = SheetCell(row.number, self._columns[TEXT] + 1)
        return ExportRow(
            row=row.number,
            reviewed=reviewed,
            recommending=self._recommending(row, words.get(FROM, ""), response),
            session=self._number(row, SESSION, words, session_of),
            words=words[TEXT],
            response=response,
            action=self._number(row, ACTION, words, action_of),
            issues=issues_of(shown_lines(cells.get(ISSUE, ""))),
            passage=Passage(None, self._document.sha256, place, " ".join(cells[TEXT].split())),
        )

    def _recommending(self, row: SheetRow, name: str, response: str) -> str | None:
        """A pledge comes from nobody but the State itself, whatever stands there."""
        state = self._state(name)
        if state is None and not is_nobody(name) and response != PLEDGE:
            self._note(row, "upr_info.recommending_unknown", name)
        return state

    def _number(
        self, row: SheetRow, column: str, words: Mapping[str, str], read: Callable[[str], int | None]
    ) -> int | None:
        written = words.get(column, "")
        number = read(written)
        if number is None and written:
            self._note(row, "upr_info.not_a_number", written, column)
        return number

    def _note(self, row: SheetRow, key: str, words: str, column: str = "") -> None:
        """After _MANY different words of a kind the others are said together."""
        if (key, words, column) not in self._odd:
            self._kinds[key, column] = self._kinds.get((key, column), 0) + 1
            words = words if self._kinds[key, column] <= _MANY else _OTHERS
        self._odd.setdefault((key, words, column), []).append(row.number)

    def issues(self) -> tuple[Issue, ...]:
        """One for each kind of oddity and the words it has, in the order of the file."""
        return tuple(
            issue(
                key,
                Place(self._document.file, words=words[:200]),
                {"words": words[:80], "column": column, "row": places[0], "count": _rows(len(places))},
            )
            for (key, words, column), places in self._odd.items()
        )


def _rows(count: int) -> str:
    return f"{count} row" if count == 1 else f"{count} rows"


def shown_lines(cell: str) -> str:
    """The cell line by line as a person reads it: issues may stand one to a line."""
    return "\n".join(shown(line) for line in cell.splitlines())
