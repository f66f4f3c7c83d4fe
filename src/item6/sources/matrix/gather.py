"""From the rows of a matrix to nouns: a number that stands in several rows is one recommendation."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from item6.sources.matrix.cells import read_heading_theme, read_labels, read_position
from item6.sources.matrix.layout import PERSONS, POSITION, SDGS, STATES, TEXT, THEMES
from item6.sources.matrix.rows import Listed, Placed
from item6.sources.matrix.texts import Printed, read_printed
from item6.terms.answers import POSITION_OF, Answer, Target
from item6.terms.documents import Document
from item6.terms.issues import Issue, Place, issue
from item6.terms.labels import PERSON, SDG, THEME, Label, ListedText
from item6.terms.names import ReviewName
from item6.terms.passages import Passage
from item6.terms.recommendations import Recommendation, Text

MATRIX = "matrix"
_COLUMNS = ((THEMES, THEME), (PERSONS, PERSON), (SDGS, SDG))
_NAMED = 10
"""Numbers that one Issue names."""


@dataclass(frozen=True, slots=True)
class Matrix:
    """The document that is being read, and the review it is about."""

    document: Document
    review: ReviewName

    def passage(self, cell: Placed) -> Passage:
        """The passage of a cell; a matrix has no symbol."""
        return Passage(None, self.document.sha256, cell.place, cell.words)

    def place(self, number: str | None, words: str = "") -> Place:
        """Where an Issue stands."""
        return Place(self.document.file, None, number, words[:200])


@dataclass(slots=True)
class Answers:
    """What the column of positions says. issues: what could not be taken from it."""

    answers: tuple[Answer, ...] = ()
    issues: list[Issue] = field(default_factory=list)


def read_answers(matrix: Matrix, rows: Iterable[Listed]) -> Answers:
    """One answer for each number whose rows agree on a position that is known."""
    cells: dict[str, list[Placed]] = {}
    for row in rows:
        given = cells.setdefault(row.entry.number, [])
        given += [row.cells[POSITION]] if POSITION in row.cells else []
    found = Answers(issues=list(_without(matrix, cells)))
    answers = (_answer(matrix, number, given, found.issues) for number, given in cells.items() if given)
    found.answers = tuple(answer for answer in answers if answer)
    return found


def _without(matrix: Matrix, cells: dict[str, list[Placed]]) -> Iterator[Issue]:
    """An Issue where no number has a position, another where some have none."""
    missing = [number for number, given in cells.items() if not given]
    if len(missing) == len(cells):
        yield issue("matrix.no_positions", matrix.place(None))
    elif missing:
        more = f" and {len(missing) - _NAMED} more" if len(missing) > _NAMED else ""
        numbers = ", ".join(missing[:_NAMED]) + more
        yield issue("matrix.position_missing", matrix.place(missing[0]), {"numbers": numbers})


def _answer(matrix: Matrix, number: str, given: Sequence[Placed], issues: list[Issue]) -> Answer | None:
    """The answer of the first cell; None where one of the cells is not understood or says otherwise."""
    read = {cell.words: read_position(cell.words) for cell in given}
    unknown = [words for words, normalised in read.items() if normalised is None]
    for words in unknown:
        issues.append(issue("matrix.position_unknown", matrix.place(number, words), {"number": number, "words": words}))
    by_position = {POSITION_OF[normalised]: words for words, normalised in reversed(read.items()) if normalised}
    if len(by_position) > 1:
        second, first = list(by_position.values())[-2:]
        said = {"number": number, "first": first, "second": second}
        issues.append(issue("matrix.two_positions", matrix.place(number), said))
    normalised = read[given[0].words]
    if unknown or len(by_position) > 1 or normalised is None:
        return None
    return Answer(
        matrix.review, Target(number), POSITION_OF[normalised], given[0].words, normalised, "", MATRIX,
        matrix.document.sha256, 0, None, matrix.passage(given[0]), "reading",
    )  # fmt: skip


@dataclass(slots=True)
class Found:
    """Recommendations in printed order, their words as listed, and what could not be taken as it stands."""

    recommendations: tuple[Recommendation, ...] = ()
    listed: tuple[ListedText, ...] = ()
    issues: list[Issue] = field(default_factory=list)


def read_recommendations(matrix: Matrix, rows: Iterable[Listed]) -> Found:
    """The recommendations that the rows list; the same words in a second row are the same text."""
    by_number: dict[str, dict[str, Listed]] = {}
    for row in rows:
        by_number.setdefault(row.entry.number, {}).setdefault(row.entry.words.casefold().strip(" ;."), row)
    found, listed, recommendations = Found(), list[ListedText](), list[Recommendation]()
    for number, wordings in by_number.items():
        if len(wordings) > 1:
            found.issues.append(issue("matrix.texts_differ", matrix.place(number), {"number": number}))
        texts = list[Text]()
        for row in wordings.values():
            printed = read_printed(row.entry.words, _column(row), matrix.review.state)
            found.issues += _state_issues(matrix, row, printed)
            passage = matrix.passage(row.cells[TEXT])
            source = row.entry.source_of_position
            listed.append(ListedText(number, row.entry.words, printed.states, passage, source))
            texts += [
                Text(place, part.words, part.states, part.printed, passage)
                for place, part in enumerate(printed.parts, start=len(texts) + 1)
            ]
        first = next(iter(wordings.values()))
        recommendations.append(
            Recommendation(
                number, first.entry.number_as_printed, "listed", tuple(texts), matrix.passage(first.cells[TEXT])
            )
        )
    found.recommendations, found.listed = tuple(recommendations), tuple(listed)
    return found


def _column(row: Listed) -> str:
    return row.cells[STATES].words if STATES in row.cells else ""


def _state_issues(matrix: Matrix, row: Listed, printed: Printed) -> Iterator[Issue]:
    place = matrix.place(row.entry.number, row.entry.words)
    for spelling, state in printed.near:
        yield issue("item.state_misspelled", place, {"spelling": spelling, "state": state})
    for words in printed.leftover:
        yield issue("item.state_unknown", place, {"words": words})
    if not printed.states:
        yield issue("item.no_state", place)


def read_row_labels(matrix: Matrix, rows: Iterable[Listed]) -> Iterator[Label]:
    """Labels of all rows, each once for a number; the theme above a row is one where the row does not repeat it."""
    seen: set[tuple[str, str, str]] = set()
    for row in rows:
        for kind, value, cell in _labels(row):
            key = (row.entry.number, kind, value.casefold())
            if key not in seen:
                seen.add(key)
                yield Label(row.entry.number, None, kind, value, MATRIX, matrix.passage(cell))


def _labels(row: Listed) -> Iterator[tuple[str, str, Placed]]:
    for column, kind in _COLUMNS:
        if cell := row.cells.get(column):
            yield from ((found, value, cell) for found, value in read_labels(cell.lines, kind))
    if row.theme and (theme := read_heading_theme(row.theme.words)):
        yield THEME, theme, row.theme
