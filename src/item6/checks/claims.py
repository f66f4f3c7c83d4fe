"""What a statement claims: a value, what it counts, and where it stands."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

KINDS = ("count", "share", "comparison", "thematic", "none-of", "date", "signatories", "rank")

VERDICTS = (
    "matches", "matches on another count", "within rounding", "superseded", "does not add up", "differs",
    "sources of record disagree", "depends on a definition", "not in the record", "needs State or cycle",
)  # fmt: skip
"""All that is ever said of a claim."""

TIMES = "times"
"""The unit of a comparison such as `twice as many`."""

WRONG = ("does not add up", "differs")
"""The verdicts that ask the author to look again."""


@dataclass(frozen=True, slots=True)
class Claim:
    """A claim in characters `start` (included) to `end` (excluded) of a text.

    kind: one of KINDS. role: what is counted. unit: `recommendations`, `percent`, `points`, `States`, ...
    value: of a share from 0 to 100; None for a date. date: `2016`, `2016-01`, `2016-01-27`, or empty.
    decimals: how many are printed. hedge: `least`, `most`, `about` or empty. sentence: its place in the text, from 0.
    whole: start of the number that this one is a part of. topic: the words of the theme that it is about.
    language: of its sentence.
    """

    start: int
    end: int
    text: str
    kind: str
    role: str
    unit: str
    value: Fraction | None
    date: str = ""
    decimals: int = 0
    hedge: str = ""
    sentence: int = 0
    whole: int | None = None
    topic: str = ""
    language: str = "en"

    @property
    def is_change(self) -> bool:
        """Whether it is how far two reviews lie apart, which is said of the later one."""
        return self.unit in ("points", TIMES) or "more" in self.unit

    @property
    def printed(self) -> str:
        """The value as a plain decimal, or the date as ISO has it."""
        if self.value is None:
            return self.date
        if self.value.denominator == 1:
            return str(self.value.numerator)
        return f"{float(self.value):.{self.decimals or 1}f}"
