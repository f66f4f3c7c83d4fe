"""Adoption statement under item 6: a skeleton with the figures on a theme over two cycles, and how long it takes."""

from __future__ import annotations

from item6.briefings.asked import Asked, Kind
from item6.briefings.asks import asks_of, joint, strongest, varied
from item6.briefings.document import Block, Column, Document, Heading, Paragraph, Runs, Space, Table, Text
from item6.briefings.kinds.review_briefing import known
from item6.briefings.phrases import Filling, in_a_row, joined, of_unit, plain, say, words
from item6.briefings.settings import SECONDS_PER_SPEAKER, SETTINGS, spoken
from item6.briefings.subject import BOTH, Subject, subject_of, theme_in_words, theme_of
from item6.measures.filters import Filter
from item6.terms.answers import NOTED, PARTLY, PENDING

_ANSWERS = ("supported", "in_part", "noted", "pending")
_NAMED = 3


def statement(asked: Asked) -> Document:
    """A skeleton of one page to be filled in. Without a theme its figures are those of the whole review.

    KeyError for an unknown review.
    """
    subject, theme = known(subject_of(asked)), theme_of(asked)
    spoken_blocks = _spoken(subject, theme)
    called = theme_in_words(theme) if theme else ""
    title = words("statement.title_theme" if theme else "statement.title", state=subject.state, theme=called)
    return Document(
        kind="statement",
        title=title,
        subtitle=words("statement.subtitle", state=subject.state, cycle=subject.cycle_words),
        review=str(subject.name),
        record=asked.record.hash,
        blocks=(*spoken_blocks, *_length(spoken_blocks)),
        sources=subject.all_sources,
        pages=1,
    )


def _spoken(subject: Subject, theme: Filter | None) -> list[Block]:
    """What is read aloud, with room for the organisation's own words."""
    figures = [line for line in (_before(subject, theme), _now(subject, theme)) if line]
    blocks: list[Block] = [
        Paragraph(say("statement.address")),
        Space(words("statement.who"), 1),
        *(Paragraph(line) for line in figures),
        *_named(subject, theme),
        Space(words("statement.since"), 3),
        Paragraph(say("statement.call", state=subject.state)),
        Space(words("statement.asks"), 3),
        Paragraph(say("statement.thanks")),
    ]
    return blocks


def _before(subject: Subject, theme: Filter | None) -> Runs:
    """The figures of the last review before that knows the theme; nothing where none does."""
    for before in reversed(subject.earlier):
        topic = before.topic(theme, subject) if theme else None
        if theme is None or topic is not None:
            return _figures(before, topic, "before", theme)
    return ()


def _now(subject: Subject, theme: Filter | None) -> Runs:
    """The figures of this review; of one known by totals alone, those of the whole."""
    if subject.row is None:
        return _figures(subject, None, "published", None)
    return _figures(subject, theme, "now", theme)


def _figures(subject: Subject, theme: Filter | None, when: str, called: Filter | None) -> Runs:
    """`In cycle 2 it received 48 recommendations on X, 50 counted by State, and supported 41 of them.`."""
    received = subject.figure("received", within=theme)
    pairs = subject.figure("received", BOTH[1], theme) if subject.row else None
    if received is None:
        return ()
    filled: dict[str, Filling] = {
        "cycle": subject.cycle_words, "state": subject.state, "received": of_unit(received), "count": received,
        "topic": words("statement.topic", theme=theme_in_words(called)) if called else "",
    }  # fmt: skip
    if not received.numerator:
        return say("statement.none", **{key: value for key, value in filled.items() if key != "count"})
    told = say(f"statement.{when}", **filled)
    if pairs is not None:
        told = joined(*told, *say("statement.pairs", pairs=of_unit(pairs)))
    counts = {name: subject.figure(name, within=theme) for name in _ANSWERS}
    pending = counts["pending"]
    if pending is not None and pending.numerator == received.numerator and subject.row:
        return joined(*told, *say("statement.all_pending"))
    parts = [
        say(f"statement.{name}", count=count) for name, count in counts.items() if count is not None and count.numerator
    ]
    return joined(*told, *say("statement.answers", stage=subject.stage_words, parts=in_a_row(parts)))


def _named(subject: Subject, theme: Filter | None) -> list[Block]:
    """The strongest asks that are not supported, by number, as something to go on from; none without a theme."""
    if theme is None or subject.row is None:
        return []
    open_ones = [
        each for each in strongest(joint(asks_of(subject, theme)), theme) if each.position in (NOTED, PARTLY, PENDING)
    ]
    if not open_ones:
        return []
    named = dict.fromkeys(each.first.number for each in varied(open_ones, _NAMED))
    key = "statement.open_pending" if subject.is_pending else "statement.open"
    return [Paragraph(say(key, count=len(named), numbers=", ".join(named)))]


def _length(blocks: list[Block]) -> list[Block]:
    """Words and time of what is printed above, what is left, and the settings behind both."""
    text = " ".join(plain(each.runs) for each in blocks if isinstance(each, Paragraph))
    found = spoken(text)
    told = say(
        "statement.length", words=found.words, time=found.minutes, limit=_minutes(SECONDS_PER_SPEAKER.value),
        left=found.left,
    )  # fmt: skip
    columns = (
        Column(words("statement.setting"), width=2.4),
        Column(words("statement.value"), True, 0.7),
        Column(words("statement.source"), width=3.4),
    )
    rows = tuple(
        ((Text(each.unit),), (Text(str(each.value)),), (Text(f"{each.source} ({each.read})", "quiet"),))
        for each in SETTINGS
    )
    return [
        Heading(words("statement.heading")), Paragraph(told), Paragraph(say("statement.count_again"), "small"),
        Table(words("statement.settings"), columns, rows, words("statement.settings_note")),
    ]  # fmt: skip


def _minutes(seconds: int) -> str:
    return f"{seconds // 60}:{seconds % 60:02d}"


STATEMENT = Kind("statement", "Adoption statement", (), statement)
