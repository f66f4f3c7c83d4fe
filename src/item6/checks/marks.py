"""How a verdict is shown, everywhere: a sign, a word, and one of four looks; never by colour alone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

AGREES, OPEN, LOOK, UNKNOWN = "agrees", "open", "look", "unknown"
"""The four looks: the record agrees; it depends; the author should look again; the record does not tell."""


@dataclass(frozen=True, slots=True)
class Mark:
    """sign: one character. plain: the same in ASCII. look: one of the four. means: the verdict in one sentence."""

    sign: str
    plain: str
    look: str
    means: str


MARKS: Mapping[str, Mark] = {
    "matches": Mark("=", "=", AGREES, "true in the UN's numbered recommendations"),
    "matches on another count": Mark("≡", "=", AGREES, "true in another unit or of another measure, which is named"),
    "within rounding": Mark("≈", "~", AGREES, "true to the digits that are printed"),
    "superseded": Mark("↻", "<", OPEN, "true at an earlier stage"),
    "sources of record disagree": Mark("⇄", "/", OPEN, "official sources differ, and one of them agrees"),
    "depends on a definition": Mark("◇", "?", OPEN, "which count or theme is meant decides it"),
    "does not add up": Mark("Σ", "+", LOOK, "the text's own figures contradict it"),
    "differs": Mark("≠", "#", LOOK, "the record has another value on every basis"),
    "not in the record": Mark("–", "-", UNKNOWN, "nothing that this record holds"),
    "needs State or cycle": Mark("?", "?", UNKNOWN, "the text does not say which review is meant"),
}
"""Every verdict with its mark, those that agree first."""
