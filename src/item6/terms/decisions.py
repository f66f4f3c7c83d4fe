"""What people decide about the record, each with its reason: answers heard, corrections, totals, labels."""

from __future__ import annotations

from dataclasses import dataclass

from item6.terms.answers import Target
from item6.terms.names import ReviewName

KINDS = ("answer", "correct", "totals", "label")
"""answer: what the State said where no document holds it. correct: a number or the States of a text.
totals: figures published elsewhere, for a review of which no list is at hand or beside one. label: the issues or the
action category of a text, in place of those that item6 gives it."""

TOTALS = ("received", "accepted", "in_part", "noted", "rejected")
"""What published totals count, in the State's words; all but the first are parts of the first."""


@dataclass(frozen=True, slots=True)
class Decision:
    """One line of a file of decisions.

    kind: one of KINDS. target: the number (and text, and State) decided on, empty for totals.
    said: what was decided, name to value, sorted by name; names depend on the kind (see `item6.decisions`).
    source: where it can be checked. why: the reason. who: a name. when: ISO date of the decision.
    document: SHA-256 of the file. line: counted from 1.
    """

    kind: str
    review: ReviewName
    target: Target
    said: tuple[tuple[str, str | int], ...]
    source: str
    why: str
    who: str
    when: str
    document: str
    line: int

    def words(self, name: str) -> str:
        """A value of `said` as text, empty where there is none."""
        return str(dict(self.said).get(name, ""))

    @property
    def issues(self) -> tuple[str, ...] | None:
        """The issues that a text has, of a decision on labels; None where it decides only on the action."""
        said = dict(self.said).get("issues")
        return None if said is None else tuple(each for each in str(said).split(";") if each)

    @property
    def totals(self) -> dict[str, int]:
        """The figures of published totals, in the order of TOTALS; those that were not published are left out."""
        said = dict(self.said)
        return {name: int(said[name]) for name in TOTALS if name in said}
