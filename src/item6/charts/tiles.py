"""Recommending States as tiles of one size, by regional group: small States are as visible as large ones.

Tiles instead of a map draw no borders and take no side on any.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from html import escape

from item6.charts.measuring import wrapped
from item6.charts.svg import picture, text
from item6.terms.states import GROUPS, STATES, name_of

NO_BORDERS = (
    "Tiles instead of a map: nothing here expresses an opinion on the legal status of a territory, or on borders."
)
"""What stands beneath tiles that are handed out."""

OUTSIDE = "Outside the groups"
"""What States of no regional group stand under."""

_END = {False: None, True: "end"}
_SIDE, _GAP, _ACROSS = 34.0, 4.0, 16
_HEAD = 24.0
_NARROW, _LINE = 12, 17.0


def tiles(
    counts: Mapping[str, int],
    title: str,
    *,
    named: Callable[[str], str] = name_of,
    headed: Callable[[str, int], str] = "{}: {}".format,
    mirrored: bool = False,
) -> str:
    """A tile for each State, darker the more it recommended; States that made none are outlined. counts: by ISO3.

    named: what the State of a code is called. headed: the heading of a regional group, or of `OUTSIDE`, with how many
    its States made. mirrored: from right to left.
    """
    drawn, top = [], 0.0
    for group, members in _groups(counts):
        heading = headed(group or OUTSIDE, _sum(members, counts))
        drawn.append(text(heading, _ACROSS * (_SIDE + _GAP) if mirrored else 0, top + 16, "label", _END[mirrored]))
        top += _HEAD
        drawn += _placed(members, counts, _ACROSS, top, named, mirrored)
        top += _high(members, _ACROSS) + 8
    return picture(_ACROSS * (_SIDE + _GAP), top, title, drawn, "tiles")


def tiles_of_recommending(counts: Mapping[str, int], title: str, *, under_review: str = "") -> str:
    """The same for a narrow page: tiles of the States that recommended, and the codes of those that did not in a line.

    What a phone shows in 360 pixels, and paper on a page. under_review: ISO3 of the State that cannot recommend.
    """
    width, drawn, top = _NARROW * (_SIDE + _GAP), list[str](), 0.0
    for group, members in _groups(counts):
        made = [code for code in members if counts.get(code)]
        drawn.append(text(f"{group or OUTSIDE}: {_sum(members, counts)}", 0, top + 14, "strong"))
        top += _HEAD - 4
        drawn += _placed(made, counts, _NARROW, top)
        top += _high(made, _NARROW)
        others = sorted(set(members) - {*made, under_review})
        for line in wrapped(f"none from: {' '.join(others)}", width, 9, 12) if others else ():
            drawn.append(text(line, 0, top + 13, "head"))
            top += _LINE
        top += 8
    return picture(width, top, title, drawn, "tiles narrow")


def _groups(counts: Mapping[str, int]) -> Iterator[tuple[str | None, list[str]]]:
    """Regional groups with their members, the most active first; a State of no group with those outside them."""
    for group in (*GROUPS, None):
        members = [code for code, state in STATES.items() if state.group == group and (not state.fictional)]
        yield group, sorted(members, key=lambda code: (-counts.get(code, 0), STATES[code].name))


def _sum(members: Sequence[str], counts: Mapping[str, int]) -> int:
    return sum(counts.get(code, 0) for code in members)


def _placed(
    members: Sequence[str],
    counts: Mapping[str, int],
    across: int,
    top: float,
    named: Callable[[str], str] = name_of,
    mirrored: bool = False,
) -> Iterator[str]:
    most = max(counts.values(), default=1) or 1
    for at, code in enumerate(members):
        column = across - 1 - at % across if mirrored else at % across
        x, y = column * (_SIDE + _GAP), top + at // across * (_SIDE + _GAP)
        yield _tile(code, named(code), counts.get(code, 0), most, x, y)


def _high(members: Sequence[str], across: int) -> float:
    return -(-len(members) // across) * (_SIDE + _GAP)


def _tile(code: str, name: str, count: int, most: int, x: float, y: float) -> str:
    # Two hundred of them stand on a page: written as short as they can be.
    shade = 0 if not count else 1 + min(4, (count * 5 - 1) // most)
    shown = f'<text x="17" y="28">{count}</text>' if count else ""
    return (
        f'<g class="t{shade}" transform="translate({x:g} {y:g})"><title>{escape(name)}: {count}</title>'
        f'<rect width="34" height="34"/><text x="17" y="15">{code}</text>{shown}</g>'
    )
