"""An edited workbook read back: what people wrote, to notes; everything that could not be taken, named.

Rows are found by the stable name of their text, in any order and number. Of the columns for people, only what somebody
changed is taken: each row bears a mark of what it held when it was written.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from item6.briefings.workbook.columns import MARK, NAME, OFFICIAL, OWN, Mark, digest, read_mark
from item6.briefings.workbook.rows import stage_of, texts_of
from item6.decisions.notes import Note, Notebook
from item6.files.sheet import Sheet
from item6.files.workbooks import held
from item6.files.xlsx import sheets_of
from item6.record.reader import Record
from item6.record.rows import TextRow
from item6.terms.names import RecommendationName, ReviewName, parse_recommendation_name

_HEAD = 30
"""Rows among which the titles of the columns stand."""


@dataclass(frozen=True, slots=True)
class Remark:
    """What could not be taken, or should be known. row: of the sheet, 0 for the file. lost: whether words were left."""

    row: int
    name: str
    words: str
    lost: bool


@dataclass(slots=True)
class Returned:
    """notes: to be kept, those that say something new. rows: how many were read. remarks: in the order of the sheet."""

    notes: list[Note] = field(default_factory=list)
    rows: int = 0
    remarks: list[Remark] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Row:
    """A row of the sheet. cells: words by title."""

    number: int
    cells: Mapping[str, str]
    mark: Mark | None

    @property
    def name(self) -> str:
        return self.cells.get(NAME, "").strip()

    def edited(self, title: str) -> bool:
        """Whether somebody changed the cell of a column; without a mark, whether it holds anything."""
        words = self.cells.get(title)
        if words is None:
            return False
        return not self.mark.is_as_written(title, words) if self.mark else bool(words)


def read_returned(data: bytes, record: Record, notebook: Notebook, *, who: str, when: str) -> Returned:
    """What an edited workbook adds to the notes of a workspace.

    data: XLSX. who, when (ISO date): kept with every note. Unreadable where it is no workbook. One without a sheet of
    recommendations gives one remark and no note. The same file a second time adds nothing.
    """
    document = hashlib.sha256(data).hexdigest()
    found = Returned()
    sheet = _sheet(data)
    if sheet is None:
        wanted = f"a column “{NAME}” and one of {', '.join(f'“{each.title}”' for each in OWN.values())}"
        found.remarks.append(Remark(0, "", f"no sheet has {wanted}: import a workbook that item6 wrote", True))
        return found
    reading = _Reading(record, notebook, found, (who, when, document))
    reading.titles(sheet)
    groups: dict[str, list[_Row]] = defaultdict(list)
    for row in _rows(sheet):
        found.rows += 1
        if row.name:
            groups[row.name].append(row)
        elif any(row.cells.get(column.title) for column in OWN.values()):
            reading.remark(
                row, f"has no name: copy it from the column {NAME} of the workbook as it was written", lost=True
            )
    for rows in groups.values():
        reading.take(rows)
    found.remarks.sort(key=lambda remark: remark.row)
    return found


class _Reading:
    """One workbook on its way into a record's notes."""

    def __init__(self, record: Record, notebook: Notebook, found: Returned, origin: tuple[str, str, str]) -> None:
        self._record, self._notebook, self._found = record, notebook, found
        self._who, self._when, self._document = origin
        self._known = {(str(note.name), note.field, note.document) for note in notebook.lines}
        self._texts: dict[ReviewName, list[TextRow]] = {}

    def remark(self, row: _Row | None, words: str, *, lost: bool = False) -> None:
        """Something to be said of a row, or of the file."""
        self._found.remarks.append(Remark(row.number if row else 0, row.name if row else "", words, lost))

    def titles(self, sheet: tuple[Sequence[str], Sheet]) -> None:
        """What is to be said of the columns: those that are missing, and those that are not item6's."""
        there = [title for title in sheet[0] if title]
        known = [NAME, MARK, *(column.title for column in (*OFFICIAL, *OWN.values()))]
        for column in OWN.values():
            if column.title not in there:
                self.remark(None, f"the column “{column.title}” is not there: what it held stays as it was")
        for title in dict.fromkeys(there):
            if title not in known:
                self.remark(None, f"the column “{title}” is not item6's: it stays in your file only")
            elif there.count(title) > 1:
                self.remark(
                    None, f"two columns are called “{title}”: the first one counts, rename the other", lost=True
                )

    def take(self, rows: Sequence[_Row]) -> None:
        """The rows of one name: one, or copies of one."""
        for row in rows:
            self._official(row)
        wanted = {key: [row for row in rows if row.edited(column.title)] for key, column in OWN.items()}
        edited = {key: found for key, found in wanted.items() if found}
        if not edited:
            return
        text, said = self._text(rows[0])
        if text is None:
            self.remark(rows[0], said, lost=True)
            return
        if said:
            self.remark(rows[0], said)
        taken = {str(each.name): each.fingerprint for each in self._of(text.review)}
        now = self._notebook.of(text.name, text.fingerprint, taken)
        for key, found in edited.items():
            self._field(text, key, found, now[key].words if key in now else "")

    def _field(self, text: TextRow, key: str, rows: Sequence[_Row], now: str) -> None:
        """One column of one text. now: what stands there."""
        title = OWN[key].title
        said = list(dict.fromkeys(row.cells[title] for row in rows))
        if len(said) > 1:
            others = " and ".join(str(row.number) for row in rows)
            self.remark(rows[0], f"rows {others} differ in “{title}”: leave one of them and import again", lost=True)
            return
        if said[0] == held(now) or (str(text.name), key, self._document) in self._known:
            return
        mark = rows[0].mark
        if mark and mark.digests.get(title) != digest(held(now)):
            self.remark(
                rows[0], f"“{title}” was changed elsewhere too; this file's words count now, the others are kept"
            )
        self._found.notes.append(Note(text.name, text.fingerprint, key, said[0], self._who, self._when, self._document))

    def _official(self, row: _Row) -> None:
        changed = [
            column.title
            for column in OFFICIAL
            if row.mark
            and column.title in row.cells
            and not row.mark.is_as_written(column.title, row.cells[column.title])
        ]
        if changed:
            named = ", ".join(f"“{title}”" for title in changed)
            self.remark(row, f"{named} was changed and is not taken: the record is corrected with item6 decide")

    def _text(self, row: _Row) -> tuple[TextRow | None, str]:
        """The text that a row is about, and what is to be said of it."""
        typed = parse_recommendation_name(row.name)
        if typed is None:
            return None, f"“{row.name[:40]}” is no name of a recommendation: write it like CHN-3#28.212/1"
        texts = self._of(typed.review)
        name = self._record.resolve(typed)
        of_number = [text for text in texts if text.number == name.number]
        named = next(
            (text for text in of_number if text.part == name.part or (not name.part and len(of_number) == 1)), None
        )
        mark = row.mark.fingerprint if row.mark else ""
        if not mark or (named and named.fingerprint == mark):
            return (named, "") if named else (None, _gone(typed))
        same = [text for text in texts if text.fingerprint == mark]
        if len(same) == 1:
            return same[0], f"this text is {same[0].name} now: what was written of it stands there"
        return (
            (named, "its words changed since: see that what was written still fits") if named else (None, _gone(typed))
        )

    def _of(self, review: ReviewName) -> list[TextRow]:
        if review not in self._texts:
            self._texts[review] = texts_of(self._record, review, stage_of(self._record, review))
        return self._texts[review]


def _gone(name: RecommendationName) -> str:
    return f"{name} is not in the record: build it with the documents of {name.review}, then import again"


def _sheet(data: bytes) -> tuple[Sequence[str], Sheet] | None:
    """Titles and sheet of recommendations, whatever it is called; None where there is none."""
    for _, sheet in sheets_of(data):
        for row in sheet.rows[:_HEAD]:
            titles = _titles(row.cells)
            if NAME in titles and any(column.title in titles for column in OWN.values()):
                return titles, Sheet(tuple(each for each in sheet.rows if each.number > row.number))
    return None


def _titles(cells: Sequence[str]) -> list[str]:
    """The titles of a row as item6 writes them; others as they stand."""
    known = {title.casefold(): title for title in (NAME, MARK, *(each.title for each in (*OFFICIAL, *OWN.values())))}
    words = (" ".join(cell.split()) for cell in cells)
    return [known.get(each.casefold(), each) for each in words]


def _rows(sheet: tuple[Sequence[str], Sheet]) -> Iterator[_Row]:
    titles, held_rows = sheet
    for row in held_rows.rows:
        cells: dict[str, str] = {}
        for at, title in enumerate(titles):
            if title:
                cells.setdefault(title, row.cells[at] if at < len(row.cells) else "")
        yield _Row(row.number, cells, read_mark(cells.get(MARK, "")))
