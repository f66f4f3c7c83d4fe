"""Charts of briefings: each says one thing, and brings its table and its words."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from fractions import Fraction

from item6.briefings.document import Column, Picture, Runs, Table, Text
from item6.briefings.phrases import number, words
from item6.briefings.subject import Subject
from item6.charts.bars import Row
from item6.charts.ledgers import ACTIONS, diverging, ledger, strength
from item6.charts.slopes import slope
from item6.charts.standing import standing
from item6.charts.tiles import tiles_of_recommending
from item6.charts.timelines import Event, timeline
from item6.measures.filters import Filter, Term
from item6.measures.wording import UNIT_NAMES, percent
from item6.terms.answers import NOTED, PARTLY, PENDING, SUPPORTED
from item6.terms.calendar import SESSIONS
from item6.terms.figures import Figure
from item6.terms.states import name_of

MEASURE_OF = {SUPPORTED: "supported", PARTLY: "in_part", NOTED: "noted", PENDING: "pending"}
"""The measure that counts each position."""

Counted = Mapping[str, Figure]
"""Figures by position."""


def positions_of(subject: Subject, unit: str = "numbers", within: Filter | None = None) -> dict[str, Figure]:
    """How many stand where."""
    return {position: subject.sure(name, unit, within) for position, name in MEASURE_OF.items()}


def outcome_picture(subject: Subject) -> Picture:
    """Both units as bars of answers."""
    rows = [(UNIT_NAMES[unit][1], positions_of(subject, unit)) for unit in ("numbers", "state_recommendations")]
    caption = words("outcome.picture", title=subject.title)
    return _of_rows(subject, "outcome", ledger, rows, caption, words("outcome.unit"))


def issues_picture(subject: Subject, rows: Sequence[tuple[str, Counted]]) -> Picture:
    """Issues around a line: noted to the left, supported to the right."""
    caption = words("issues.picture", title=subject.title)
    return _of_rows(subject, "issues", diverging, rows, caption, words("issues.column"), "numbers")


def strength_picture(subject: Subject, counted: Mapping[int, Counted]) -> Picture:
    """Answers by the strength of what was asked."""
    caption = words("strength.picture", title=subject.title)
    rows = [(ACTIONS[action], figures) for action, figures in counted.items()]
    counts = {action: _counts(figures) for action, figures in counted.items()}
    table = _table(rows, caption, words("strength.column"), _note(subject, "numbers"))
    svg = strength(counts, _told(rows))
    return _picture(subject, "strength", svg, caption, table, _told(rows))


def states_picture(subject: Subject, made: Mapping[str, Figure]) -> Picture:
    """Recommending States as tiles. made: figures by ISO3, most first."""
    counts = {code: figure.numerator for code, figure in made.items()}
    caption = words("states.picture", title=subject.title)
    columns = (Column(words("states.column"), width=3.0), Column(words("states.made"), True))
    rows = tuple(((Text(name_of(code)),), (number(figure),)) for code, figure in made.items())
    table = Table(caption, columns, rows, _note(subject, "state_recommendations"))
    told = words("states.alternative", states=str(len(counts)), most=", ".join(
        f"{name_of(code)} {count}" for code, count in list(counts.items())[:5]
    ))  # fmt: skip
    svg = tiles_of_recommending(counts, told, under_review=subject.name.state)
    return _picture(subject, "states", svg, caption, table, told, words("states.borders"))


def slope_picture(subjects: Sequence[Subject]) -> Picture | None:
    """The share not supported from review to review; None where fewer than two are known."""
    found = [(each, share) for each in subjects if (share := each.figure("not_supported_share")) is not None]
    known = [(each, share) for each, share in found if share.value is not None]
    if len(known) < 2:
        return None
    last = subjects[-1]
    caption = words("cycles.picture", state=last.state)
    columns = (Column(words("cycles.column"), width=2.0), Column(words("cycles.refused"), True))
    rows: tuple[tuple[Runs, ...], ...] = tuple(((Text(each.cycle_words),), (number(share),)) for each, share in known)
    told = ", ".join(f"{each.cycle_words}: {percent(share.value)}" for each, share in known)
    points = [(str(each.year or each.name), Fraction(share.value or 0), percent(share.value)) for each, share in known]
    table = Table(caption, columns, rows, words("cycles.note", record=last.record.hash[:12]))
    svg = standing(slope(points, told, width=480))
    return Picture(f"{last.name}-cycles", svg, caption, told, table)


def timeline_picture(subject: Subject) -> Picture | None:
    """The review, its documents and their dates; None where nothing but the review is dated."""
    events = _events(subject)
    if len([event for event in events if event.on]) < 2:
        return None
    caption = words("timeline.picture", title=subject.title)
    columns = (Column(words("timeline.what"), width=2.5), Column(words("timeline.when")))
    rows = tuple(
        ((Text(", ".join((each.words, *each.details))),), (Text(each.on.isoformat() if each.on else ""),))
        for each in events
    )
    told = "; ".join(f"{each.words} {each.on or ''}".strip() for each in events)
    svg = standing(timeline(events, told))
    return Picture(f"{subject.name}-timeline", svg, caption, told, Table(caption, columns, rows))


def _events(subject: Subject) -> list[Event]:
    """What is known to have happened, in order."""
    session = SESSIONS.get(subject.row.session) if subject.row and subject.row.session else None
    events = []
    if session is not None:
        detail = words("timeline.session", session=str(session.number))
        events.append(Event("review", words("timeline.review"), date.fromisoformat(session.begins), (detail,)))
    for stage, family in (("report", "wg_report"), ("addendum", "addendum"), ("adoption", "decision")):
        for each in subject.documents.values():
            if each.family == family and not each.draft:
                on = date.fromisoformat(each.date) if each.date else None
                events.append(Event(stage, words(f"timeline.{stage}"), on, (each.symbol or each.file,)))
    if not any(event.stage == "addendum" for event in events) and subject.is_pending:
        events.append(Event("addendum", words("timeline.awaited"), None, (), True))
    return events


def _counts(figures: Counted) -> dict[str, int]:
    return {position: figure.numerator for position, figure in figures.items()}


def _told(rows: Sequence[tuple[str, Counted]]) -> str:
    """The rows in words, zeros left out."""
    return "; ".join(
        f"{label}: " + (", ".join(
            f"{figure.numerator} {words(f'told.{MEASURE_OF[position]}')}"
            for position, figure in figures.items() if figure.numerator
        ) or words("told.nothing"))
        for label, figures in rows
    )  # fmt: skip


def _table(rows: Sequence[tuple[str, Counted]], caption: str, column: str, note: str) -> Table:
    shown = [
        position for position in MEASURE_OF
        if position in (SUPPORTED, NOTED) or any(figures[position].numerator for _, figures in rows)
    ]  # fmt: skip
    columns = (Column(column, width=3.0), *(Column(words(f"column.{MEASURE_OF[each]}"), True) for each in shown))
    made: list[tuple[Runs, ...]] = []
    for label, figures in rows:
        made.append(((Text(label),), *((number(figures[each]),) for each in shown)))
    return Table(caption, columns, tuple(made), note)


def _of_rows(
    subject: Subject,
    name: str,
    draw: Callable[[Sequence[Row], str], str],
    rows: Sequence[tuple[str, Counted]],
    caption: str,
    column: str,
    unit: str = "",
) -> Picture:
    """A picture whose rows are counted in a unit, or each in its own where none is named."""
    note = _note(subject, unit) if unit else words("note.units", stage=subject.stage_words, record=_short(subject))
    table = _table(rows, caption, column, note)
    svg = draw([Row(label, _counts(figures)) for label, figures in rows], _told(rows))
    return _picture(subject, name, svg, caption, table, _told(rows))


def _picture(subject: Subject, name: str, svg: str, caption: str, table: Table, told: str, *remarks: str) -> Picture:
    return Picture(f"{subject.name}-{name}", standing(svg, remarks=remarks), caption, told, table)


def _note(subject: Subject, unit: str) -> str:
    return words("note.counted", units=UNIT_NAMES[unit][1], stage=subject.stage_words, record=_short(subject))


def _short(subject: Subject) -> str:
    return subject.record.hash[:12]


def within(key: str, *values: str) -> Filter:
    """A filter of one key."""
    return Filter((Term(key, values),))
