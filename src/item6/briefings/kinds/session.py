"""Session statistics: what the reviews of one session of the Working Group received, and how it was answered."""

from __future__ import annotations

from collections.abc import Sequence

from item6.briefings.asked import Asked, Kind
from item6.briefings.document import Block, Column, Document, Heading, Paragraph, Runs, Table, Text
from item6.briefings.parts.topics import said_of
from item6.briefings.phrases import joined, number, of_unit, say, words
from item6.briefings.subject import BOTH, Subject, month_of
from item6.measures.figures import Measured
from item6.measures.filters import Filter, Term
from item6.measures.groups import grouped
from item6.measures.scope import Scope
from item6.measures.wording import UNIT_NAMES
from item6.terms.calendar import SESSIONS, cycle_of_session
from item6.terms.figures import Figure
from item6.terms.states import name_of

_TOP = 15
_PAIRS = BOTH[1]


class Whole:
    """All reviews of one session that the record holds, each as far as its answers are known."""

    def __init__(self, asked: Asked) -> None:
        self.record, self.stage = asked.record, asked.stage
        self.session = asked.session
        self.filter = Filter((Term("session", (str(asked.session),)),))
        reviews = [row.name for row in asked.record.reviews() if row.session == asked.session]
        self.subjects = [Subject(asked.record, name, asked.stage) for name in reviews]

    def measured(self, unit: str = "numbers", key: str = "", value: str = "") -> Measured:
        """The figures of the session, or of what has this value of a key."""
        asked = self.filter.with_(key, value) if key else self.filter
        return Measured(self.record, Scope(asked, unit, self.stage))

    @property
    def answered(self) -> list[Subject]:
        """Reviews of which any answer is known."""
        return [each for each in self.subjects if not each.is_pending]

    @property
    def is_pending(self) -> bool:
        """Whether no answer to anything is known."""
        return not self.answered


def session_statistics(asked: Asked) -> Document:
    """Totals, a table of reviews, issues, strength, and the most active States; of session asked.session."""
    whole = Whole(asked)
    blocks = _blocks(whole) if whole.subjects else [Paragraph(say("session.empty", session=str(whole.session)), "lead")]
    return Document(
        kind="session",
        title=words("session.title", session=str(whole.session)),
        subtitle=_subtitle(whole.session),
        review="",
        record=asked.record.hash,
        blocks=tuple(blocks),
        sources=tuple(source for each in whole.subjects for source in each.sources),
    )


def _subtitle(session: int) -> str:
    known = SESSIONS.get(session)
    cycle = str(cycle_of_session(session) or "")
    if known is None:
        return words("session.subtitle_undated", cycle=cycle) if cycle else ""
    return words("session.subtitle", cycle=cycle, month=month_of(known.begins))


def _blocks(whole: Whole) -> list[Block]:
    numbers, pairs = whole.measured(), whole.measured(_PAIRS)
    blocks: list[Block] = [Paragraph(_lead(whole, numbers, pairs), "lead"), Paragraph(say("session.partial"), "small")]
    blocks += [_reviews(whole, numbers)]
    blocks += _issues(whole)
    blocks += _specific(whole, numbers)
    blocks += _states(whole, pairs)
    return blocks


def _lead(whole: Whole, numbers: Measured, pairs: Measured) -> Runs:
    reviews = numbers.figure("reviews")
    received = numbers.figure("received")
    told = say(
        "session.received", count=reviews, session=str(whole.session), received=of_unit(received),
        pairs=of_unit(pairs.figure("received")),
        states=say("states.counted", count=numbers.figure("recommending_states")),
    )  # fmt: skip
    if numbers.is_pending:
        return joined(*told, *say("session.pending"))
    pending = numbers.figure("pending")
    told = joined(
        *told, *say("session.answered", supported=numbers.figure("supported"), share=numbers.figure("supported_share"),
                    noted=numbers.figure("noted"), noted_share=numbers.figure("noted_share")),
    )  # fmt: skip
    return joined(*told, *say("session.some_pending", count=pending)) if pending.numerator else told


def _reviews(whole: Whole, numbers: Measured) -> Table:
    """A row for each review, then all."""
    shown = () if whole.is_pending else _positions(numbers)
    columns = (
        Column(words("session.review"), width=2.6),
        Column(words("column.received"), True, 1.1),
        Column(words("column.pairs"), True, 1.1),
        *(Column(words(f"column.{name}"), True, 1.1) for name in shown),
        Column(words("cycles.stage"), width=2.4),
    )
    rows: list[tuple[Runs, ...]] = []
    for each in whole.subjects:
        figures = [each.sure("received"), each.sure("received", _PAIRS)]
        figures += [each.sure(name) for name in shown]
        stage = words("position.pending") if each.is_pending else each.stage_words
        rows.append(((Text(each.state),), *map(_cell, figures), (Text(stage, "quiet"),)))
    pairs = whole.measured(_PAIRS)
    figures = [numbers.figure("received"), pairs.figure("received")]
    figures += [numbers.figure(name) for name in shown]
    if len(whole.subjects) > 1:
        rows.append(((Text(words("session.all"), "strong"),), *map(_cell, figures), ()))
    return Table(
        words("session.reviews", session=str(whole.session)), columns, tuple(rows), _note(whole, "numbers", _PAIRS)
    )


def _cell(figure: Figure) -> Runs:
    return (number(figure) if figure.value is not None else Text("–"),)


def _positions(measured: Measured) -> tuple[str, ...]:
    always = ("supported", "supported_share", "noted", "noted_share")
    names = ("supported", "supported_share", "in_part", "noted", "noted_share", "pending")
    return tuple(name for name in names if name in always or measured.figure(name).numerator)


def _issues(whole: Whole) -> list[Block]:
    """The most frequent issues of the session."""
    groups = said_of(whole.measured().places, "issue")
    if not groups:
        return []
    return [Heading(words("session.issues")), _table(whole, "issue", [each.value for each in groups[:_TOP]], "numbers")]


def _specific(whole: Whole, numbers: Measured) -> list[Block]:
    """The share of specific recommendations, and how they are answered."""
    count = numbers.figure("specific")
    if not count.numerator:
        return []
    told = say("strength.lead", count=count, received=of_unit(numbers.figure("received")),
               share=numbers.figure("specific_share"))  # fmt: skip
    blocks: list[Block] = [Heading(words("session.specific")), Paragraph(told)]
    if len(whole.subjects) > 1:
        columns = (
            Column(words("session.review"), width=3.0),
            Column(words("session.specific_count"), True),
            Column(words("session.specific_share"), True),
        )
        rows = tuple(
            ((Text(each.state),), (number(each.sure("specific")),), (number(each.sure("specific_share")),))
            for each in whole.subjects
        )
        blocks.append(Table(words("session.specific_caption"), columns, rows, _note(whole, "numbers")))
    return [*blocks, Paragraph(say("strength.how"), "small")]


def _states(whole: Whole, pairs: Measured) -> list[Block]:
    """The most active recommending States."""
    groups = grouped(pairs.places, "by", ())
    if not groups:
        return []
    found = sorted(groups, key=lambda each: (-each.received, name_of(each.value)))[:_TOP]
    return [Heading(words("session.states")), _table(whole, "by", [each.value for each in found], _PAIRS)]


def _table(whole: Whole, key: str, values: Sequence[str], unit: str) -> Table:
    shown = () if whole.is_pending else ("supported", "supported_share", "noted")
    columns = (
        Column(words("issues.column" if key == "issue" else "states.column"), width=3.0),
        Column(words("column.received" if key == "issue" else "states.made"), True),
        *(Column(words(f"column.{name}"), True) for name in shown),
    )
    rows: list[tuple[Runs, ...]] = []
    for value in values:
        measured = whole.measured(unit, key, value)
        cells = [_cell(measured.figure(name)) for name in ("received", *shown)]
        rows.append(((Text(name_of(value) if key == "by" else value),), *cells))
    return Table(words(f"session.caption_{key}"), columns, tuple(rows), _note(whole, unit))


def _note(whole: Whole, *units: str) -> str:
    names = words("list.both", one=UNIT_NAMES[units[0]][1], other=UNIT_NAMES[units[1]][1]) if units[1:] else (
        UNIT_NAMES[units[0]][1]
    )  # fmt: skip
    return words("session.note", units=names, record=whole.record.hash[:12])


SESSION = Kind("session", "Session statistics", ("session",), session_statistics)
