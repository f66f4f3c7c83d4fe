"""Assessments by number, from whatever workbook they were kept in: item6's own, or any list with its numbers."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from item6.files.xlsx import sheets_of
from item6.terms.names import is_number, parse_recommendation_name

_HEAD = 30
"""Rows among which the titles stand."""

_NUMBER = re.compile(r"number|no\.?|nr\.?|#|recommendation no\.?|recommendation number|para(?:graph|\.)?|name", re.I)
_ASSESSMENT = re.compile(r"assessment|comment|level of implementation", re.I)
_STARTS = re.compile(r"(\d{1,3}(?:\.\d{1,3}){0,2}(?:\s?\([a-z]{1,2}\))?(?:\s?\([ivx]+\))?)\.?(?=\s|$)")


@dataclass(frozen=True, slots=True)
class Assessments:
    """by_number: words for the column of assessments. remarks: what could not be taken, a sentence each."""

    by_number: Mapping[str, str]
    remarks: tuple[str, ...]


def read_assessments(data: bytes) -> Assessments:
    """The assessments of a workbook (XLSX): of the first sheet that has a column of numbers and one of assessments.

    Level and assessment of one row are joined, a line each. A number that stands in several rows with different words
    is not taken and named: `28.1` may be a 28.10 that a spreadsheet took for a number. Unreadable for no workbook.
    """
    for _, sheet in sheets_of(data):
        for row in sheet.rows[:_HEAD]:
            titles = [" ".join(cell.split()).strip(" *:") for cell in row.cells]
            number = _column_of_numbers(titles)
            columns = [at for at, title in enumerate(titles) if at != number and _ASSESSMENT.search(title)]
            if number is not None and columns:
                return _taken(
                    [(each.number, each.cells) for each in sheet.rows if each.number > row.number], number, columns
                )
    return Assessments({}, ("no sheet has a column of numbers and one of assessments or comments: name them so",))


def _column_of_numbers(titles: Sequence[str]) -> int | None:
    """The column for the number; else one for recommendations, whose text begins with it."""
    exact = (at for at, title in enumerate(titles) if _NUMBER.fullmatch(title))
    begins = (at for at, title in enumerate(titles) if title.casefold().startswith("recommendation"))
    return next(exact, next(begins, None))


def _taken(rows: Sequence[tuple[int, Sequence[str]]], number: int, columns: Sequence[int]) -> Assessments:
    found: dict[str, dict[str, int]] = {}
    remarks = []
    for at, cells in rows:
        words = "\n".join(cells[column] for column in columns if column < len(cells) and cells[column].strip())
        if not words:
            continue
        label = _number(cells[number] if number < len(cells) else "")
        if label is None:
            remarks.append(f"row {at}: it begins with no number such as 28.212: its assessment is left out")
        else:
            found.setdefault(label, {}).setdefault(words, at)
    for label, said in found.items():
        if len(said) > 1:
            places = " and ".join(map(str, said.values()))
            remarks.append(f"rows {places} say different things of {label}: write its number as text, or leave one row")
    return Assessments({label: next(iter(said)) for label, said in found.items() if len(said) == 1}, tuple(remarks))


def _number(cell: str) -> str | None:
    name = parse_recommendation_name(cell)
    if name:
        return name.number
    starts = _STARTS.match(cell.strip())
    label = re.sub(r"\s", "", starts[1]) if starts else ""
    return label if is_number(label) else None
