"""The sheets beside the recommendations: how to read the workbook, figures, States, issues, answers by stage."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from item6.briefings.workbook.columns import OWN
from item6.briefings.writers.machine import value
from item6.charts.bars import WORDS
from item6.files.workbooks import Column, Tab, Value
from item6.measures.definitions import MEASURES, definition
from item6.measures.figures import Measured
from item6.measures.groups import Group, grouped
from item6.measures.history import AtStage, History, histories
from item6.measures.outcome import COUNTED_UNITS
from item6.measures.scope import of_review
from item6.measures.wording import STAGE_PHRASES, UNIT_NAMES, sentence, title, value_in_words
from item6.record.reader import Record
from item6.terms.figures import Figure
from item6.terms.names import ReviewName
from item6.terms.states import STATES, name_of

IN_WORDS, REFERENCE, VALUE = "In words", "Reference", "Value"
"""Columns of figures by which they are found again: the value as text, what computes it again, the exact value."""


def _upper(words: str) -> str:
    """With a capital letter, and the others as they are."""
    return words[0].upper() + words[1:]


_OTHER = ("recommending_states", "speakers")
_POSITIONS = ("supported", "in_part", "noted", "pending")
_COUNTS = (
    Column("Received", 10),
    *(Column(_upper(title(name)), 11) for name in _POSITIONS),
    Column("Share supported", 11),
)
_KINDS = {"issue": "Issue", "theme": "Theme", "person": "Affected persons", "sdg": "SDG", "action": "Action category"}

_UNITS = {
    "numbers": "Numbered recommendations, as the United Nations count them.",
    "texts": "Texts under the numbers: some numbers hold several.",
    "state_recommendations": "Each text once for each State that made it; near to how UPR Info counts.",
}


def read_me(record: Record, review: ReviewName, stage: str, called: str) -> Tab:
    """What the workbook is, how to work with it, and what its words mean."""
    return Tab(
        "Read me",
        [Column("Word", 24), Column("Meaning", 110)],
        list(_told(record, review, stage, called)),
        headed=False,
    )


def _told(record: Record, review: ReviewName, stage: str, called: str) -> Iterator[Sequence[Value]]:
    own = ", ".join(column.title for column in OWN.values())
    yield "Review", f"{called} ({review})"
    yield "Positions", f"{_upper(STAGE_PHRASES[stage])}."
    for document in record.documents():
        if document.review == review:
            yield "Document", ", ".join(each for each in (document.symbol, document.date, document.file) if each)
    yield "Record", record.hash
    yield "Record made", str(record.manifest["built"]["at"])
    yield None, None
    yield "To fill in", f"The shaded columns of the sheet Recommendations: {own}. Sort, filter and hide as you like."
    yield "To give back", "item6 notes import FILE.xlsx takes what you wrote there, also from part of the rows."
    yield "What stays", "The other columns say what the record says; a change there is named and not taken. Keep the" \
        " column Name: by it a row finds its recommendation, in any order."  # fmt: skip
    yield "Empty cells", "A cell that you empty takes back what stood there. A row that you delete changes nothing."
    yield None, None
    for unit, meaning in _UNITS.items():
        yield _upper(UNIT_NAMES[unit][1]), meaning
    for name in MEASURES:
        yield _upper(title(name)), definition(name)
    yield "Action", "UPR Info's action category: 1 minimal, 2 continuing, 3 considering, 4 general, 5 specific."
    yield "Issues", "UPR Info's vocabulary; given by item6, where no person decided."
    yield "Themes, persons, SDGs", "As OHCHR's matrix of the review has them; empty where the record holds no matrix."
    yield "Reference", "Computes the figure again: item6 explain 'REFERENCE'."


def figures(record: Record, review: ReviewName, stage: str) -> Tab:
    """The figures of the review in every unit, each with its sentence and what computes it again."""
    columns = (
        Column("Measure", 34), Column("Unit", 26), Column("Count", 9), Column("Of", 9), Column("Share", 11),
        Column(IN_WORDS, 12), Column("Stage", 14), Column("Sentence", 80), Column(REFERENCE, 60),
        Column(VALUE, 10, hidden=True),
    )  # fmt: skip
    return Tab("Figures", columns, list(_figures(record, review, stage)))


def _figures(record: Record, review: ReviewName, stage: str) -> Iterator[Sequence[Value]]:
    for unit in COUNTED_UNITS:
        measured = Measured(record, of_review(review, unit, stage))
        for name in (*MEASURES, *(_OTHER if unit == COUNTED_UNITS[0] else ())):
            count = measured.figure(name)
            share = measured.figure(f"{name}_share") if name in MEASURES and name != "received" else None
            whole = share or count
            yield (
                title(name), UNIT_NAMES[unit][1] if name in MEASURES else "States", _known(count),
                share.denominator if share and _known(share) is not None else None,
                _known(share) if share else None, value_in_words(whole), count.stage, sentence(whole), whole.reference,
                value(whole),
            )  # fmt: skip


def _known(figure: Figure) -> int | Fraction | None:
    """The value; None where it is not known, since an empty cell says so and 0 does not."""
    return None if figure.sentence.key in ("pending", "unknown") else figure.value


def states(record: Record, review: ReviewName, stage: str) -> Tab:
    """Recommending States and what became of their recommendations, in numbers of the review."""
    columns = (Column("State", 30), Column("Code", 8), Column("Regional group", 24), *_COUNTS, Column("Filter", 34))
    groups = grouped(Measured(record, of_review(review, stage=stage)).places, "by", _POSITIONS)
    found = [
        (name_of(each.value), each.value, STATES[each.value].group or "", *_counts(each), str(each.scope.filter))
        for each in sorted(groups, key=lambda each: (-each.received, name_of(each.value)))
    ]
    return Tab("Recommending States", columns, found)


def topics(record: Record, review: ReviewName, stage: str) -> Tab:
    """What was asked, by every vocabulary of labels, and how it was answered."""
    columns = (Column("Vocabulary", 18), Column("Label", 48), *_COUNTS, Column("Filter", 48))
    places = Measured(record, of_review(review, stage=stage)).places
    found = [
        (called, int(each.value) if key == "action" else each.value, *_counts(each), str(each.scope.filter))
        for key, called in _KINDS.items()
        for each in grouped(places, key, _POSITIONS)
    ]
    return Tab("Issues", columns, found, pinned=2)


def _counts(group: Group) -> Sequence[Value]:
    return (group.received, *(group.counts.get(name) for name in _POSITIONS), group.share("supported"))


def answers(record: Record, review: ReviewName) -> Tab:
    """Every answer by number and stage: the State's written ones, what was said aloud, and other people's readings."""
    columns = (
        Column("Number", 10), Column("Stage", 12), Column("Source", 12), Column("Position", 14),
        Column("The State's words", 40), Column("Explanation", 70), Column("Document", 22), Column("Page", 8),
    )  # fmt: skip
    files = {each.sha256: each.symbol or each.file for each in record.documents()}
    found = [
        _answer(each, stage, files) for each in histories(record, review) for stage in (*each.stages, *each.beside)
    ]
    return Tab("Answers by stage", columns, found)


def _answer(each: History, stage: AtStage, files: dict[str, str]) -> Sequence[Value]:
    first = stage.answers[0] if stage.answers else None
    return (
        each.row.number, stage.stage, _SOURCES[stage.source], WORDS[stage.position], stage.as_written,
        stage.explanation, files.get(first.document, "") if first else "", first.passage.page if first else None,
    )  # fmt: skip


_SOURCES = {"written": "written", "oral": "said aloud", "reading": "as others read"}
