"""Recommending States as tiles of one size, by regional group: small States are as visible as large ones.

Tiles instead of a map draw no borders and take no side on any.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from html import escape

from item6.charts.svg import picture, text
from item6.terms.states import GROUPS, STATES

_SIDE, _GAP, _ACROSS = 34.0, 4.0, 16
_HEAD = 24.0


def tiles(counts: Mapping[str, int], title: str) -> str:
    """A tile for each State, darker the more it recommended; States that made none are outlined. counts: by ISO3."""
    most = max(counts.values(), default=1) or 1
    drawn, top = [], 0.0
    for group in (*GROUPS, None):
        members = [code for code, state in STATES.items() if state.group == group and (not state.fictional)]
        members.sort(key=lambda code: (-counts.get(code, 0), STATES[code].name))
        made = sum(counts.get(code, 0) for code in members)
        drawn.append(text(f"{group or 'Outside the groups'}: {made}", 0, top + 16, "label"))
        top += _HEAD
        for at, code in enumerate(members):
            x, y = at % _ACROSS * (_SIDE + _GAP), top + at // _ACROSS * (_SIDE + _GAP)
            drawn.append(_tile(code, counts.get(code, 0), most, x, y))
        top += -(-len(members) // _ACROSS) * (_SIDE + _GAP) + 8
    return picture(_ACROSS * (_SIDE + _GAP), top, title, drawn, "tiles")


@cache
def _name(code: str) -> str:
    return escape(STATES[code].name)


def _tile(code: str, count: int, most: int, x: float, y: float) -> str:
    # Two hundred of them stand on a page: written as short as they can be.
    shade = 0 if not count else 1 + min(4, (count * 5 - 1) // most)
    shown = f'<text x="17" y="28">{count}</text>' if count else ""
    return (
        f'<g class="t{shade}" transform="translate({x:g} {y:g})"><title>{_name(code)}: {count}</title>'
        f'<rect width="34" height="34"/><text x="17" y="15">{code}</text>{shown}</g>'
    )
