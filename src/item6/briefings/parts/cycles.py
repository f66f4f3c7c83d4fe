"""One State's reviews beside each other, and answers that turned round between two of them."""

from __future__ import annotations

from collections.abc import Sequence

from item6.briefings.asks import Ask, asks_of
from item6.briefings.document import Block, Bullets, Column, Heading, Paragraph, Runs, Table, Text
from item6.briefings.parts.outcome import note
from item6.briefings.parts.pictures import slope_picture
from item6.briefings.phrases import number, say, words
from item6.briefings.subject import BOTH, Subject
from item6.measures.cycles import change
from item6.measures.reversals import Key, reversals
from item6.measures.wording import UNIT_NAMES
from item6.terms.answers import NOTED, SUPPORTED
from item6.terms.states import name_of

_NAMES = ("received", "supported", "supported_share", "in_part", "noted", "noted_share", "pending")
_CHANGES = ("received", "supported_share", "not_supported_share")
_MOST = 15


def comparison(subject: Subject) -> list[Block]:
    """The reviews in a row in both units, what changed since the last one, and the picture; nothing for a first one."""
    if not subject.earlier:
        return []
    subjects = [*subject.earlier, subject]
    blocks: list[Block] = [Heading(words("cycles.heading"))]
    changed = changed_since(subject)
    if changed:
        blocks.append(Bullets(tuple(changed)))
    picture = slope_picture(subjects)
    if picture is not None:
        blocks.append(picture)
    blocks.append(over_cycles(subjects, BOTH[0]))
    if subject.row:
        blocks.append(over_cycles(subjects, BOTH[1]))
    else:
        blocks.append(over_cycles(subject.earlier, BOTH[1]))
    return blocks


def over_cycles(subjects: Sequence[Subject], unit: str) -> Table:
    """A row for each review."""
    names = [
        name for name in _NAMES
        if name in ("received", "supported", "noted") or any(_counts(each, name, unit) for each in subjects)
    ]  # fmt: skip
    columns = (
        Column(words("cycles.column"), width=2.0),
        *(Column(words(f"column.{name}"), True, 1.15) for name in names),
        Column(words("cycles.stage"), width=2.0),
    )
    rows = tuple(
        ((Text(each.cycle_words),), *(_cell(each, name, unit) for name in names), (Text(each.stage_words, "quiet"),))
        for each in subjects
    )
    caption = words("cycles.caption", state=subjects[-1].state, unit=UNIT_NAMES[unit][1])
    return Table(caption, columns, rows, words("cycles.note", record=subjects[-1].record.hash[:12]))


def _counts(subject: Subject, name: str, unit: str) -> bool:
    found = subject.figure(name, unit)
    return bool(found and found.numerator)


def _cell(subject: Subject, name: str, unit: str) -> Runs:
    found = subject.figure(name, unit)
    if found is None or (found.value is None and found.sentence.key != "pending"):
        return (Text("–"),)
    return (Text("–"),) if found.sentence.key == "pending" else (number(found),)


def changed_since(subject: Subject) -> list[Runs]:
    """What changed since the review before, in numbers and points; only of figures that both reviews have."""
    if subject.asked_stage or not subject.earlier:
        return []
    before = subject.earlier[-1]
    found = []
    for name in _CHANGES:
        now, then = subject.figure(name), before.figure(name)
        if now is None or then is None:
            continue
        made = change(now, then)
        if made is not None:
            found.append(
                say(f"cycles.change.{name}", now=now, then=then, cycle=before.cycle_words, difference=number(made))
            )
    return found


def turned(subject: Subject) -> list[Block]:
    """Reversals since the review before: how many, and which, with the numbers of both."""
    if subject.row is None or not subject.earlier:
        return []
    pairs = subject.measured(BOTH[1])
    made = {name: pairs.figure(f"reversed_to_{name}") for name in ("noted", "supported")}
    if any(figure.value is None for figure in made.values()):
        return []
    before = subject.earlier[-1]
    blocks: list[Block] = [Heading(words("turned.heading"))]
    if not any(figure.numerator for figure in made.values()):
        blocks.append(Paragraph(say("turned.none", state=subject.state, cycle=before.cycle_words)))
        return blocks
    then, now = asks_of(before), asks_of(subject)
    for name, (first, last) in {"noted": (SUPPORTED, NOTED), "supported": (NOTED, SUPPORTED)}.items():
        keys = reversals(pairs.places, first, last) or []
        if made[name].numerator:
            blocks.append(Paragraph(say(f"turned.to_{name}", count=made[name], cycle=before.cycle_words)))
            blocks.append(_table(subject, before, name, keys, then, now))
            if len(keys) > _MOST:
                blocks.append(Paragraph(say("turned.more"), "small"))
    blocks.append(Paragraph(say("turned.how"), "small"))
    return blocks


def _table(
    subject: Subject, before: Subject, name: str, keys: Sequence[Key], then: Sequence[Ask], now: Sequence[Ask]
) -> Table:
    columns = (
        Column(words("turned.state"), width=1.6),
        Column(words("turned.issue"), width=2.4),
        Column(words("turned.then", cycle=str(before.name.cycle)), width=1.6),
        Column(words("turned.now", cycle=str(subject.name.cycle)), width=1.6),
    )
    found: dict[tuple[str, str], list[str]] = {}  # one row where a State's issues are those of the same numbers
    for by, issue in keys:
        found.setdefault((by, _numbers(now, by, [issue])), []).append(issue)
    rows = tuple(
        ((Text(name_of(by)),), (Text("; ".join(issues)),), (Text(_numbers(then, by, issues)),), (Text(numbers),))
        for (by, numbers), issues in list(found.items())[:_MOST]
    )
    return Table(words(f"turned.caption_{name}"), columns, rows, note(subject, BOTH[1]))


def _numbers(asks: Sequence[Ask], by: str, issues: Sequence[str]) -> str:
    held = (ask.number for ask in asks if by in ask.states and any(issue in ask.issues for issue in issues))
    return ", ".join(dict.fromkeys(held))
