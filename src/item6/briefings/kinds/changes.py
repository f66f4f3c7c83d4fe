"""Change sheet: what stands otherwise after each stage, from the report over the addendum to the adoption."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from item6.briefings.asked import Asked, Kind
from item6.briefings.asks import answer_runs, numbers_in_words, shortened
from item6.briefings.document import (
    Block,
    Bullets,
    Column,
    Document,
    Entry,
    Heading,
    Paragraph,
    Runs,
    Source,
    Table,
    Text,
)
from item6.briefings.kinds.review_briefing import known, subtitle_of
from item6.briefings.parts.outcome import POSITIONS
from item6.briefings.parts.pictures import timeline_picture
from item6.briefings.phrases import in_a_row, joined, number, of_unit, say, words
from item6.briefings.subject import BOTH, Subject, named, subject_of
from item6.measures.history import Change, History, changes, histories
from item6.measures.wording import UNIT_NAMES
from item6.record.contents import Alias
from item6.terms.answers import NOTED, PARTLY, PENDING, STAGES, SUPPORTED

_IN_FULL = (NOTED, PARTLY, PENDING)
"""What changed to these positions is printed in full; what is supported now by its numbers."""

_LONGEST = 700


def change_sheet(asked: Asked) -> Document:
    """Positions by stage in both units, then what changed. KeyError for an unknown review."""
    subject = known(subject_of(asked))
    blocks: list[Block] = [Paragraph(say("published.no_list", title=subject.title), "lead")]
    if subject.row is not None:
        blocks = _sheet(subject)
    return Document(
        kind="changes",
        title=words("changes.title", state=subject.state),
        subtitle=subtitle_of(subject),
        review=str(subject.name),
        record=asked.record.hash,
        blocks=tuple(blocks),
        sources=subject.sources,
    )


def _sheet(subject: Subject) -> list[Block]:
    found = histories(subject.record, subject.name)
    stages = _stages(found, subject)
    made = [change for change in changes(found) if change.at.stage in stages]
    written = [change for change in made if change.at.source == "written"]
    blocks: list[Block] = [Paragraph(_lead(subject, stages, written), "lead")]
    timeline = timeline_picture(subject)
    if timeline is not None:
        blocks.append(timeline)
    if subject.is_read_by_others or subject.is_pending:
        return [*blocks, *_of_draft(subject)]
    blocks += [_by_stage(subject, stages, unit) for unit in BOTH]
    listed = {each.row.number: each for each in found}
    for stage in stages[1:]:
        mine = [change for change in written if change.at.stage == stage]
        blocks += _after(subject, stage, mine, listed)
    oral = [change for change in made if change.at.source == "oral"]
    blocks += _spoken(subject, oral)
    return [*blocks, *_of_draft(subject)]


def _stages(found: Sequence[History], subject: Subject) -> list[str]:
    """The report, and every stage up to the subject's at which something was answered."""
    answered = {at.stage for each in found for at in each.stages}
    up_to = STAGES[: STAGES.index(subject.asked_stage) + 1] if subject.asked_stage in STAGES else STAGES
    return [stage for stage in up_to if stage == STAGES[0] or stage in answered]


def _lead(subject: Subject, stages: Sequence[str], written: Sequence[Change]) -> Runs:
    received = subject.sure("received")
    told = say("changes.received", title=subject.title, received=of_unit(received))
    if subject.is_read_by_others:
        return joined(*told, *say("changes.by_others", stage=subject.stage_words))
    if subject.is_pending:
        return joined(*told, *say("changes.pending"))
    if len(stages) == 1:
        return joined(*told, *say("changes.report_only"))
    if not written:
        return joined(*told, *say("changes.none"))
    parts = [
        (number(figure), Text(f" {words(f'changes.now_{name}')}"))
        for name in ("supported", "in_part", "noted")
        if (figure := subject.sure(f"newly_{name}")).numerator
    ]
    listed: list[Runs] = [joined(*part) for part in parts]
    return joined(*told, *say("changes.since_report" if listed else "changes.back", parts=in_a_row(listed)))


def _by_stage(subject: Subject, stages: Sequence[str], unit: str) -> Table:
    """A row for each stage, each figure at that stage."""
    at = [Subject(subject.record, subject.name, stage) for stage in stages]
    names = [
        name for name in POSITIONS
        if name in ("supported", "noted") or any(each.sure(name, unit).numerator for each in at)
    ]  # fmt: skip
    columns = (
        Column(words("changes.stage"), width=2.4), *(Column(words(f"column.{name}"), True) for name in names),
    )  # fmt: skip
    rows: list[tuple[Runs, ...]] = []
    for stage, each in zip(stages, at, strict=True):
        figures = [each.sure(name, unit) for name in names]
        cells = [(number(figure) if figure.value is not None else Text("–"),) for figure in figures]
        rows.append(((Text(words(f"changes.stages.{stage}")),), *cells))
    note = words("changes.note", units=UNIT_NAMES[unit][1], record=subject.record.hash[:12])
    return Table(words("changes.by_stage", unit=UNIT_NAMES[unit][1]), columns, tuple(rows), note)


def _after(subject: Subject, stage: str, made: Sequence[Change], listed: Mapping[str, History]) -> list[Block]:
    """What stands otherwise after a stage: supported ones by number, the others in full with the State's reasons."""
    blocks: list[Block] = [Heading(words(f"changes.after_{stage}"))]
    if not made:
        return [*blocks, Paragraph(say("changes.nothing_changed"))]
    groups: dict[tuple[str, str], list[Change]] = defaultdict(list)
    for change in made:
        groups[change.before, change.after].append(change)
    order = {position: at for at, position in enumerate((SUPPORTED, PARTLY, NOTED, PENDING))}
    for (before, after), group in sorted(groups.items(), key=lambda found: [order[each] for each in found[0]][::-1]):
        blocks.append(Heading(words("changes.from_to", before=_position(before), after=_position(after)), 2))
        if after in _IN_FULL or before != PENDING:
            given: dict[str, str] = {}
            blocks += [_entry(subject, change, listed[change.name.number], given) for change in group]
        else:
            blocks.append(Paragraph((Text(numbers_in_words([each.name.number for each in group], subject)),)))
            blocks += _words_beside(subject, group)
    return blocks


def _position(position: str) -> str:
    return words(f"position.{position.replace('/', '_')}")


def _entry(subject: Subject, change: Change, of: History, given: dict[str, str]) -> Entry:
    """One change in full: text, States, the answer with the reason given, and where it is given.

    given: the number that each reason was printed for; a reason is printed once.
    """
    answer, reason = answer_runs(change.after, change.at.normalised), change.at.explanation
    if reason in given:
        answer = (*answer, *say("changes.same_reason", number=given[reason]))
    elif reason:
        given[reason] = change.name.number
        answer = (*answer, Text(". "), Text(f"“{shortened(reason, _LONGEST)}”", "quoted"))
    first = change.at.answers[0] if change.at.answers else None
    symbol = subject.called(first.document) if first else ""
    page = first.passage.page if first else None
    where = words("source.document_page" if page else "source.document", symbol=symbol, page=str(page or ""))
    text = "; ".join(text.words for text in of.row.texts)
    return Entry(change.name.number, text, named(of.row.states), answer, Source(where, str(change.name)))


def _words_beside(subject: Subject, group: Sequence[Change]) -> list[Block]:
    """Where the State says more than that it supports: which it calls done, or being done."""
    found: dict[str, list[str]] = defaultdict(list)
    for change in group:
        if change.at.normalised in ("accepted_implemented", "accepted_being_implemented"):
            found[change.at.normalised].append(change.name.number)
    lines = tuple(say(f"changes.{said}", numbers=numbers_in_words(numbers, subject)) for said, numbers in found.items())
    return [Bullets(lines)] if lines else []


def _spoken(subject: Subject, oral: Sequence[Change]) -> list[Block]:
    """What was said aloud, which stands beside."""
    if not oral:
        return []
    lines = tuple(
        say(
            "changes.oral_line", number=change.name.number, answer=answer_runs(change.after, change.at.normalised),
            written=_position(change.before), source=_source_of(change),
        )
        for change in oral
    )  # fmt: skip
    return [Heading(words("changes.oral")), Paragraph(say("changes.oral_lead"), "small"), Bullets(lines)]


def _source_of(change: Change) -> str:
    words_of = [answer.passage.symbol or answer.as_written for answer in change.at.answers]
    return next(filter(None, words_of), "")


def _of_draft(subject: Subject) -> list[Block]:
    """What happened to the numbers of the draft; nothing where there is none."""
    aliases = [each for each in subject.record.aliases(subject.name) if each.how != "corrected"]
    counts = Counter(each.how for each in aliases)
    if not aliases or not counts.keys() - {"same"}:
        return []
    lines = [
        say(f"changes.draft_{how}", numbers=", ".join(_alias(each) for each in aliases if each.how == how))
        for how in ("dropped", "changed", "moved")
        if counts[how]
    ]
    return [Heading(words("changes.draft")), Bullets(tuple(lines))]


def _alias(each: Alias) -> str:
    return each.alias if each.number is None else f"{each.alias} → {each.number}"


CHANGES = Kind("changes", "Change sheet", (), change_sheet)
