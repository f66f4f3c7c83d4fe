"""UPR Info's export against what the State's own documents say.

Its rows are in units of their own (one recommendation of one State, some split, brackets taken out) and have no
numbers: a row is found by its State and its words. Partial acceptance is filed there as `Noted`.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Container, Iterable, Sequence

from item6.reconcile.compare import Ours, in_short, page_in_words
from item6.terms.answers import NOTED, PARTLY, PENDING, SUPPORTED
from item6.terms.calendar import cycle_of_session
from item6.terms.documents import Reading
from item6.terms.issues import Issue, Place, issue
from item6.terms.labels import ExportRow
from item6.terms.names import ReviewName

Filed = tuple[str, ExportRow]
"""File name of the export, and a row of it."""

_MEANS = {"Accepted": {SUPPORTED}, "Noted": {NOTED, PARTLY}}
"""What UPR Info's words can stand for; rows with other words are not compared."""

_STAGE = "addendum"
_COVERED = 0.8
"""Share of the words of a row that its text must hold; a row may be one half of a text."""
_WHOLE = 0.9
"""Share of common words from which a row is the whole of its text."""

_Text = tuple[str, int, frozenset[str]]


def rows_of_reviews(readings: Iterable[Reading]) -> dict[ReviewName, tuple[Filed, ...]]:
    """The rows of all exports by review: State under review, and the cycle of the session."""
    found: dict[ReviewName, list[Filed]] = defaultdict(list)
    for reading in readings:
        for row in reading.rows:
            cycle = cycle_of_session(row.session) if row.session else None
            if cycle is not None:
                found[ReviewName(row.reviewed, cycle)].append((reading.document.file, row))
    return {review: tuple(rows) for review, rows in found.items()}


def exports_alone(readings: Iterable[Reading], reviews: Container[ReviewName]) -> list[Issue]:
    """An Issue for each export none of whose rows is on one of the reviews."""
    issues = []
    for reading in readings:
        if reading.rows and not any(review in reviews for review in rows_of_reviews([reading])):
            said = {"count": len(reading.rows)}
            issues.append(issue("review.export_alone", Place(reading.document.file), said))
    return issues


def differences(review: ReviewName, rows: Sequence[Filed], ours: Ours) -> list[Issue]:
    """An Issue for each row whose answer is not the State's, and a note on the rows that were not found.

    Answers are compared as they stand after the addendum; what is pending there is not compared.
    """
    texts = _texts(ours)
    issues: list[Issue] = []
    lost: dict[str, list[ExportRow]] = defaultdict(list)
    for file, row in rows:
        found = _find(row, texts.get(row.recommending, ()))
        if not found:
            lost[file].append(row)
        else:
            issues += _position(review, file, row, found, ours)
    for file, unfound in lost.items():
        said = {"review": review, "count": len(unfound), "rows": ", ".join(str(row.row) for row in unfound[:5])}
        issues.append(issue("compare.export_rows", Place(file, None, None, unfound[0].words), said))
    return issues


def _texts(ours: Ours) -> dict[str | None, list[_Text]]:
    """The texts of each State: number, part, words; collective ones under None."""
    found: dict[str | None, list[_Text]] = defaultdict(list)
    for recommendation in ours.report.recommendations:
        for text in recommendation.texts:
            words = _words(text.words)
            for state in dict.fromkeys(text.states or (None,)):
                found[state].append((recommendation.number, text.part, words))
    return found


def _find(row: ExportRow, texts: Sequence[_Text]) -> list[_Text]:
    """The texts that the row may be: those that hold most of its words, the nearest in length; several if alike."""
    words = _words(row.words)
    scores = [(_score(words, text[2]), text) for text in texts]
    best = max((score for score, _ in scores), default=(0.0, 0.0))
    return [text for score, text in scores if score == best] if best[0] >= _COVERED else []


def _score(row: frozenset[str], text: frozenset[str]) -> tuple[float, float]:
    shared = len(row & text)
    return shared / max(1, len(row)), shared / max(1, len(row | text))


def _position(review: ReviewName, file: str, row: ExportRow, found: Sequence[_Text], ours: Ours) -> Iterable[Issue]:
    """An Issue where none of the texts that the row may be was answered so."""
    given = [ours.answers.winning(number, part, row.recommending, _STAGE) for number, part, _ in found]
    answers = [answer for answer in given if answer is not None and answer.position != PENDING]
    means = _MEANS.get(row.response)
    if _score(_words(row.words), found[0][2])[1] < _WHOLE:
        # One half of what the State accepted in part may well be accepted.
        answers = [answer for answer in answers if answer.position != PARTLY]
    if means is None or len(answers) < len(found) or any(answer.position in means for answer in answers):
        return
    number, answer = found[0][0], answers[0]
    said = {
        "review": review,
        "row": row.row,
        "state": row.recommending or "no State",
        "theirs": row.response,
        "number": number,
        "ours": answer.position,
        "our_words": in_short(answer.as_written),
        "file": ours.files.get(answer.document, ""),
        "page": page_in_words(answer.passage.page),
    }
    yield issue("compare.export", Place(file, None, number, row.words), said)


def _words(words: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", words.casefold()))
