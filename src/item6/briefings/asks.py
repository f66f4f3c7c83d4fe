"""What was asked: each text of a review with its States, its labels, the answer to it and where both stand."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from item6.briefings.document import Entry, Runs, Source, Text
from item6.briefings.phrases import say, words
from item6.briefings.subject import Subject, named
from item6.measures.filters import Filter
from item6.measures.members import columns_of_members
from item6.record.rows import TextRow
from item6.terms.answers import NOTED, PARTLY, PENDING, STAGES, SUPPORTED, Answer
from item6.terms.labels import ISSUE
from item6.terms.names import ReviewName
from item6.terms.recommendations import fingerprint

SPECIFIC = 5
"""UPR Info's action category of asks that name what is to be done."""

OPEN_FIRST = (NOTED, PARTLY, PENDING, SUPPORTED)
"""Positions in the order in which an ask is worth repeating."""


@dataclass(frozen=True, slots=True)
class Ask:
    """One text. states: ISO3. position: of its States together. said: class of the State's words, or empty.

    action: 1 to 5, 0 where not known. issues: each with our confidence per mille. symbol, page: where it is printed.
    answered_in: symbol of the document that gives the answer, and its page; empty where none does.
    """

    review: ReviewName
    number: str
    part: int
    text: str
    states: tuple[str, ...]
    position: str
    said: str
    action: int
    issues: Mapping[str, int]
    symbol: str
    page: int | None
    answered_in: str
    answered_on: int | None

    @property
    def name(self) -> str:
        """`CHN-3#28.212`: of its number."""
        return f"{self.review}#{self.number}"

    @property
    def source(self) -> Source:
        """`A/HRC/43/15, para. 121.1, page 11`."""
        key = "source.page" if self.page else "source.paragraph"
        return Source(words(key, symbol=self.symbol, number=self.number, page=str(self.page or "")), self.name)

    @property
    def answer(self) -> Runs:
        """Where it stands: `noted`, with what the State says of it where that is more."""
        return answer_runs(self.position, self.said)


def answer_runs(position: str, said: str = "") -> Runs:
    """`supported`, or `noted: rejected in the State's words`. said: class of the State's words."""
    found: Runs = (Text(words(f"position.{position.replace('/', '_')}"), "strong"),)
    return (*found, *say(f"said.{said}")) if said in _SAYING_MORE else found


_SAYING_MORE = (
    "accepted_being_implemented", "accepted_implemented", "accepted_in_principle", "rejected", "disputed",
)  # fmt: skip
"""Classes of a State's words that say more than the position."""


def asks_of(subject: Subject, within: Filter | None = None) -> list[Ask]:
    """The texts that a filter selects of a review, as they stand at the subject's stage, in the order of numbers."""
    if subject.row is None:
        return []
    found = columns_of_members(subject.record, subject.scope("texts", within))
    stands, labels = _stands(subject), _issues(subject)
    made = []
    for at, number in enumerate(found["number"]):
        part = found["part"][at]
        row = stands.get((number, part))
        answered = row is not None and not subject.is_read_by_others
        made.append(
            Ask(
                subject.name,
                number,
                part or 1,
                found["text"][at],
                row.states if row else tuple(found["by"][at]),
                found["position"][at] or PENDING,
                found["as_written"][at] or "",
                max(map(int, found["action"][at]), default=0),
                labels.get((number, part), dict.fromkeys(found["issue"][at], 0)),
                found["document"][at] or "",
                found["page"][at],
                subject.called(row.position_document) if row and answered else "",
                row.position_page if row and answered else None,
            )
        )
    return made


def _stands(subject: Subject) -> dict[tuple[str, int], TextRow]:
    stage = subject.stage if subject.stage in STAGES else STAGES[-1]
    listed = subject.record.recommendations(subject.name, stage)
    return {(text.number, text.part): text for row in listed for text in row.texts}


def _issues(subject: Subject) -> dict[tuple[str, int], dict[str, int]]:
    found: dict[tuple[str, int], dict[str, int]] = defaultdict(dict)
    for each in subject.record.annotations(subject.name):
        if each.kind == ISSUE and each.asserted:
            found[each.number, each.part][each.value] = each.confidence
    return found


@dataclass(frozen=True, slots=True)
class Joint:
    """The same ask under several numbers: words that differ in case and punctuation alone. asks: in printed order."""

    asks: tuple[Ask, ...]

    @property
    def first(self) -> Ask:
        """The one that is printed first."""
        return self.asks[0]

    @property
    def numbers(self) -> str:
        """`121.1, 121.4`."""
        return ", ".join(dict.fromkeys(ask.number for ask in self.asks))

    @property
    def states(self) -> tuple[str, ...]:
        """All States that asked it, each once."""
        return tuple(dict.fromkeys(state for ask in self.asks for state in ask.states))

    @property
    def position(self) -> str:
        """Where it stands; in part where its numbers differ."""
        found = {ask.position for ask in self.asks}
        return found.pop() if len(found) == 1 else PARTLY

    @property
    def answer(self) -> Runs:
        """Where it stands, in words."""
        said = {ask.said for ask in self.asks}
        return answer_runs(self.position, said.pop() if len(said) == 1 else "")

    def entry(self) -> Entry:
        """In full, as a block."""
        return Entry(self.numbers, self.first.text, named(self.states), self.answer, self.first.source)


def joint(asks: Iterable[Ask]) -> list[Joint]:
    """Asks with those of the same words brought together, in the order of their first numbers."""
    found: dict[str, list[Ask]] = defaultdict(list)
    for ask in asks:
        found[fingerprint(ask.text)].append(ask)
    return [Joint(tuple(group)) for group in found.values()]


def strongest(asks: Sequence[Joint], theme: Filter | None = None) -> list[Joint]:
    """The most specific first; of these the nearest to the theme, those not supported, and those of most States.

    Nearest is what our labels are surest of, and what asks of nothing else beside.
    """
    wanted = theme.values(ISSUE) if theme else ()

    def key(each: Joint) -> tuple[int, int, int, int, int]:
        ask = each.first
        sure = max((ask.issues.get(issue, 0) for issue in wanted), default=0) // 100
        return -ask.action, -sure, OPEN_FIRST.index(each.position), len(ask.issues), -len(each.states)

    return sorted(asks, key=key)


def varied(asks: Iterable[Joint], most: int) -> list[Joint]:
    """The first of them that differ in most of their words from those taken before, so that none is said twice."""
    found: list[Joint] = []
    held: list[set[str]] = []
    for each in asks:
        said = {word for word in re.findall(r"\w+", each.first.text.casefold()) if len(word) > 3}
        if all(len(said & other) * 2 <= len(said | other) for other in held):
            found.append(each)
            held.append(said)
        if len(found) == most:
            break
    return found


@dataclass(frozen=True, slots=True)
class Reason:
    """What a State says about its answer to some numbers. symbol, page: where it says so."""

    numbers: tuple[str, ...]
    position: str
    words: str
    symbol: str
    page: int | None
    review: ReviewName

    @property
    def source(self) -> Source:
        """`A/HRC/43/15/Add.1, page 3`."""
        key = "source.document_page" if self.page else "source.document"
        said = words(key, symbol=self.symbol, page=str(self.page or ""))
        return Source(said, f"{self.review}#{self.numbers[0]}")


def reasons_of(subject: Subject) -> list[Reason]:
    """The State's written explanations in force, those of several numbers once, in the order of the numbers."""
    if subject.row is None or subject.stage not in STAGES:
        return []
    listed = [row.number for row in subject.record.recommendations(subject.name)]
    order = {number: at for at, number in enumerate(listed)}
    up_to = STAGES[: STAGES.index(subject.stage) + 1]
    last: dict[str, list[Answer]] = defaultdict(list)
    for answer in subject.record.answers(subject.name):
        number = answer.target.number
        if answer.source != "written" or answer.stage not in up_to or answer.document not in subject.documents:
            continue
        if answer.explanation and number in order:
            held = last[number]
            if held and held[0].stage != answer.stage:
                held.clear()
            held.append(answer)
    found: dict[tuple[str, str], list[str]] = defaultdict(list)
    first: dict[tuple[str, str], Answer] = {}
    for number in sorted(last, key=order.__getitem__):
        for answer in last[number]:
            key = answer.position, answer.explanation
            first.setdefault(key, answer)
            if number not in found[key]:
                found[key].append(number)
    return [
        Reason(
            tuple(numbers), position, explanation, subject.called(first[position, explanation].document),
            first[position, explanation].passage.page, subject.name,
        )
        for (position, explanation), numbers in found.items()
    ]  # fmt: skip


def numbers_in_words(numbers: Sequence[str], subject: Subject) -> str:
    """`121.1, 121.4–121.9`: runs of neighbours in the list brought together."""
    listed = [row.number for row in subject.record.recommendations(subject.name)]
    at = {number: place for place, number in enumerate(listed)}
    runs: list[list[str]] = []
    for number in sorted(numbers, key=at.__getitem__):
        if runs and at[runs[-1][-1]] + 1 == at[number]:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(f"{run[0]}–{run[-1]}" if len(run) > 2 else ", ".join(run) for run in runs)


def shortened(text: str, most: int) -> str:
    """Words as they stand, or their whole sentences up to about so many signs, with `[…]` for what is left out."""
    if len(text) <= most:
        return text
    end = max(text.rfind(f"{sign} ", 0, most) for sign in ".;?!")
    return f"{text[: end + 1]} […]" if end > most // 3 else f"{text[: text.rfind(' ', 0, most)]} […]"


def of_position(reasons: Sequence[Reason], *positions: str) -> list[Reason]:
    """Those about answers of these positions."""
    return [each for each in reasons if each.position in positions]
