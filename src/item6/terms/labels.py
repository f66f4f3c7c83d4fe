"""What others say of recommendations: labels, the texts that they list, rows of their exports.

OHCHR's matrices and UPR Info's export are other people's readings of the same documents: they are compared with what
the documents say, and never take its place.
"""

from __future__ import annotations

from dataclasses import dataclass

from item6.terms.passages import Passage

THEME, PERSON, SDG, ISSUE, ACTION = LABEL_KINDS = ("theme", "person", "sdg", "issue", "action")
"""OHCHR's themes, affected persons and Sustainable Development Goals; UPR Info's issues and action category."""


ISSUES = (
    "Asylum-seekers - refugees",
    "CP rights - general",
    "Civil society",
    "Corruption",
    "Counter-terrorism",
    "Death penalty",
    "Detention",
    "Development",
    "Disabilities",
    "ESC rights - general",
    "Elections",
    "Enforced disappearances",
    "Environment",
    "Extrajudicial executions",
    "Freedom of association and peaceful assembly",
    "Freedom of movement",
    "Freedom of opinion and expression",
    "Freedom of religion and belief",
    "Freedom of the press",
    "General",
    "HIV - Aids",
    "Human rights defenders",
    "Human rights education and training",
    "Human rights violations by state agents",
    "Impunity",
    "Indigenous peoples",
    "Internally displaced persons",
    "International humanitarian law",
    "International instruments",
    "Justice",
    "Labour",
    "Migrants",
    "Minorities",
    "NHRI",
    "National plan of action",
    "Other",
    "Poverty",
    "Public security",
    "Racial discrimination",
    "Right to education",
    "Right to food",
    "Right to health",
    "Right to housing",
    "Right to land",
    "Right to water",
    "Rights of the Child",
    "Sexual Orientation and Gender Identity",
    "Special procedures",
    "Technical assistance and cooperation",
    "Torture and other CID treatment",
    "Trafficking",
    "Treaty bodies",
    "UPR process",
    "Women's rights",
)
"""UPR Info's issues, as its export writes them, in the order of the alphabet: those that occur in sessions 1 to 20."""

ACTIONS = (1, 2, 3, 4, 5)
"""UPR Info's action categories: minimal, continuing, considering, general, specific."""


@dataclass(frozen=True, slots=True)
class Label:
    """One label of a numbered recommendation, or with `part` of one of its texts.

    number: as a report names it, without final dot. part: counted from 1, None for the whole recommendation.
    kind: one of LABEL_KINDS. value: as printed, with its code where it has one (`A12 Acceptance of ...`).
    source: whose label it is, one of `OTHER_READINGS` of `item6.terms.answers`.
    """

    number: str
    part: int | None
    kind: str
    value: str
    source: str
    passage: Passage


@dataclass(frozen=True, slots=True)
class ListedText:
    """What another list prints as the text of a recommendation, to be compared with the report.

    words: as printed, with the brackets of States, without the number. states: ISO3 codes in printed order, each once.
    source_of_position: the document and paragraph that the list names for its position, as printed, or empty.
    """

    number: str
    words: str
    states: tuple[str, ...]
    passage: Passage
    source_of_position: str = ""


@dataclass(frozen=True, slots=True)
class ExportRow:
    """A row of UPR Info's export: one recommendation of one State, in UPR Info's own units.

    row: counted from 1 in the file, the heading included. reviewed, recommending: ISO3 codes; None where the export
    knows no State. session: of the Working Group. words: the text, whose brackets and separators UPR Info takes out.
    response: as UPR Info names it (`Accepted`, `Noted`, `Voluntary Pledge`, ...), its reading of the last answer.
    action: 1 (minimal) to 5 (specific), or None. issues: UPR Info's names, in printed order.
    """

    row: int
    reviewed: str
    recommending: str | None
    session: int | None
    words: str
    response: str
    action: int | None
    issues: tuple[str, ...]
    passage: Passage
