"""What stands around a number of a sentence, as far as it is about it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from item6.checks.cues import BARRIER, PASSIVE, STATUS, role_of
from item6.checks.numbers import Number

PART_OF = re.compile(r"^\s*(?:out of|of)\s+(?:the\s+|its\s+|all\s+|a total of\s+|these\s+|some\s+)*$", re.IGNORECASE)
"""Between a part and its whole."""


_BEHIND_SHARE = re.compile(r"^\s*\)?\s*(?:of (?:which|them|these|those)\s+)?")
"""After `290 (67.8 %)`."""


@dataclass(frozen=True, slots=True)
class Window:
    """A number of a sentence with the words before it, from the number before, and after it, up to the next.

    wide: the words after the whole of which this is a part, or `after`. whole: that number. is_whole: whether this
    is one.
    """

    number: Number
    before: str
    after: str
    wide: str
    whole: Number | None
    is_whole: bool
    sentence: str


def windows(sentence: str, found: Sequence[Number]) -> list[Window]:
    """The windows of the numbers of a sentence."""
    edges = [0, *(each.end for each in found)], [*(each.start for each in found), len(sentence)]
    before = [sentence[edges[0][at] : each.start] for at, each in enumerate(found)]
    after = [_cut(sentence[each.end : edges[1][at + 1]]) for at, each in enumerate(found)]
    made = []
    for at, each in enumerate(found):
        whole = found[at + 1] if at + 1 < len(found) and _joins(before[at + 1], each, found[at + 1]) else None
        is_whole = at > 0 and _joins(before[at], found[at - 1], each)
        wide = after[at + 1] if whole else after[at]
        if re.fullmatch(r"\s*\(", after[at]) and at + 1 < len(found) and found[at + 1].form == "percent":
            wide = _cut(_BEHIND_SHARE.sub("", sentence[found[at + 1].end : edges[1][at + 2]]))
        made.append(Window(each, before[at], after[at], wide, whole, is_whole, sentence))
    return made


def _joins(between: str, part: Number, whole: Number) -> bool:
    """Whether one number is a part of the next: `290 of the 428`, `95 recommendations out of 109`."""
    if whole.form != "count" or (part.form == "count" and whole.value < part.value):
        return False
    if PART_OF.match(between):
        return True
    return bool(re.fullmatch(r"\s*recommendations\s+out of\s+(?:the\s+)?", between, re.IGNORECASE))


def _cut(after: str) -> str:
    barrier = BARRIER.search(after)
    return after[: barrier.start()] if barrier else after


def status_after(window: str) -> str:
    """The role that a verb after a number gives it, or empty."""
    found = PASSIVE.search(window)
    if not found:
        return ""
    status = STATUS.search(window, found.start())
    return role_of(status) if status else ""


def last_status(before: str) -> str:
    """The role of the last verb before a number, or empty."""
    role = ""
    for found in STATUS.finditer(before):
        role = role_of(found)
    return role


def first_status(after: str) -> str:
    """The role of the first verb after a number, or empty."""
    found = STATUS.search(after)
    return role_of(found) if found else ""
