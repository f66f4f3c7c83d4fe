"""What changed between two checks of one text: verdicts, values, and the rows behind them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from item6.checks.claims import WRONG

_ASKING = (*WRONG, "sources of record disagree")

Claims = Sequence[Mapping[str, Any]]
"""Claims as `--format jsonl` has them."""


@dataclass(frozen=True, slots=True)
class Change:
    """A claim that stands otherwise now. text: its words. before, now: verdicts, empty where it was not found.

    value_before, value_now: what was computed. gained, lost: rows of its Figures. why: of today.
    """

    text: str
    start: int
    role: str
    review: str
    before: str
    now: str
    value_before: str
    value_now: str
    gained: tuple[str, ...] = ()
    lost: tuple[str, ...] = ()
    why: str = ""

    @property
    def asks_a_look(self) -> bool:
        """Whether it differs, does not add up, or is told otherwise by another source now, and was not before."""
        return self.now in _ASKING and self.before not in _ASKING


def changes(before: Claims, now: Claims) -> tuple[Change, ...]:
    """The claims whose verdict, value or rows are not the same, in the order of the text."""
    old, new = ({_key(each): each for each in claims} for claims in (before, now))
    found = list(_changed(old, new))
    return tuple(sorted(found, key=lambda each: (each.start, each.role)))


def _key(claim: Mapping[str, Any]) -> tuple[Any, ...]:
    return claim["start"], claim["end"], claim["kind"], claim["unit"]


def _changed(old: Mapping[Any, Mapping[str, Any]], new: Mapping[Any, Mapping[str, Any]]) -> Iterator[Change]:
    for key in dict.fromkeys([*old, *new]):
        before, now = old.get(key, {}), new.get(key, {})
        rows = [set(each.get("rows", ())) for each in (before, now)]
        same = all(before.get(each) == now.get(each) for each in ("verdict", "computed", "basis"))
        if same and rows[0] == rows[1]:
            continue
        either = now or before
        yield Change(
            either["text"], either["start"], either["role"], either["review"] or "", before.get("verdict", ""),
            now.get("verdict", ""), before.get("computed", ""), now.get("computed", ""),
            tuple(each for each in now.get("rows", ()) if each not in rows[0]),
            tuple(each for each in before.get("rows", ()) if each not in rows[1]), now.get("why", ""),
        )  # fmt: skip
