"""OHCHR's matrices against what the State's own documents say.

They are never folded in. Where both have an answer and the two differ, one of the documents was read wrongly, by us or
by them, or the State changed its mind: both places are named, and a person looks.
"""

from __future__ import annotations

import textwrap
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from item6.reconcile.positions import Answers, states_of
from item6.reconcile.totals import position_of_number, ranges
from item6.terms.answers import PENDING, Answer, combined
from item6.terms.documents import Reading
from item6.terms.issues import Issue, Place, issue
from item6.terms.recommendations import Recommendation

_STAGE = "addendum"
_MOST_LETTERS = 90


@dataclass(frozen=True, slots=True)
class Ours:
    """The review as its own documents have it. files: name of the file of each SHA-256."""

    report: Reading
    answers: Answers
    files: Mapping[str, str]


def differences(reading: Reading, ours: Ours) -> list[Issue]:
    """An Issue for each number that another reading lists, answers or attributes otherwise.

    Answers are compared as they stand after the addendum, which is what matrices are made from; what the State's
    documents leave pending is not compared.
    """
    theirs: dict[str, list[Answer]] = defaultdict(list)
    for answer in reading.answers:
        if answer.source == "reading" and answer.target.number is not None:
            theirs[answer.target.number].append(answer)
    listed = {each.number: each for each in ours.report.recommendations}
    issues = _numbers(reading, ours, listed, theirs)
    for number, recommendation in listed.items():
        if number in theirs:
            issues += _position(reading, ours, recommendation, theirs[number])
    return [*issues, *_states(reading, ours, listed)]


def _numbers(
    reading: Reading, ours: Ours, listed: Mapping[str, Recommendation], theirs: Mapping[str, Sequence[Answer]]
) -> list[Issue]:
    """Numbers that only one of the two has."""
    places = {number: found[0].passage.page for number, found in theirs.items()}
    places |= {each.number: each.passage.page for each in reading.recommendations}
    report, file = ours.report.document.file, reading.document.file
    issues = [
        issue("compare.not_listed", Place(file, page, number), {"number": number, "file": report})
        for number, page in places.items()
        if number not in listed
    ]
    absent = [number for number in listed if number not in places]
    if places and absent:
        said = {"numbers": ranges(absent), "count": len(absent), "file": report}
        issues.append(issue("compare.left_out", Place(file, None, absent[0]), said))
    return issues


def _position(
    reading: Reading, ours: Ours, recommendation: Recommendation, theirs: Sequence[Answer]
) -> Iterable[Issue]:
    position = combined(answer.position for answer in theirs)
    own = position_of_number(recommendation, ours.answers, _STAGE)
    if PENDING in (own, position) or own == position:
        return
    answers = (
        ours.answers.winning(recommendation.number, text.part, state, _STAGE)
        for text in recommendation.texts
        for state in states_of(text)
    )
    given = [answer for answer in answers if answer is not None]
    last = next((answer for answer in given if answer.position != position), given[0])
    said = {
        "number": recommendation.number,
        "theirs": position,
        "words": in_short(theirs[0].as_written),
        "ours": own,
        "our_words": in_short(last.as_written),
        "file": ours.files.get(last.document, ""),
        "page": page_in_words(last.passage.page),
    }
    place = Place(reading.document.file, theirs[0].passage.page, recommendation.number, theirs[0].passage.words)
    yield issue("compare.position", place, said)


def _states(reading: Reading, ours: Ours, listed: Mapping[str, Recommendation]) -> Iterable[Issue]:
    for each in reading.recommendations:
        own = listed.get(each.number)
        if own is None or not each.states or set(own.states) == set(each.states):
            continue
        said = {
            "number": each.number,
            "theirs": ", ".join(sorted(each.states)),
            "ours": ", ".join(sorted(own.states)) or "none",
            "file": ours.report.document.file,
            "page": page_in_words(own.passage.page),
        }
        yield issue("compare.states", Place(reading.document.file, each.passage.page, each.number), said)


def in_short(words: str) -> str:
    """Words for a sentence about them: whole where they are few, else their beginning."""
    return textwrap.shorten(words, _MOST_LETTERS, placeholder="…")


def page_in_words(page: int | None) -> str:
    """`, page 3`, or nothing for formats without pages."""
    return f", page {page}" if page else ""
