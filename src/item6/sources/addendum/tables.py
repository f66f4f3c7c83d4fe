"""Tables of Word files in which a column holds numbers and another the position, in any order, with or without head.

Recommendation | Position | Comment                     a number at the beginning of a cell, an answer in another
Recommendation | Accepted | Noted                       a mark in the column of the class
Accepted | Noted                                        numbers in the column of the class
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from item6.files.body import Body, Line
from item6.files.docx_tables import Cell, Row, Table, read_tables
from item6.files.errors import Unreadable
from item6.sources.addendum.classes import say, says
from item6.sources.addendum.numbers import Run, read_run
from item6.sources.addendum.prose import Prose
from item6.sources.addendum.verdicts import LONGEST_VERDICT, alone, of_heading, verdict
from item6.terms.passages import DocxCell, Passage

_LEAD = re.compile(
    r"\s*(?:(?:Recs?\.?|Recommendations?|Recommandations?|Recomendaci(?:ón|ones))\s*)?(?:nos?\.?|n[°º]s?\.?)?\s*(?=\d)",
    re.IGNORECASE,
)
_MARK = re.compile(r"\s*[xX×✓✔√•●+■☒☑]\s*|\s*(?:yes|oui|sí)\s*", re.IGNORECASE)
_COMMENT = re.compile(
    r"comment|remark|explan|observa|justific|reason|rationale|clarific|further|coment|explic|information|motif|razon",
    re.IGNORECASE,
)
_HEAD = re.compile(
    r"recommendation|recommandation|recomendaci|^no\.?$|^n[°º]|number|numéro|número|position|posición|response|réponse|respuesta|"
    r"reply|answer|status|statut|decision|décision|estado",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class TableAnswer:
    """What a row answers to one number. place: of the cell with the answer. words: of that cell."""

    number: str
    normalised: str
    as_written: str
    explanation: str
    place: DocxCell

    def passage(self, symbol: str | None, sha256: str) -> Passage:
        """The passage of the answer in a document of this symbol and hash."""
        return Passage(symbol, sha256, self.place, self.as_written)


@dataclass(frozen=True, slots=True)
class _Columns:
    """Grid columns of the numbers, of the position, of comments; of classes, with the class of each."""

    number: int | None
    position: int | None
    comments: frozenset[int]
    classes: dict[int, str]


def read_table_answers(data: bytes, form: str, language: str) -> tuple[tuple[TableAnswer, ...], tuple[Table, ...]]:
    """Answers of the tables of a Word file, and the tables that gave them; nothing for other formats."""
    if form != "docx" or not data:
        return (), ()
    try:
        tables = read_tables(data)
    except Unreadable:
        return (), ()
    found = [(table, tuple(_of_table(table, language))) for table in tables]
    telling = [(table, answers) for table, answers in found if answers]
    return tuple(each for _, answers in telling for each in answers), tuple(table for table, _ in telling)


def _of_table(table: Table, language: str) -> Iterator[TableAnswer]:
    columns = _columns(table, language)
    above: dict[int, Cell] = {}
    rows: dict[int, int] = {}
    for row in table.rows:
        cells: dict[int, Cell] = {}
        for cell in row.cells:
            shown = above.get(cell.column, cell) if cell.merged else cell
            rows[cell.column] = rows.get(cell.column, row.number) if cell.merged else row.number
            cells[cell.column] = shown
        above |= cells
        yield from _of_row(table, cells, rows, columns, language)


def _of_row(
    table: Table, cells: dict[int, Cell], rows: dict[int, int], columns: _Columns, language: str
) -> Iterator[TableAnswer]:
    if columns.number is None:
        for column, told in columns.classes.items():
            cell = cells.get(column)
            for number in _all_numbers(cell.text) if cell else ():
                place = DocxCell(table.number, rows[column], cell.number) if cell else None
                if place and cell:
                    yield TableAnswer(number, told, _one_line(cell.text), "", place)
        return
    named = cells.get(columns.number)
    run = _numbers(named.text) if named else None
    answer = _answer_of(cells, columns, language) if run else None
    if run is None or answer is None:
        return
    column, normalised, words, more = answer
    comments = [cells[other].text for other in sorted(columns.comments) if other in cells and other != column]
    explanation = _one_line("\n".join(part for part in (more, *comments) if part.strip()))
    place = DocxCell(table.number, rows[column], cells[column].number)
    for number in _all_numbers(named.text) if named else ():
        yield TableAnswer(number, normalised, words, explanation, place)


def _answer_of(cells: dict[int, Cell], columns: _Columns, language: str) -> tuple[int, str, str, str] | None:
    """Column, class, words, and the words after them, of a row's answer; None where it has not exactly one."""
    if columns.position is not None:
        cell = cells.get(columns.position)
        told = _told(cell.text, language) if cell else None
        return (columns.position, told[0], _one_line(cell.text)[:300], told[1]) if told and cell else None
    marked = [column for column in columns.classes if column in cells and _MARK.fullmatch(cells[column].text)]
    return (marked[0], columns.classes[marked[0]], cells[marked[0]].text.strip(), "") if len(marked) == 1 else None


def _told(words: str, language: str) -> tuple[str, str] | None:
    """The class of a position cell and what stands after it; from a sentence where no word stands alone."""
    if whole := alone(words, language):
        return whole, ""
    if told := verdict(words, language):
        return told
    said = say(Prose(words, language), 0, len(words))
    if not said:
        return None
    return of_heading(words, language) or said[0].normalised, words


def _columns(table: Table, language: str) -> _Columns:
    """Which column is which, by what stands in them; what heads them tells comments and classes."""
    numbers: dict[int, int] = {}
    verdicts: dict[int, int] = {}
    for row in table.rows:
        for cell in row.cells:
            numbers[cell.column] = numbers.get(cell.column, 0) + bool(_numbers(cell.text))
            verdicts[cell.column] = verdicts.get(cell.column, 0) + _weight(cell.text, language)
    head = _head(table.rows, language)
    classes = {cell.column: told for cell in head if (told := _class_of_column(_one_line(cell.text), language))}
    comments = frozenset(cell.column for cell in head if _COMMENT.search(cell.text))
    if len(classes) >= 2:
        number = next((column for column, count in numbers.items() if count and column not in classes), None)
        return _Columns(number, None, comments - set(classes), classes)
    number = max(numbers, key=lambda column: numbers[column], default=None)
    rest = {column: count for column, count in verdicts.items() if column != number and count}
    position = max(rest, key=lambda column: rest[column], default=None)
    if number is None or not numbers[number] or position is None:
        return _Columns(None, None, frozenset(), {})
    if not comments and not head:
        comments = frozenset(column for column in numbers if column > max(number, position))
    return _Columns(number, position, comments - {number, position}, {})


def _class_of_column(head: str, language: str) -> str | None:
    """The class that heads a column: `Accepted`, `Recommendations noted`; that of answers to come is of none."""
    if _NUMBER_HEAD.fullmatch(head):
        return None
    if told := alone(head, language):
        return told
    return of_heading(head, language) if len(head) < LONGEST_VERDICT and _TITLE.search(head) else None


_NUMBER_HEAD = re.compile(r"no\.?", re.IGNORECASE)
_TITLE = re.compile(r"recommendations|recommandations|recomendaciones", re.IGNORECASE)


def _weight(words: str, language: str) -> int:
    """How much a cell looks like one of a position column: words of position before sentences that hold a class."""
    if verdict(words, language):
        return 10
    return 1 if says(Prose(words, language), 0, len(words)) else 0


def _head(rows: Sequence[Row], language: str) -> tuple[Cell, ...]:
    """The cells of the head: the first row, where it holds no number and names its columns."""
    for row in rows[:2]:
        texts = [_one_line(cell.text) for cell in row.cells]
        names = [text for text in texts if _HEAD.search(text) or _COMMENT.search(text) or alone(text, language)]
        if len(texts) > 1 and names and not any(_numbers(text) for text in texts):
            return row.cells
    return ()


def _numbers(text: str) -> Run | None:
    """The numbers with which a cell begins: `117.2. Ratify`, `Rec. 5`, `117.2, 117.3`; never a sum or a year."""
    lead = _LEAD.match(text)
    run = read_run(text, lead.end(), len(text)) if lead else None
    if run is None:
        return None
    follows = text[run.end : run.end + 3]
    if run.dotted or not follows.strip() or (lead and lead[0].strip()):
        return run
    return run if re.match(r"[.:)]\s", follows) or "\n" in follows[:1] else None


def _all_numbers(text: str) -> tuple[str, ...]:
    """The numbers with which the lines of a cell begin, which may hold several recommendations."""
    first = _numbers(text)
    if first is None:
        return ()
    numbers = dict.fromkeys(first.numbers)
    for line in text[first.end :].split("\n")[1:]:
        more = _numbers(line)
        if more and more.dotted:
            numbers |= dict.fromkeys(more.numbers)
    return tuple(numbers)


def without_tables(body: Body, tables: Sequence[Table]) -> Body:
    """The body without the lines of these tables, as far as they stand there in one piece."""
    gone: set[int] = set()
    squeezed = ["".join(line.text.split()) for line in body.lines] if tables else []
    for table in tables:
        words = "".join(line for row in table.rows for cell in row.cells for line in cell.lines)
        gone |= _lines_of("".join(words.split()), squeezed, gone)
    kept: tuple[Line, ...] = tuple(line for index, line in enumerate(body.lines) if index not in gone)
    return Body(kept, body.extractor, body.pages) if gone else body


def _lines_of(words: str, squeezed: Sequence[str], gone: set[int]) -> set[int]:
    for first, line in enumerate(squeezed):
        if not line or first in gone or not words.startswith(line):
            continue
        at, last = 0, first
        while last < len(squeezed) and at < len(words) and words.startswith(squeezed[last], at):
            at += len(squeezed[last])
            last += 1
        if at == len(words):
            return set(range(first, last))
    return set()


def _one_line(text: str) -> str:
    return " ".join(text.split())
