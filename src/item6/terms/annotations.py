"""Labels that item6 itself puts on texts, beside those that others publish (`item6.terms.labels`)."""

from __future__ import annotations

from dataclasses import dataclass

from item6.terms.names import ReviewName

SURE = 1000
"""The confidence of a label that a person decided, per mille."""


@dataclass(frozen=True, slots=True)
class Annotation:
    """One label of one text.

    number, part: of the text. kind: one of `LABEL_KINDS` of `item6.terms.labels`. value: the label; of an action, its
    category as a digit. confidence: per mille, 0 to 1000. asserted: whether it counts; else it is only suggested.
    why: what decided where that is not the labels' model, such as a person's decision; else empty.
    """

    review: ReviewName
    number: str
    part: int
    kind: str
    value: str
    confidence: int
    asserted: bool
    why: str = ""
