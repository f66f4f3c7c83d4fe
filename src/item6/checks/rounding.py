"""Whether a printed value is a true one, as far as it is printed."""

from __future__ import annotations

from fractions import Fraction

_ABOUT = Fraction(1, 10)
"""Setting: how far `around` and `nearly` reach, as a part of the value."""


def as_printed(printed: Fraction, decimals: int, true: Fraction) -> bool:
    """Whether a value is the true one rounded to the decimals that are printed, halves up."""
    scale = 10**decimals
    return bool(printed * scale == (2 * true * scale + 1) // 2)


def is_cut(printed: Fraction, decimals: int, true: Fraction) -> bool:
    """Whether a value is off by less than one in its last decimal: cut off, or rounded up."""
    return bool(abs(printed - true) * 10**decimals < 1)


def is_hedged(printed: Fraction, hedge: str, true: Fraction) -> bool:
    """Whether a true value is what `about`, `at least` or `at most` allow."""
    if hedge == "about":
        return bool(abs(printed - true) <= _ABOUT * max(abs(true), abs(printed)))
    if hedge == "least":
        return true >= printed
    return hedge == "most" and true <= printed
