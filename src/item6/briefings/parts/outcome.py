"""The outcome of a review: what was received and how it stands, in both units, and the two rates of refusal."""

from __future__ import annotations

from collections.abc import Iterator

from item6.briefings.document import Block, Column, Heading, Paragraph, Run, Runs, Table, Text
from item6.briefings.parts.pictures import outcome_picture
from item6.briefings.phrases import Filling, in_a_row, joined, number, of_unit, say, words
from item6.briefings.subject import BOTH, Subject
from item6.measures.filters import Filter
from item6.measures.wording import UNIT_NAMES, title
from item6.terms.figures import Figure

POSITIONS = ("supported", "in_part", "noted", "pending")
"""The measures of the classes of answers, in the order of tables."""


def outcome(subject: Subject) -> list[Block]:
    """Heading, what to read first, the picture and the table."""
    blocks: list[Block] = [Heading(words("outcome.heading")), Paragraph(lead(subject), "lead")]
    if subject.row and not subject.is_pending:
        blocks.append(outcome_picture(subject))
    blocks.append(outcome_table(subject))
    refused = refusals(subject)
    if refused:
        blocks.append(Paragraph(refused))
    return blocks


def lead(subject: Subject) -> Runs:
    """What the State received and how it answered, made to be quoted."""
    if subject.row is None:
        return joined(*_received_published(subject), Text(" "), *answered(subject))
    received = subject.sure("received")
    told = say(
        "outcome.received",
        state=subject.state,
        cycle=subject.cycle_words,
        received=of_unit(received),
        pairs=of_unit(subject.sure("received", BOTH[1])),
        states=_states(subject.sure("recommending_states")),
    )
    return joined(*told, Text(" "), *answered(subject))


def answered(subject: Subject, within: Filter | None = None) -> Runs:
    """How the State answered them, or that it has not."""
    counts = {name: subject.figure(name, within=within) for name in POSITIONS}
    received = subject.figure("received", within=within)
    pending = counts["pending"]
    if subject.row and received and pending and pending.numerator == received.numerator:
        return say(
            "outcome.all_pending", count=received, received=of_unit(received), stage=subject.stage_words,
            state=subject.state,
        )  # fmt: skip
    parts = [
        say(f"outcome.{name}", count=count, share=_share(subject, name, within))
        for name, count in counts.items()
        if count is not None and count.numerator
    ]
    key = "outcome.answered_by_others" if subject.is_read_by_others else "outcome.answered"
    return say(key, stage=_capital(subject.stage_words), state=subject.state, parts=in_a_row(parts))


def _share(subject: Subject, name: str, within: Filter | None) -> Filling:
    found = subject.figure(f"{name}_share", within=within)
    return found if found is not None else ""


def _received_published(subject: Subject) -> Runs:
    received = subject.figure("received")
    assert received is not None  # published totals without it are no totals
    return say("outcome.received_published", state=subject.state, cycle=subject.cycle_words, received=of_unit(received))


def _states(figure: Figure) -> Runs:
    return say("states.counted", count=figure)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def outcome_table(subject: Subject, within: Filter | None = None, caption: str = "") -> Table:
    """Positions by both units, counts and shares; by the UN's alone where only published totals are known."""
    units = BOTH if subject.row else BOTH[:1]
    columns = [Column(words("outcome.column"), width=1.9)]
    for unit in units:
        columns.append(Column(_capital(UNIT_NAMES[unit][1]), True, 2.3))
        columns += [] if subject.is_pending else [Column(words("outcome.share"), True)]
    rows = [row for name in ("received", *POSITIONS) if (row := _row(subject, name, units, within))]
    return Table(
        caption or words("outcome.caption" if subject.row else "outcome.caption_one", title=subject.title),
        tuple(columns),
        tuple(rows),
        note(subject, *units),
    )


def _row(subject: Subject, name: str, units: tuple[str, ...], within: Filter | None) -> tuple[Runs, ...] | None:
    """One measure; None where it counts nothing, which says nothing, or is not known."""
    counts = [subject.figure(name, unit, within) for unit in units]
    if any(count is None for count in counts) or not any(count and count.numerator for count in counts):
        return None
    cells: list[Runs] = [(Text(_capital(title(name))),)]
    for unit, count in zip(units, counts, strict=True):
        cells.append((number(count),) if count else ())
        if not subject.is_pending:
            share = None if name == "received" else subject.figure(f"{name}_share", unit, within)
            cells.append((number(share),) if share and share.value is not None else ())
    return tuple(cells)


def refusals(subject: Subject, within: Filter | None = None) -> Runs:
    """The two rates, each by its name; nothing while all is pending."""
    if subject.is_pending:
        return ()
    found = {name: subject.figure(name, within=within) for name in ("not_supported", "rejected")}
    shares = {name: subject.figure(f"{name}_share", within=within) for name in found}
    refused, said = found["not_supported"], found["rejected"]
    received = subject.figure("received", within=within)
    if refused is None or received is None or shares["not_supported"] is None:
        return ()
    told = say("refused.class", count=refused, received=of_unit(received), share=shares["not_supported"])
    if said is None or said.sentence.key == "unknown" or shares["rejected"] is None:
        return joined(*told, *say("refused.words_unknown"))
    return joined(*told, *say("refused.words", count=said, share=shares["rejected"]))


def note(subject: Subject, *units: str) -> str:
    """Unit, stage and source of the numbers of a table."""
    names = words("list.both", one=UNIT_NAMES[units[0]][1], other=UNIT_NAMES[units[-1]][1]) if units[1:] else (
        UNIT_NAMES[units[0]][1] if units else ""
    )  # fmt: skip
    key = "note.published" if subject.published else "note.counted"
    return words(key, units=names, stage=subject.stage_words, record=subject.record.hash[:12])


def cells_of(subject: Subject, unit: str, within: Filter | None, names: tuple[str, ...]) -> Iterator[Runs]:
    """A cell for each of some measures."""
    for name in names:
        found = subject.sure(name, unit, within)
        yield (number(found),) if found.value is not None else ()


def shown_positions(subject: Subject) -> tuple[str, ...]:
    """The classes of answers that anything of the review has, so that no column is all zeros."""
    if subject.is_pending:
        return ()
    some = [name for name in POSITIONS if subject.sure(name).numerator or subject.sure(name, BOTH[1]).numerator]
    return tuple(name for name in POSITIONS if name in some or name in ("supported", "noted"))


def position_columns(names: tuple[str, ...]) -> tuple[Column, ...]:
    """The columns of classes of answers."""
    return tuple(Column(words(f"column.{name}"), True) for name in names)


def run(text: str, manner: str = "") -> tuple[Run, ...]:
    """Words as runs."""
    return (Text(text, manner),)
