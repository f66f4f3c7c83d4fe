"""Addenda: the State's answers to the recommendations, in a style of its own each time.

The steps, one module each, in the order the text moves:

    prose (the text, searched once: stems, openings) -> numbers (lists and ranges) -> mentions (lists that are
    recommendations) -> vocabulary, classes (the State's words) -> degrees (how far an acceptance goes) -> pairing,
    statements (a class for a list of numbers) -> verdicts (words in cells and headings) -> headings, units (headings,
    paragraphs, labels) -> replies (under a number) -> tables -> answers, each with its explanation

A pattern is tried only where a word stands without which it cannot match (stems), and a line is looked at only where
an answer or a heading may begin (openings, headings): patterns are dear, and most sentences say no class.

What a State says of a list in a sentence of its own wins over the heading above it; what it says under the number
itself adds how far an acceptance goes, and the explanation. What says nothing is no answer: nothing is guessed.
"""

from __future__ import annotations

from item6.files.body import Body
from item6.sources.addendum.answers import read_answers
from item6.sources.addendum.mentions import named_numbers
from item6.sources.addendum.prose import Prose
from item6.sources.addendum.tables import TableAnswer, read_table_answers, without_tables
from item6.sources.addendum.totals import read_totals
from item6.sources.addendum.vocabulary import LANGUAGES
from item6.sources.context import Context
from item6.sources.furniture import strip_furniture
from item6.sources.opening import Opened
from item6.terms.answers import POSITION_OF, Answer, Target
from item6.terms.documents import Reading
from item6.terms.issues import Issue, Place, issue
from item6.terms.states import STATES


def read_addendum(opened: Opened) -> Reading:
    """The answers of an opened addendum.

    Numbers are as the document prints them, normalised; bare ones ("17") stay bare. In languages other than English,
    French and Spanish no answer is read: an Issue lists the numbers that are named.
    """
    document = opened.document
    if document.review is None:
        return Reading(document, issues=(issue("addendum.no_review", Place(document.file)),))
    in_tables, tables = read_table_answers(opened.data, document.format, document.language)
    running, _ = strip_furniture(without_tables(opened.body, tables))
    names = frozenset(STATES[document.review.state].right_names)
    context = Context(running, document.file, document.sha256, document.symbol, document.date, document.review, names)
    start = masthead_end(running)
    prose = Prose(context.text, document.language, lower=context.wording.lower)
    totals = tuple(read_totals(context, prose.lower, start, len(context.text)))
    if document.language not in LANGUAGES:
        return Reading(document, totals=totals, issues=(_of_language(context, start, document.language),))
    answers, issues = read_answers(context, prose, start)
    told = {each.number for each in in_tables}
    answers = [*(answer for answer in answers if answer.target.number not in told), *_of_tables(context, in_tables)]
    issues = [each for each in issues if each.place.number not in told]
    if not answers:
        issues.append(issue("addendum.no_answers", Place(document.file)))
    return Reading(document, answers=tuple(answers), totals=totals, issues=tuple(issues))


def masthead_end(body: Body) -> int:
    """Offset of the first character after the first page, where the answers begin; 0 where there is one page only."""
    if not body.lines or body.pages is None:
        return 0
    first = max(body.lines[0].unit, 1)
    return next((start for start, line in zip(body.starts, body.lines, strict=True) if line.unit > first), 0)


def _of_language(context: Context, start: int, language: str) -> Issue:
    numbers = named_numbers(context.text, start, len(context.text))
    place = context.place(start) if context.text else Place(context.file)
    said = f"numbers named: {', '.join(numbers)}" if numbers else "no numbers found"
    return issue("addendum.language", place, {"language": _NAMES.get(language, language), "numbers": said})


_NAMES = {"ru": "Russian", "zh": "Chinese", "ar": "Arabic"}


def _of_tables(context: Context, found: tuple[TableAnswer, ...]) -> list[Answer]:
    return [
        Answer(
            review=context.review,
            target=Target(told.number),
            position=POSITION_OF[told.normalised],
            as_written=told.as_written,
            normalised=told.normalised,
            explanation=told.explanation,
            stage="addendum",
            document=context.sha256,
            revision=0,
            date=context.date,
            passage=told.passage(context.symbol, context.sha256),
        )
        for told in found
    ]
