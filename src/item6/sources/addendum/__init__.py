"""Addenda: the State's answers to the recommendations, in a style of its own each time.

The steps, one module each, in the order the text moves:

    numbers (lists and ranges) -> classes (the State's words) -> units (headings, paragraphs, labels)
    -> statements (a class for a list of numbers) -> answers, each with its explanation

What a State says of a list in a sentence of its own wins over the heading above it; what it says under the number
itself adds how far an acceptance goes, and the explanation. What says nothing is no answer: nothing is guessed.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from item6.files.body import Body
from item6.sources.addendum.classes import LANGUAGES, degree
from item6.sources.addendum.numbers import find_runs
from item6.sources.addendum.statements import Statement, class_of_words, read_statements
from item6.sources.addendum.totals import read_totals
from item6.sources.addendum.units import Unit, find_mains, find_units
from item6.sources.context import Context
from item6.sources.furniture import strip_furniture
from item6.sources.opening import Opened
from item6.terms.answers import POSITION_OF, Answer, Target
from item6.terms.documents import Reading
from item6.terms.issues import Issue, Place, issue
from item6.terms.states import STATES

_ACCEPTED = frozenset({"accepted", "accepted_implemented", "accepted_being_implemented"})


def read_addendum(opened: Opened) -> Reading:
    """The answers of an opened addendum.

    Numbers are as the document prints them, normalised; bare ones ("17") stay bare. In languages other than English,
    French and Spanish numbers are read and classes left out, with an Issue.
    """
    document = opened.document
    if document.review is None:
        return Reading(document, issues=(issue("addendum.no_review", Place(document.file)),))
    running, _ = strip_furniture(opened.body)
    names = frozenset(STATES[document.review.state].right_names)
    context = Context(running, document.file, document.sha256, document.symbol, document.date, document.review, names)
    start = masthead_end(running)
    answers, issues = _read_answers(context, start, document.language)
    totals = tuple(read_totals(context, start, len(context.text)))
    if not answers:
        issues = [*issues, issue("addendum.no_answers", Place(document.file))]
    if document.language not in LANGUAGES:
        issues = [*issues, issue("addendum.language", Place(document.file), {"language": document.language})]
    return Reading(document, answers=tuple(answers), totals=totals, issues=tuple(issues))


def masthead_end(body: Body) -> int:
    """Offset of the first character after the first page, where the answers begin; 0 where there is one page only."""
    first = body.lines[0].unit if body.lines and body.pages is not None else None
    after = [i for i, line in enumerate(body.lines) if first is not None and line.unit > max(first, 1)]
    return body.starts[after[0]] if after else 0


@dataclass
class _Found:
    """What was found on one number: statements in order, explanation, class under the label, class of the heading."""

    statements: list[Statement] = field(default_factory=list)
    labels: list[Unit] = field(default_factory=list)
    heading: Statement | None = None


def _read_answers(context: Context, start: int, language: str) -> tuple[list[Answer], list[Issue]]:
    text, end = context.text, len(context.text)
    mains = find_mains(text, start, end)
    units = find_units(text, start, end, mains, language)
    found: dict[str, _Found] = {}
    heading: Unit | None = None
    for unit in units:
        if unit.kind == "heading":
            heading = unit
        elif unit.run:
            for number in unit.run.numbers:
                entry = found.setdefault(number, _Found())
                entry.labels.append(unit)
                entry.heading = entry.heading or _of_heading(text, heading, number, language)
        else:
            for statement in read_statements(text, unit.start, unit.end, mains, language):
                for number in statement.numbers:
                    found.setdefault(number, _Found()).statements.append(statement)
            _bare_lists(text, unit, heading, mains, language, found)
    issues = list(_remarks(context, found, language))
    return [answer for number, entry in found.items() for answer in _answers(context, number, entry, language)], issues


def _bare_lists(
    text: str, unit: Unit, heading: Unit | None, mains: frozenset[str], language: str, found: dict[str, _Found]
) -> None:
    """Numbers of a paragraph without any class of its own, under a heading that states one."""
    if heading is None or next(read_statements(text, unit.start, unit.end, mains, language), None):
        return
    for run in find_runs(text, unit.start, unit.end, mains):
        for number in run.numbers:
            entry = found.setdefault(number, _Found())
            entry.heading = entry.heading or _of_heading(text, heading, number, language)


def _of_heading(text: str, heading: Unit | None, number: str, language: str) -> Statement | None:
    """The class that the heading above gives to a number."""
    told = class_of_words(text, heading.start, heading.end, language) if heading else None
    return Statement((number,), told[0], heading.start, heading.end, told[1]) if heading and told else None


def _answers(context: Context, number: str, entry: _Found, language: str) -> Iterator[Answer]:
    """The answers to one number: each statement about it; else what is said under its label; else the heading."""
    label = entry.labels[0] if entry.labels else None
    under = class_of_words(context.text, label.start, label.end, language) if label else None
    explanation = context.wording.printed((label.start, label.end)) if label else ""
    given = entry.statements
    if not given and label and under:
        given = [Statement((number,), under[0], label.start, label.end, under[1])]
        if entry.heading and under[0] == "noted" and entry.heading.normalised in _ACCEPTED:
            given = [entry.heading]
    elif not given and entry.heading:
        given = [entry.heading]
    for statement in given:
        refined = _refined(context, statement, label)
        yield _answer(context, number, refined, explanation)


def _refined(context: Context, statement: Statement, label: Unit | None) -> Statement:
    """An acceptance, with how far it goes as the words under the number say."""
    if label is None or statement.normalised not in _ACCEPTED:
        return statement
    told = degree(context.text, label.start, label.end)
    return replace(statement, normalised=told) if told != "accepted" else statement


def _answer(context: Context, number: str, statement: Statement, explanation: str) -> Answer:
    words = context.wording.printed((statement.at, statement.end)).rstrip(" .;:")
    return Answer(
        review=context.review,
        target=Target(number),
        position=POSITION_OF[statement.normalised],
        as_written=words[:300],
        normalised=statement.normalised,
        explanation=explanation,
        stage="addendum",
        document=context.sha256,
        revision=0,
        date=context.date,
        passage=context.passage((statement.start, statement.end)),
    )


def _remarks(context: Context, found: dict[str, _Found], language: str) -> Iterator[Issue]:
    """Numbers that the document names and does not answer in words that item6 knows."""
    for number, entry in found.items():
        label = entry.labels[0] if entry.labels else None
        if entry.statements or entry.heading or label is None:
            continue
        if class_of_words(context.text, label.start, label.end, language) is None:
            yield issue("addendum.unclear", context.place(label.start, number), {"number": number})
