"""OHCHR's matrices and thematic lists of recommendations (DOCX): other people's readings of a report and its answers.

The steps, one module each: layout (which column is which) -> cells -> rows -> texts -> gather; heading says which
review it is. A number listed under several themes is one recommendation: its labels are gathered, its positions must
agree.
"""

from __future__ import annotations

import hashlib
from dataclasses import replace

from item6.files.docx import headers, read_story
from item6.files.docx_tables import tables_of
from item6.files.errors import Unreadable
from item6.files.kinds import DOCX, kind
from item6.sources.matrix.gather import Matrix, read_answers, read_recommendations, read_row_labels
from item6.sources.matrix.heading import Heading, read_heading
from item6.sources.matrix.rows import Rows, all_headings, read_rows
from item6.terms.documents import Document, Reading
from item6.terms.issues import Place, issue
from item6.terms.names import ReviewName
from item6.terms.symbols import Symbol, find_symbols

_TITLE = 40
"""Paragraphs among which the title above the table stands."""
_TITLE_LENGTH = 5_000
"""Characters of all that can be a title."""
_SHOWN = 120
"""Characters of a row that its Issue shows."""


def read(data: bytes, name: str) -> Reading:
    """What a matrix says: answers (stage `matrix`, source `reading`), labels, listed texts and recommendations.

    data: bytes of a DOCX file. name: file name without folder, for places of Issues. Never raises for what the file
    holds; what is no matrix gives one Issue.
    """
    document = Document(name, hashlib.sha256(data).hexdigest(), DOCX, "matrix", None, False, None, None, None, None)
    try:
        if kind(data, name) != DOCX:
            return _only(document, "matrix.no_table")
        story = read_story(data)
        rows = read_rows(tables_of(story))
        title = "\n".join((*headers(data), *all_headings(rows), *(line.text for _, line in story.lines[:_TITLE])))
    except Unreadable as unreadable:
        return Reading(replace(document, format="unknown", family="other"), issues=(unreadable.issue(name),))
    if not rows.listed:
        return _only(document, "matrix.no_table")
    heading = read_heading(title[:_TITLE_LENGTH], name, _sources(rows))
    if heading.review is None:
        return _only(replace(document, session=heading.session), "matrix.no_review")
    known = replace(document, session=heading.session, review=heading.review)
    return _reading(known, heading.review, rows, heading)


def _only(document: Document, key: str) -> Reading:
    return Reading(document, issues=(issue(key, Place(document.file)),))


def _sources(rows: Rows) -> list[Symbol]:
    return [symbol for listed in rows.listed for symbol in find_symbols(listed.entry.source_of_position)]


def _reading(document: Document, review: ReviewName, rows: Rows, heading: Heading) -> Reading:
    matrix = Matrix(document, review)
    found = read_recommendations(matrix, rows.listed)
    answers = read_answers(matrix, rows.listed)
    stray = (
        issue(
            "matrix.no_number",
            matrix.place(None, each.words),
            {"table": each.table, "row": each.row, "words": each.words[:_SHOWN]},
        )
        for each in rows.stray
    )
    return Reading(
        document,
        recommendations=found.recommendations,
        answers=answers.answers,
        issues=(*heading.issues, *found.issues, *answers.issues, *stray),
        labels=tuple(read_row_labels(matrix, rows.listed)),
        listed=found.listed,
    )


__all__ = ["read"]
