"""A language in which figures are said: how it puts English words, writes numbers and calls States.

The words themselves stand in English in `item6.measures`; a tongue is asked for each of them with its context.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction

from item6.terms.states import name_of


def _as_it_stands(context: str, words: str) -> str:
    return words


@dataclass(frozen=True, slots=True)
class Tongue:
    """say: from a context and English words, places in braces among them, to the words of the language.

    state: what the State of a code is called. decimal: between whole and tenths. thousands: between groups of three.
    from_digits: with how many digits a whole number has groups. sign: stands before the sign of a number, so that both
    stay together where words run from right to left.
    """

    say: Callable[[str, str], str] = _as_it_stands
    state: Callable[[str], str] = name_of
    decimal: str = "."
    thousands: str = "\u00a0"
    from_digits: int = 4
    sign: str = ""

    def grouped(self, count: int) -> str:
        """Thousands set apart by a sign that does not break."""
        grouped = f"{count:,}" if len(str(abs(count))) >= self.from_digits else str(count)
        return f"{self.sign if count < 0 else ''}{grouped.replace(',', self.thousands)}"

    def change(self, count: int) -> str:
        """A change between two counts: `+52`."""
        return f"{self.sign}+{self.grouped(count)}" if count > 0 else self.grouped(count)

    def percent(self, share: Fraction | int | None) -> str:
        """`17.9 %` with a space that does not break, half a tenth rounded up; empty for None."""
        if share is None:
            return ""
        tenths = (2000 * Fraction(share) + 1) // 2
        sign, tenths = (f"{self.sign}-", -tenths) if tenths < 0 else ("", tenths)
        return f"{sign}{tenths // 10}{self.decimal}{tenths % 10}\u00a0%"

    def points(self, change: Fraction) -> str:
        """`+12.5 points`: a change between two shares, in percentage points."""
        rounded = self.percent(abs(change)).removesuffix("\u00a0%")
        signed = f"{self.sign}{'+' if change > 0 else '-'}{rounded}" if change else rounded
        return self.say("points", "{change}\u00a0points").format(change=signed)


ENGLISH = Tongue()
"""The language in which the words stand."""
