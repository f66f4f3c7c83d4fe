"""What holds of every reading of every document, whatever the document is."""

from __future__ import annotations

import re
from collections.abc import Iterator

from item6.files.body import Body
from item6.terms.answers import POSITION_OF, POSITIONS, STAGES
from item6.terms.documents import Reading
from item6.terms.names import is_number
from item6.terms.passages import DocxCell, DocxParagraph, Passage, PdfPlace, locator_from_json, locator_to_json
from item6.terms.recommendations import Recommendation, Text
from item6.terms.states import STATES


class Units:
    """The text of every page or paragraph of a body, to look places up in."""

    def __init__(self, body: Body) -> None:
        self._texts: dict[int, list[str]] = {}
        self._labels = {line.unit: line.text[: -line.start] for line in body.lines if line.start < 0}
        for line in body.lines:
            shown = line.text[max(0, -line.start) :]
            start = max(0, line.start)
            text = self._texts.setdefault(line.unit, [])
            text += [" "] * (start + len(shown) - len(text))
            text[start : start + len(shown)] = shown

    def words(self, passage: Passage) -> str | None:
        """What stands at the place of the passage; None where there is no such place."""
        match passage.locator:
            case PdfPlace(spans) if spans:
                found: list[str | None] = [self._cut(span.page, span.start, span.end) for span in spans]
            case DocxParagraph(first, last, start, end):
                # the number that Word makes is printed before the text and is no part of the paragraph's characters
                found = [self._labels.get(first, "") if start == 0 else ""]
                found += [
                    self._cut(unit, start if unit == first else 0, end if unit == last else None)
                    for unit in range(first, last + 1)
                ]
            case _:
                return None
        return None if None in found or not found else "\n".join(text for text in found if text)

    def _cut(self, unit: int, start: int, end: int | None) -> str | None:
        text = self._texts.get(unit)
        if text is None or not 0 <= start <= (len(text) if end is None else end) <= len(text):
            return None
        return "".join(text[start:end])


def broken_rules(reading: Reading, body: Body) -> list[str]:
    """Every rule that the reading breaks, in words; empty for a sound one."""
    units = Units(body)
    return [*_of_issues(reading), *_of_recommendations(reading, units), *_of_answers(reading, units)]


def _of_issues(reading: Reading) -> Iterator[str]:
    errors = [found.key for found in reading.issues if found.severity == "error"]
    if reading.document.family == "addendum":
        if errors and reading.answers:
            yield f"{len(reading.answers)} answers and the errors {errors}"
    elif len(errors) != (not reading.recommendations):
        yield f"{len(reading.recommendations)} recommendations and the errors {errors}"
    for found in reading.issues:
        if "{" in found.message + found.hint or not found.message:
            yield f"unfilled sentence of {found.key}: {found.message} {found.hint}"
        if found.place.file != reading.document.file:
            yield f"{found.key} names the file {found.place.file!r}"
        pages = reading.document.pages
        if found.place.page is not None and not 1 <= found.place.page <= (pages or 0):
            yield f"{found.key} on page {found.place.page} of {pages}"


def _of_recommendations(reading: Reading, units: Units) -> Iterator[str]:
    numbers = [found.number for found in reading.recommendations]
    if len(set(numbers)) != len(numbers):
        yield f"numbers stand twice: {sorted({number for number in numbers if numbers.count(number) > 1})}"
    for found in reading.recommendations:
        yield from (f"{found.number}: {what}" for what in _of_recommendation(found, units))


def _of_recommendation(found: Recommendation, units: Units) -> Iterator[str]:
    if not is_number(found.number):
        yield "is no number"
    if found.kind not in ("listed", "dialogue"):
        yield f"is of the kind {found.kind!r}"
    if [text.part for text in found.texts] != list(range(1, len(found.texts) + 1)) or not found.texts:
        yield f"has the parts {[text.part for text in found.texts]}"
    yield from _of_passage(found.passage, units)
    for text in found.texts:
        yield from (f"text {text.part}: {what}" for what in _of_text(text, units))


def _of_text(text: Text, units: Units) -> Iterator[str]:
    unknown = [state for state in text.states if state not in STATES]
    if unknown or len(set(text.states)) != len(text.states):
        yield f"has the States {text.states}"
    if not text.words.strip():
        yield "has no words"
    yield from _of_passage(text.passage, units)
    standing = units.words(text.passage)
    if standing is not None and not _in_order(text.words, standing):
        yield f"has words that do not stand there: {text.words!r} of {standing!r}"


def _of_answers(reading: Reading, units: Units) -> Iterator[str]:
    parts = {found.number: len(found.texts) for found in reading.recommendations}
    for answer in reading.answers:
        if answer.position not in POSITIONS or POSITION_OF.get(answer.normalised) != answer.position:
            yield f"position {answer.position!r} of {answer.normalised!r}"
        if answer.stage not in STAGES:
            yield f"stage {answer.stage!r}"
        number, part = answer.target.number, answer.target.part
        if reading.document.family == "addendum":
            number = None  # what it answers stands in the report
        if number is not None and (number not in parts or (part is not None and not 1 <= part <= parts[number])):
            yield f"answer to {number}/{part}, which does not exist"
        yield from _of_passage(answer.passage, units)
    for other in (*reading.commitments, *reading.speakers, *reading.totals):
        yield from _of_passage(other.passage, units)
    yield from (f"speaker {speaker.state!r}" for speaker in reading.speakers if speaker.state not in STATES)


def _of_passage(passage: Passage, units: Units) -> Iterator[str]:
    if locator_from_json(locator_to_json(passage.locator)) != passage.locator:
        yield f"place does not survive JSON: {passage.locator}"
    if isinstance(passage.locator, DocxCell):
        return  # cells of a table are read from the file, not from the running text
    standing = units.words(passage)
    if standing is None:
        yield f"place outside of the document: {passage.locator}"
    elif not _in_order(passage.words, standing):
        yield f"passage has words that do not stand there: {passage.words!r} of {standing!r}"


def _in_order(words: str, standing: str) -> bool:
    """Whether the letters and digits of the words stand there in this order."""
    printed = iter(re.sub(r"[\W_]", "", standing))
    return all(character in printed for character in re.sub(r"[\W_]", "", words))
