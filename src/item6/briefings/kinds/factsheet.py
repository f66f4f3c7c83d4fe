"""Factsheet on one theme, one page and two at most: what was asked, what was answered, what to ask next."""

from __future__ import annotations

from collections.abc import Sequence

from item6.briefings.asked import Asked, Kind
from item6.briefings.asks import SPECIFIC, Joint, asks_of, joint, shortened, strongest, varied
from item6.briefings.document import (
    Block,
    Bullets,
    Column,
    Document,
    Heading,
    Paragraph,
    Runs,
    Source,
    Space,
    Table,
    Text,
)
from item6.briefings.kinds.review_briefing import known
from item6.briefings.parts.outcome import outcome_table
from item6.briefings.phrases import in_a_row, number, of_unit, say, words
from item6.briefings.subject import BOTH, Subject, named, subject_of, theme_in_words, theme_of
from item6.measures.filters import Filter
from item6.terms.answers import NOTED, PARTLY, PENDING, SUPPORTED

_ROOM = 2300
"""Signs of recommendations, with their States, that a sheet has room for beside the rest."""

_ASKS, _QUESTIONS = 3, 3

_HEAD = 100
"""Signs of a recommendation that a question quotes; the whole stands above it."""


def factsheet(asked: Asked) -> Document:
    """One theme of a review. ValueError where no theme is asked for, KeyError for an unknown review.

    Of a review of which only published totals are known, it is of the last review before it that has a list.
    """
    theme = theme_of(asked)
    if theme is None:
        raise ValueError("a factsheet needs a theme")
    named_review = known(subject_of(asked))
    subject = named_review if named_review.row else (named_review.earlier or [named_review])[-1]
    called = theme_in_words(theme)
    found = joint(asks_of(subject, theme))
    blocks = _nothing(subject, called) if not found else _sheet(subject, theme, called, found)
    if subject is not named_review:
        told = say("factsheet.of_earlier", asked=named_review.title, title=subject.title)
        blocks.insert(0, Paragraph(told, "small"))
    return Document(
        kind="factsheet",
        title=words("factsheet.title", state=subject.state, theme=called),
        subtitle=_subtitle(subject),
        review=str(subject.name),
        record=asked.record.hash,
        blocks=tuple(blocks),
        sources=subject.all_sources,
        pages=2,
    )


def _subtitle(subject: Subject) -> str:
    key = "factsheet.subtitle_pending" if subject.is_pending else "factsheet.subtitle"
    return words(key, cycle=subject.cycle_words, stage=subject.stage_words)


def _nothing(subject: Subject, called: str) -> list[Block]:
    """A sheet on what nobody asked: it says so, and leaves room."""
    return [
        Paragraph(say("factsheet.nothing", title=subject.title, theme=called), "lead"),
        Space(words("factsheet.since"), 6),
        Space(words("factsheet.own_asks"), 4),
    ]


def _sheet(subject: Subject, theme: Filter, called: str, found: list[Joint]) -> list[Block]:
    ordered = strongest(found, theme)
    shown = _fitting(ordered)
    blocks: list[Block] = [Paragraph(_lead(subject, theme, called), "lead")]
    blocks += _cycles(subject, theme, called)
    blocks.append(Heading(words("factsheet.previous")))
    if len(shown) < len(found):
        count = subject.sure("received", within=theme)
        blocks.append(Paragraph(say("factsheet.more", count=count), "small"))
    blocks.append(_recommendations(subject, [each for each in found if each in shown]))
    blocks += [Heading(words("factsheet.since")), Space(words("factsheet.since_prompt"), 5)]
    blocks += _asks(ordered)
    blocks += _questions(subject, ordered)
    return blocks


def _lead(subject: Subject, theme: Filter, called: str) -> Runs:
    """What was received on the theme in both units, and how it was answered."""
    received = subject.sure("received", within=theme)
    told = say(
        "factsheet.received", cycle=subject.cycle_words, state=subject.state, received=of_unit(received), theme=called,
        pairs=of_unit(subject.sure("received", BOTH[1], theme)),
        states=say("states.counted", count=subject.sure("recommending_states", within=theme)),
    )  # fmt: skip
    return (*told, Text(" "), *answered_on(subject, theme))


def answered_on(subject: Subject, theme: Filter) -> Runs:
    """`After the addendum, Slovenia supported 6 and noted 10.`, or that all is pending."""
    received = subject.sure("received", within=theme)
    pending = subject.sure("pending", within=theme)
    if pending.numerator == received.numerator:
        return say("factsheet.all_pending", count=received)
    parts = [
        say(f"factsheet.{name}", count=count)
        for name in ("supported", "in_part", "noted", "pending")
        if (count := subject.sure(name, within=theme)).numerator
    ]
    stage = subject.stage_words[:1].upper() + subject.stage_words[1:]
    return say("factsheet.answered", stage=stage, state=subject.state, parts=in_a_row(parts))


def _cycles(subject: Subject, theme: Filter, called: str) -> list[Block]:
    """The theme over the cycles where there are several that know it, else the outcome of this one."""
    carried = [(each, topic) for each in subject.earlier if (topic := each.topic(theme, subject))]
    rows = [*((each, topic) for each, topic in carried), (subject, theme)]
    if len(rows) < 2:
        return [] if subject.is_pending else [outcome_table(subject, theme, words("factsheet.outcome", theme=called))]
    return [theme_over_cycles(rows, called)]


def theme_over_cycles(rows: Sequence[tuple[Subject, Filter]], called: str) -> Table:
    """A row for each review: received in both units, and how the numbers stand."""
    names = [
        name for name in ("supported", "in_part", "noted", "pending")
        if name in ("supported", "noted") or any(each.sure(name, within=topic).numerator for each, topic in rows)
    ]  # fmt: skip
    columns = (
        Column(words("cycles.column"), width=1.8),
        Column(words("column.received"), True),
        Column(words("column.pairs"), True),
        *(Column(words(f"column.{name}"), True) for name in names),
        Column(words("cycles.stage"), width=2.0),
    )
    made: list[tuple[Runs, ...]] = []
    for each, topic in rows:
        counts = [each.sure("received", unit, topic) for unit in BOTH]
        cells: list[Runs] = [(number(figure),) for figure in counts]
        for name in names:
            figure = each.sure(name, within=topic)
            cells.append((number(figure),) if figure.sentence.key != "pending" else (Text("–"),))
        made.append(((Text(each.cycle_words),), *cells, (Text(each.stage_words, "quiet"),)))
    note = words("factsheet.cycles_note", record=rows[-1][0].record.hash[:12])
    return Table(words("factsheet.cycles", theme=called), columns, tuple(made), note)


def _fitting(ordered: Sequence[Joint]) -> list[Joint]:
    """The strongest that there is room for; texts are never cut."""
    found: list[Joint] = []
    room = _ROOM
    for each in ordered:
        needed = max(len(each.first.text) + len(each.numbers), 2 * len(named(each.states))) + 40
        if needed <= room or not found:
            found.append(each)
            room -= needed
    return found


def _recommendations(subject: Subject, shown: Sequence[Joint]) -> Table:
    columns = (
        Column(words("factsheet.number"), width=0.9),
        Column(words("factsheet.recommendation"), width=4.2),
        Column(words("factsheet.states"), width=2.2),
        Column(words("factsheet.answer"), width=1.3),
    )
    rows = tuple(
        (
            (Text(each.numbers),), (Text(each.first.text, "quoted"),), (Text(named(each.states)),),
            each.answer if not subject.is_pending else (Text(words("position.pending")),),
        )
        for each in shown
    )  # fmt: skip
    symbols = ", ".join(dict.fromkeys(each.first.symbol for each in shown))
    note = words("factsheet.note", symbols=symbols, stage=subject.stage_words)
    return Table(words("factsheet.table"), columns, rows, note)


def _asks(ordered: Sequence[Joint]) -> list[Block]:
    """Two or three from the strongest wording, quoted; said so where nothing of it is specific."""
    open_first = sorted(ordered, key=lambda each: each.position == SUPPORTED)
    chosen = [each for each in open_first if each.first.action == SPECIFIC]
    key = "factsheet.asks_lead"
    if not chosen:
        chosen, key = [each for each in open_first if each.first.action > 1], "factsheet.asks_weaker"
    blocks: list[Block] = [Heading(words("factsheet.asks"))]
    if not chosen:
        return [*blocks, Space(words("factsheet.own_asks"), 4)]
    blocks.append(Paragraph(say(key), "small"))
    blocks += [each.entry() for each in varied(chosen, _ASKS)]
    return blocks


def _questions(subject: Subject, ordered: Sequence[Joint]) -> list[Block]:
    """Drafts from what is noted or not answered; then from what is supported: what was done."""
    order = (NOTED, PARTLY, PENDING, SUPPORTED)
    chosen = varied(sorted(ordered, key=lambda each: order.index(each.position)), _QUESTIONS)
    lines = tuple(
        say(
            f"factsheet.question_{each.position.replace('/', '_')}",
            state=subject.state,
            number=Source(each.first.number, each.first.name),
            text=Text(f"“{shortened(each.first.text, _HEAD)}”", "quoted"),
        )
        for each in chosen
    )
    return [
        Heading(words("factsheet.questions")), Paragraph(say("factsheet.questions_lead"), "small"), Bullets(lines),
    ]  # fmt: skip


FACTSHEET = Kind("factsheet", "Factsheet on a theme", ("theme",), factsheet)
