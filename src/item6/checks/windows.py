"""What stands around a number of a sentence, as far as it is about it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from item6.checks.cues import Cues
from item6.checks.numbers import Number

_ODD = re.compile(r"^-(?:odd|plus|strong)\b")
"""What is joined to a number that is only nearly so: `seventy-odd`."""


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
    cues: Cues


def windows(sentence: str, found: Sequence[Number], cues: Cues) -> list[Window]:
    """The windows of the numbers of a sentence."""
    edges = [0, *(each.end for each in found)], [*(each.start for each in found), len(sentence)]
    before = [sentence[edges[0][at] : each.start] for at, each in enumerate(found)]
    after = [_cut(_ODD.sub("", sentence[each.end : edges[1][at + 1]]), cues) for at, each in enumerate(found)]
    made = []
    for at, each in enumerate(found):
        whole = found[at + 1] if at + 1 < len(found) and _joins(before[at + 1], each, found[at + 1], cues) else None
        is_whole = at > 0 and _joins(before[at], found[at - 1], each, cues)
        wide = after[at + 1] if whole else after[at]
        if at + 1 < len(found) and found[at + 1].form in ("percent", "fraction") and cues.beside.fullmatch(after[at]):
            wide = _cut(cues.behind_share.sub("", sentence[found[at + 1].end : edges[1][at + 2]]), cues)
        made.append(Window(each, before[at], after[at], wide, whole, is_whole, sentence, cues))
    return made


def _joins(between: str, part: Number, whole: Number, cues: Cues) -> bool:
    """Whether one number is a part of the next: `290 of the 428`, `95 recommendations out of 109`."""
    if whole.form != "count" or (part.form == "count" and whole.value < part.value):
        return False
    return bool(cues.part_of.match(between) or cues.out_of.fullmatch(between))


def _cut(after: str, cues: Cues) -> str:
    barrier = cues.barrier.search(after)
    if barrier and barrier[0][0].isalpha() and not after[: barrier.start()].strip():
        barrier = cues.barrier.search(after, barrier.end())  # `110 of which were accepted`
    return after[: barrier.start()] if barrier else after


def status_after(window: str, cues: Cues) -> str:
    """The role that a verb after a number gives it, or empty."""
    found = cues.passive.search(window)
    if not found:
        return ""
    status = cues.status.search(window, found.start())
    return cues.role_of(status) if status else ""


def last_status(before: str, cues: Cues) -> str:
    """The role of the last verb before a number, or empty."""
    role = ""
    for found in cues.status.finditer(before):
        role = cues.role_of(found)
    return role


def first_status(after: str, cues: Cues) -> str:
    """The role of the first verb after a number, or empty."""
    found = cues.status.search(after)
    return cues.role_of(found) if found else ""
