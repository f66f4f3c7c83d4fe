"""Embassy brief for one recommending State: what it asked, what came back, what others asked, what to ask next."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TypeAlias

from item6.briefings.asked import Asked, Kind
from item6.briefings.asks import SPECIFIC, Ask, Joint, asks_of, joint, strongest, varied
from item6.briefings.document import Block, Bullets, Column, Document, Heading, Paragraph, Runs, Space, Table, Text
from item6.briefings.kinds.review_briefing import known
from item6.briefings.parts.outcome import note
from item6.briefings.parts.pictures import within
from item6.briefings.parts.topics import is_topic
from item6.briefings.phrases import in_a_row, joined, number, of_unit, say, words
from item6.briefings.subject import BOTH, Subject, subject_of
from item6.measures.figures import figure
from item6.measures.filters import Filter, both
from item6.measures.groups import grouped_by
from item6.measures.scope import Scope
from item6.terms.answers import NOTED, PARTLY, PENDING, SUPPORTED
from item6.terms.names import ReviewName
from item6.terms.states import name_of

Own: TypeAlias = Mapping[ReviewName, Sequence[Ask]]
"""What it asked in each review."""

_PAIRS = BOTH[1]
_MODELS, _NEXT, _USUAL, _MOST_ISSUES = 3, 4, 6, 10


def embassy(asked: Asked) -> Document:
    """What asked.state (ISO3) recommended over the cycles. KeyError for an unknown review."""
    subject = known(subject_of(asked))
    by = within("by", asked.state)
    cycles = [each for each in (subject, *reversed(subject.earlier)) if each.row]
    own: Own = {each.name: asks_of(each, by) for each in cycles}
    recommended = [each for each in cycles if own[each.name]]
    name = name_of(asked.state)
    blocks: list[Block] = [Paragraph(_lead(subject, cycles, own, asked.state, name), "lead")]
    if subject.published:
        blocks.append(Paragraph(say("published.no_list", title=subject.title), "small"))
    if len(recommended) > 1:
        blocks.append(_over_cycles(list(reversed(cycles)), by, name, own))
    blocks += [block for each in recommended for block in _asked_in(each, own[each.name])]
    if recommended:
        last = recommended[0]
        blocks += _others(last, own[last.name], asked.state, name)
        blocks += _next(last, own, asked.state, name)
    else:
        blocks += _elsewhere(subject, asked.state, name)
        blocks += [Heading(words("embassy.next")), Space(words("embassy.own"), 5)]
    return Document(
        kind="embassy",
        title=words("embassy.title", by=name, state=subject.state),
        subtitle=words("embassy.subtitle", by=name, cycle=subject.cycle_words, state=subject.state),
        review=str(subject.name),
        record=asked.record.hash,
        blocks=tuple(blocks),
        sources=subject.all_sources,
        pages=2,
    )


def _lead(subject: Subject, cycles: Sequence[Subject], own: Own, state: str, name: str) -> Runs:
    """What it asked in the last review with a list and what came back; or that it asked nothing, and when it did."""
    by = within("by", state)
    last = next((each for each in cycles if own[each.name]), None)
    if last is None:
        return say("embassy.never", by=name, state=subject.state)
    told: Runs = ()
    if last is not cycles[0]:
        told = say("embassy.not_now", by=name, cycle=cycles[0].cycle_words, state=subject.state)
    received = last.sure("received", _PAIRS, by)
    told = joined(*told, *say("embassy.asked", by=name, cycle=last.cycle_words, state=subject.state,
                              received=of_unit(received), count=received))  # fmt: skip
    if last.sure("pending", _PAIRS, by).numerator == received.numerator:
        return joined(*told, *say("embassy.all_pending", count=received, state=subject.state))
    parts = [
        say(f"embassy.{measure}", count=count)
        for measure in ("supported", "in_part", "noted", "pending")
        if (count := last.sure(measure, _PAIRS, by)).numerator
    ]
    return joined(*told, *say("embassy.answered", state=subject.state, stage=last.stage_words, parts=in_a_row(parts)))


def _over_cycles(cycles: Sequence[Subject], by: Filter, name: str, own: Own) -> Table:
    """A row for each cycle, those in which it asked nothing too."""
    names = [
        measure for measure in ("supported", "in_part", "noted", "pending")
        if measure in ("supported", "noted") or any(each.sure(measure, _PAIRS, by).numerator for each in cycles)
    ]  # fmt: skip
    columns = (
        Column(words("cycles.column"), width=2.0),
        Column(words("embassy.made"), True),
        *(Column(words(f"column.{measure}"), True) for measure in names),
        Column(words("cycles.stage"), width=2.2),
    )
    rows: list[tuple[Runs, ...]] = []
    for each in cycles:
        figures = [each.sure(measure, _PAIRS, by) for measure in ("received", *names)]
        cells = [(number(figure) if figure.sentence.key != "pending" else Text("–"),) for figure in figures]
        stage = each.stage_words if own[each.name] else ""
        rows.append(((Text(each.cycle_words),), *cells, (Text(stage, "quiet"),)))
    record = cycles[-1].record.hash[:12]
    return Table(words("embassy.cycles", by=name), columns, tuple(rows), words("embassy.cycles_note", record=record))


def _asked_in(subject: Subject, asks: Sequence[Ask]) -> list[Block]:
    """Its recommendations of one review in full, each with the answer."""
    return [
        Heading(words("embassy.asked_in", cycle=subject.cycle_words)),
        *(each.entry() for each in joint(asks)),
    ]


def _others(subject: Subject, own: Sequence[Ask], state: str, name: str) -> list[Block]:
    """On the issues of its asks: how many others made, and how these stand; nothing where no issue is known."""
    issues = list(dict.fromkeys(issue for ask in own for issue in ask.issues if is_topic(issue)))[:_MOST_ISSUES]
    if not issues:
        return []
    rows: list[tuple[Runs, ...]] = []
    measures = ("received",) if subject.is_pending else ("received", "supported", "noted")
    for issue in issues:
        topic = within("issue", issue)
        mine = both(topic, within("by", state))
        figures = [subject.sure("received", _PAIRS, mine), subject.sure("recommending_states", _PAIRS, topic)]
        figures += [subject.sure(measure, _PAIRS, topic) for measure in measures]
        rows.append(((Text(issue),), *((number(figure),) for figure in figures)))
    columns = (
        Column(words("issues.column"), width=3.0),
        Column(words("embassy.own_column", by=name), True),
        Column(words("embassy.states"), True),
        *(Column(words(f"embassy.all_{measure}"), True) for measure in measures),
    )
    table = Table(words("embassy.others_caption", title=subject.title), columns, tuple(rows), note(subject, _PAIRS))
    found = _models(subject, issues, state)
    blocks: list[Block] = [Heading(words("embassy.others")), table]
    if found:
        blocks.append(Paragraph(say("embassy.models", by=name)))
        blocks += [each.entry() for each in varied(found, _MODELS)]
    return blocks


def _models(subject: Subject, issues: Sequence[str], state: str) -> list[Joint]:
    """The strongest asks of others on these issues."""
    asks = asks_of(subject, within("issue", *issues))
    return [
        each for each in strongest(joint(asks))
        if state not in each.states and each.first.states and each.first.action == SPECIFIC
    ]  # fmt: skip


def _next(subject: Subject, own: Own, state: str, name: str) -> list[Block]:
    """What it could ask next: its own that were not supported, then its own of before that it did not repeat."""
    lines: list[Runs] = []
    now = strongest(joint(own[subject.name]))
    for each in (each for each in now if each.position in (NOTED, PARTLY, PENDING)):
        lines.append(_line(f"embassy.again_{each.position.replace('/', '_')}", each, name))
    lines = lines[:_NEXT]
    held = {issue for ask in own[subject.name] for issue in ask.issues}
    for before in subject.earlier[::-1][:1]:
        dropped = (
            each for each in strongest(joint(own.get(before.name, ())))
            if each.position in (NOTED, PARTLY) and each.first.issues and not held & set(each.first.issues)
        )  # fmt: skip
        lines += [_line("embassy.dropped", each, name) for each in list(dropped)[:2]]
    if not lines:
        lines += [_line("embassy.follow", each, name) for each in now if each.position == SUPPORTED][:2]
    return [
        Heading(words("embassy.next")), Paragraph(say("embassy.next_lead"), "small"), *_bullets(lines),
        Space(words("embassy.own"), 4),
    ]  # fmt: skip


def _bullets(lines: Iterable[Runs]) -> list[Block]:
    found = tuple(lines)
    return [Bullets(found)] if found else []


def _line(key: str, each: Joint, name: str) -> Runs:
    text = Text(f"“{each.first.text}”", "quoted")
    return say(key, text=text, number=each.numbers, source=each.first.source, by=name)


def _elsewhere(subject: Subject, state: str, name: str) -> list[Block]:
    """What it asks of other States, where it asked this one nothing; nothing where the record does not tell."""
    scope = Scope(within("by", state), _PAIRS)
    groups = [each for each in grouped_by(subject.record, "issue", scope, ()) if is_topic(each.value)]
    if not groups:
        return []
    parts = [
        say("issues.one", issue=each.value, count=figure(subject.record, "received", each.scope))
        for each in groups[:_USUAL]
    ]
    return [
        Heading(words("embassy.elsewhere")),
        Paragraph(say("embassy.elsewhere_lead", by=name, parts=in_a_row(parts))),
    ]


EMBASSY = Kind("embassy", "Embassy brief", ("state",), embassy)
