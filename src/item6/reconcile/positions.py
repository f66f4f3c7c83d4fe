"""What the State's position on a text is: a fold over its answers, at a stage and a date.

Human Rights Council resolution 5/1, annex, para. 32, asks the State to say which recommendations enjoy its support;
the others are noted. It says so in the report, or later, for all, for a number, for a text, or for what one State
wrote, and it may correct itself. Nothing is inferred: without an answer the position is pending.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Protocol

from item6.record.contents import Position
from item6.terms.answers import NOTED, PARTLY, PENDING, STAGES, SUPPORTED, Answer, Target
from item6.terms.issues import Issue, Place, issue
from item6.terms.names import ReviewName
from item6.terms.recommendations import Recommendation


class ListedText(Protocol):
    """What the fold needs to know of a text, whether it was just read or comes from a record."""

    @property
    def part(self) -> int:
        """Counted from 1."""

    @property
    def states(self) -> tuple[str, ...]:
        """ISO3 codes; empty for a collective text."""


class Listed(Protocol):
    """What the fold needs to know of a numbered recommendation."""

    @property
    def number(self) -> str:
        """Its number."""

    @property
    def texts(self) -> Sequence[ListedText]:
        """Its texts."""


Ordered = tuple[int, Answer]
"""An answer and its place in the order of reading, which decides between equals."""


class Answers:
    """The answers of one review, found by what they answer.

    answers: of one review, in the order in which they were read (documents by date, passages as printed).
    as_of: ISO date; answers dated later are left out, those without a date stay.
    """

    def __init__(self, answers: Iterable[Answer], as_of: str | None = None) -> None:
        self._by_number: dict[str | None, list[Ordered]] = defaultdict(list)
        for order, answer in enumerate(answers):
            if folds(answer) and not (as_of and answer.date and answer.date > as_of):
                self._by_number[answer.target.number].append((order, answer))

    def stages(self) -> tuple[str, ...]:
        """Stages with a written answer, in order; the report's always."""
        found = {answer.stage for group in self._by_number.values() for _, answer in group}
        return tuple(stage for stage in STAGES if stage == "report" or stage in found)

    def to(self, number: str, stage: str) -> list[Answer]:
        """Written answers of a stage to a number or anything under it, in the order of reading."""
        return [answer for _, answer in self._by_number.get(number, ()) if answer.stage == stage]

    def winning(self, number: str, part: int, state: str | None, stage: str) -> Answer | None:
        """The answer that counts at `stage` for what `state` (None: collective) wrote in a text; None: none was read.

        The latest stage that holds a real answer wins; a pending one only says that the answer is still to come.
        """
        pending = None
        for earlier in reversed(STAGES[: STAGES.index(stage) + 1]):
            found = self._strongest(number, part, state, earlier)
            if found and found.position != PENDING:
                return found
            pending = pending or found
        return pending

    def rivals(self, number: str, part: int, state: str | None, stage: str) -> tuple[Answer, Answer] | None:
        """Two answers of one stage, equally near to the text, that disagree; the second is the one that counts."""
        group = sorted(self._of_stage(number, part, state, stage), key=_strength)
        if not group or group[-1][1].position == PENDING:
            return None
        last = group[-1][1]
        equal = [answer for _, answer in group if _nearness(answer) == _nearness(last)]
        other = [answer for answer in equal if answer.position not in (PENDING, last.position)]
        return (other[-1], last) if other else None

    def _strongest(self, number: str, part: int, state: str | None, stage: str) -> Answer | None:
        return max(self._of_stage(number, part, state, stage), key=_strength, default=(0, None))[1]

    def _of_stage(self, number: str, part: int, state: str | None, stage: str) -> list[Ordered]:
        near = (*self._by_number.get(None, ()), *self._by_number.get(number, ()))
        return [
            (order, answer) for order, answer in near if answer.stage == stage and _covers(answer.target, part, state)
        ]


def positions(review: ReviewName, recommendations: Iterable[Listed], answers: Answers) -> list[Position]:
    """A row for each text, recommending State and stage at which an answer was read that changes where it stands."""
    return [
        row
        for recommendation in recommendations
        for text in recommendation.texts
        for state in states_of(text)
        for row in _history(review, recommendation.number, text.part, state, answers)
    ]


def folds(answer: Answer) -> bool:
    """Whether the answer enters the fold: written by the State. Oral ones stand beside, other readings are compared."""
    return answer.source == "written" and answer.stage in STAGES


def contradictions(
    answers: Answers, recommendations: Sequence[Recommendation], file: str, files: Mapping[str, str] | None = None
) -> list[Issue]:
    """An Issue for each number that was answered twice and differently at one stage.

    file: name of the report. files: name of the file of each SHA-256; without it Issues name the report.
    """
    issues = []
    for recommendation in recommendations:
        pairs = (
            answers.rivals(recommendation.number, text.part, state, stage)
            for text in recommendation.texts
            for state in states_of(text)
            for stage in answers.stages()
        )
        rival = next(filter(None, pairs), None)
        if rival:
            first, second = rival
            place = Place(
                (files or {}).get(second.document, file),
                second.passage.page,
                recommendation.number,
                second.passage.words,
            )
            said = {"number": recommendation.number, "first": _said(first), "second": _said(second)}
            issues.append(issue("count.two_answers", place, said))
    return issues


def states_of(text: ListedText) -> tuple[str | None, ...]:
    """The States of a text, each once; (None,) for a collective one, which is counted once."""
    return tuple(dict.fromkeys(text.states)) or (None,)


def _history(review: ReviewName, number: str, part: int, state: str | None, answers: Answers) -> Iterable[Position]:
    before = None
    for stage in answers.stages():
        answer = answers.winning(number, part, state, stage)
        if answer is not None and answer is not before:
            yield Position(
                review,
                number,
                part,
                state,
                stage,
                answer.position,
                answer.as_written,
                answer.normalised,
                answer.document,
                answer.passage.page,
            )
        before = answer


def _covers(target: Target, part: int, state: str | None) -> bool:
    return target.part in (None, part) and target.state in (None, state)


def _nearness(answer: Answer) -> tuple[int, int]:
    """A revision before what it revises; then the text of one State before the text, the number, the review."""
    target = answer.target
    return answer.revision, (target.number is not None) + 2 * (target.part is not None) + 4 * (target.state is not None)


def _strength(ordered: Ordered) -> tuple[tuple[int, int], bool, str, int]:
    order, answer = ordered
    return _nearness(answer), answer.position != PENDING, answer.date or "", order


def _said(answer: Answer) -> str:
    words = {SUPPORTED: "supported", NOTED: "noted", PARTLY: "supported in part"}.get(answer.position, answer.position)
    return f"{words} (“{answer.as_written}”)" if answer.as_written else words
