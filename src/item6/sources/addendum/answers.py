"""The answers of the running text: what sentences, headings and the words under each number say, put together."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from item6.sources.addendum.degrees import degree
from item6.sources.addendum.mentions import find_mains, find_runs, first_number
from item6.sources.addendum.pairing import Statement, Unsaid
from item6.sources.addendum.prose import Prose
from item6.sources.addendum.replies import Reply, reply
from item6.sources.addendum.statements import read_statements
from item6.sources.addendum.units import Unit, find_units
from item6.sources.addendum.verdicts import of_heading
from item6.sources.context import Context, Range
from item6.terms.answers import POSITION_OF, Answer, Target
from item6.terms.issues import Issue, issue
from item6.terms.passages import Passage

_ACCEPTED = frozenset({"accepted", "accepted_implemented", "accepted_being_implemented"})
_CORRECTION = re.compile(
    r"\b(?:correct(?:ion|s|ed)?|corrigendum|should\s+(?:read|be)|erroneously|mistakenly)\b", re.IGNORECASE
)
_LONGEST_WORDS = 300
_SEVERAL = 2


@dataclass(slots=True)
class _Found:
    """What was found on one number: statements in order, those among the words on others, labels, class above it."""

    statements: list[Statement] = field(default_factory=list)
    beside: list[Statement] = field(default_factory=list)
    labels: list[Unit] = field(default_factory=list)
    heading: Statement | None = None


@dataclass
class _Collected:
    """All that was found, by number in printed order; what is spoken of without a class.

    listed: labels in order, those together between which nothing stands.
    """

    found: defaultdict[str, _Found] = field(default_factory=lambda: defaultdict(_Found))
    unsaid: list[Unsaid] = field(default_factory=list)
    listed: list[list[Unit]] = field(default_factory=lambda: [[]])


def read_answers(context: Context, prose: Prose, start: int) -> tuple[list[Answer], list[Issue]]:
    """The answers that the running text gives from `start` on, and Issues on numbers without one."""
    end = len(context.text)
    prose = replace(prose, mains=find_mains(prose.text, prose.lower, start, end))
    collected = _collect(prose, start, end)
    printed = _Printed(context, prose)
    _share(printed, collected)
    answers = [answer for number, entry in collected.found.items() for answer in _answers(printed, number, entry)]
    return answers, list(_remarks(context, collected, answers))


def _collect(prose: Prose, start: int, end: int) -> _Collected:
    collected = _Collected()
    heading: Statement | None = None
    last: Statement | None = None
    for unit in find_units(prose, start, end):
        if unit.kind == "heading":
            told = of_heading(" ".join(prose.text[unit.start : unit.end].split()), prose.language)
            here = Statement((), told, unit.start, unit.end, unit.start) if told else None
            # Two columns' heads stand one after the other: whose the numbers under them are cannot be told
            near = last is not None and not prose.text[last.end : unit.start].strip()
            last, heading = here, None if near and _differ(last, here) else here
        elif unit.run:
            for number in unit.run.numbers:
                entry = collected.found[number]
                entry.labels.append(unit)
                entry.heading = entry.heading or heading
            collected.listed[-1].append(unit)
            _beside(prose, unit, collected)
            continue
        else:
            heading = _of_paragraph(prose, unit, heading, collected)
        collected.listed.append([])
    return collected


def _differ(one: Statement | None, other: Statement | None) -> bool:
    return one is not None and other is not None and POSITION_OF[one.normalised] != POSITION_OF[other.normalised]


def _beside(prose: Prose, unit: Unit, collected: _Collected) -> None:
    """Statements among the words under a label: a last paragraph without a number of its own stands there too."""
    if first_number(prose, unit.start, unit.end) == unit.end:
        return
    own = set(unit.run.numbers) if unit.run else set()
    for told in read_statements(prose, unit.start, unit.end):
        if isinstance(told, Statement):
            for number in told.numbers:
                # "accepted recommendation No. 12 of its committee", where numbers have their paragraph
                if number not in own and not (unit.run and unit.run.dotted and "." not in number):
                    collected.found[number].beside.append(told)


def _of_paragraph(prose: Prose, unit: Unit, heading: Statement | None, collected: _Collected) -> Statement | None:
    """Takes a paragraph's statements into what is collected; the class that stands above what follows it.

    Numbers without a class of their own have that of the heading. A paragraph that ends with a colon is one.
    """
    for told in read_statements(prose, unit.start, unit.end):
        if isinstance(told, Statement):
            for number in told.numbers:
                collected.found[number].statements.append(told)
        elif told.numbers and told.normalised == "" and heading:
            for number in told.numbers:
                entry = collected.found[number]
                entry.heading = entry.heading or heading
        else:
            collected.unsaid.append(told)
    words = prose.text[unit.start : unit.end].rstrip()
    if not words.endswith(":"):
        return heading
    colon = len(words) - 1
    lead = max(max(words.rfind(mark, 0, colon) for mark in ".;:") + 1, colon - _LONGEST_LEAD)
    start = unit.start + lead
    if colon - lead < _SHORTEST_LEAD or next(find_runs(prose, start, unit.end), None):
        return heading
    told_class = of_heading(" ".join(words[lead:].split()), prose.language)
    return Statement((), told_class, start, unit.end, start) if told_class else heading


_SHORTEST_LEAD, _LONGEST_LEAD = 10, 400


@dataclass
class _Under:
    """What is said under a label: the answer and the explanation."""

    reply: Reply | None
    explanation: str
    prose: Prose
    label: Unit
    _degree: str = ""

    def degree(self) -> str:
        """How far an acceptance goes by it; a reply that is a sentence has told it already."""
        told, label = self.reply, self.label
        if told and not told.plain and told.start == label.start and told.normalised in _ACCEPTED:
            return told.normalised
        self._degree = self._degree or degree(self.prose, label.start, label.end)
        return self._degree


@dataclass(frozen=True, slots=True)
class _Printed:
    """Words, passages and what stands under labels, each made once: a list of a hundred numbers has one sentence."""

    context: Context
    prose: Prose
    _words: dict[Range, str] = field(default_factory=dict)
    _passages: dict[Range, Passage] = field(default_factory=dict)
    _told: dict[tuple[int, int, int, bool], tuple[str, Passage]] = field(default_factory=dict)
    _under: dict[int, _Under] = field(default_factory=dict)

    def words(self, place: Range) -> str:
        """The printed words of a range."""
        words = self._words.get(place)
        if words is None:
            words = self._words[place] = self.context.wording.printed(place)
        return words

    def told(self, statement: Statement) -> tuple[str, Passage]:
        """The State's words in a statement, and its passage.

        The words end with their sentence; an acceptance in part is told by what follows it too.
        """
        start, end, begins = statement.start, statement.end, statement.at
        partly = statement.normalised == "accepted_in_part"
        key = start, end, begins, partly
        told = self._told.get(key)
        if told is None:
            stop = end if partly else self.prose.sentence_end(begins, end)
            words = self.words((begins, stop)).rstrip(" .;:")[:_LONGEST_WORDS]
            told = self._told[key] = words, self._passage((start, end))
        return told

    def _passage(self, place: Range) -> Passage:
        passage = self._passages.get(place)
        if passage is None:
            context = self.context
            passage = Passage(context.symbol, context.sha256, context.body.locate(place), self.words(place))
            self._passages[place] = passage
        return passage

    def under(self, label: Unit) -> _Under:
        """What is said under a label."""
        under = self._under.get(label.start)
        if under is None:
            found = reply(self.prose, label.start, label.end)
            explanation = self.words((found.start if found else label.start, label.end))
            under = self._under[label.start] = _Under(found, explanation, self.prose, label)
        return under


def _share(printed: _Printed, collected: _Collected) -> None:
    """Gives a reply to "these recommendations" to those listed just before it that have none of their own."""
    for units in collected.listed:
        waiting: list[Unit] = []
        for unit in units:
            if (told := printed.under(unit).reply) is None:
                waiting.append(unit)
                continue
            if waiting and _THESE.search(printed.prose.text, unit.start, min(unit.end, told.at + _NEAR)):
                for number in (number for each in waiting if each.run for number in each.run.numbers):
                    collected.found[number].labels.insert(0, unit)
            waiting = []


_THESE = re.compile(
    r"\b(?:these|both|all\s+of\s+the|the\s+above|ces|les\s+deux|estas|ambas)\s+(?:\w+\s+)?recom(?:mend|mand|end)",
    re.IGNORECASE,
)
_NEAR = 120
"""Characters behind the words of a reply within which it says what it answers."""


def _answers(printed: _Printed, number: str, entry: _Found) -> Iterator[Answer]:
    """The answers to one number: each statement about it; else what is said under its label; else the heading."""
    context = printed.context
    under = printed.under(entry.labels[0]) if entry.labels else None
    explanation = under.explanation if under else ""
    for statement in _given(context.text, number, entry, under):
        words, passage = printed.told(statement)
        because = explanation or printed.words(statement.because)
        said = POSITION_OF[statement.normalised], words, statement.normalised, because
        # By place, for names cost a third more, and there are hundreds
        yield Answer(context.review, Target(number), *said, "addendum", context.sha256, 0, context.date, passage)


def _given(text: str, number: str, entry: _Found, under: _Under | None) -> list[Statement]:
    told = entry.statements or ([] if entry.labels or entry.heading else entry.beside)
    statements = told if len(told) < _SEVERAL else _uncontradicted(text, told)
    if under is None or under.reply is None:
        if statements:
            return [_refined(each, under) for each in statements] if under else statements
        if entry.heading is None or (under and _MARK.search(text, under.label.start - 1, under.label.end)):
            return []
        return [entry.heading]
    reply_, label = under.reply, under.label
    said = Statement((number,), reply_.normalised, label.start, label.end, reply_.at)
    if statements:
        refined = [_refined(each, under) for each in statements]
        conflict = reply_.plain and not _agree(reply_.normalised, [each.normalised for each in refined])
        return [*refined, said] if conflict else refined
    if entry.heading is None or reply_.plain:
        return [said]
    same = POSITION_OF[reply_.normalised] == POSITION_OF[entry.heading.normalised]
    partly = entry.heading.normalised in _ACCEPTED and reply_.normalised in _DEGREES
    return [said if same or partly else entry.heading]


_MARK = re.compile(r"\n\s*[xX×✓✔√☑☒\uf0fc](?=\s*\n|\s*$|\s+[A-ZÀ-Ý])")
"""A cross in a column of a printed table: of which class the column is, the words do not tell."""
_DEGREES = frozenset({"accepted_in_part", "accepted_in_principle"})


def _agree(normalised: str, others: list[str]) -> bool:
    return any(POSITION_OF[normalised] == POSITION_OF[other] for other in others) or normalised in _DEGREES


def _uncontradicted(text: str, statements: list[Statement]) -> list[Statement]:
    """The statements on one number, each class once: what is said of a part wins, and so does what corrects."""
    corrected = [each for each in statements if _CORRECTION.search(text, each.start, each.end)]
    parts = [each for each in statements if each.partly]
    chosen = corrected[-1:] or parts or statements
    return list({each.normalised: each for each in reversed(chosen)}.values())[::-1]


def _refined(statement: Statement, under: _Under) -> Statement:
    """An acceptance, with how far it goes as the words under the number say."""
    if statement.normalised not in _ACCEPTED:
        return statement
    found = under.reply.normalised if under.reply else ""
    told = found if found in _DEGREES else under.degree()
    return statement.of_class(told) if told != "accepted" else statement


def _remarks(context: Context, collected: _Collected, answers: list[Answer]) -> Iterator[Issue]:
    """Numbers that the document names and does not answer in words that item6 knows; answers without numbers."""
    answered = {answer.target.number for answer in answers}
    positions = {answer.position for answer in answers}
    unclear = {
        number: entry.labels[0].start
        for number, entry in collected.found.items()
        if entry.labels and number not in answered
    }
    for unsaid in collected.unsaid:
        for number in unsaid.numbers:
            if number not in answered:
                unclear.setdefault(number, unsaid.start)
    for number, start in unclear.items():
        yield issue("addendum.unclear", context.place(start, number), {"number": number})
    for unsaid in collected.unsaid:
        if not unsaid.numbers and POSITION_OF[unsaid.normalised] not in positions - {None}:
            words = context.wording.printed((unsaid.start, unsaid.end))[:200]
            yield issue("addendum.rest", context.place(unsaid.start, None, words), {"words": words})
