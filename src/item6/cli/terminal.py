"""How it looks: widths, colours, bars. Plain text where the output is no terminal or NO_COLOR is set."""

from __future__ import annotations

import os
import sys
import textwrap
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import IO

from rich.cells import cell_len, set_cell_size
from rich.console import Console
from rich.text import Text

from item6.measures import wording
from item6.terms.answers import NOTED, PARTLY, PENDING, SUPPORTED

PLAIN_WIDTH = 100
"""Columns where there is no terminal to ask."""

BY_SUPPORT = (SUPPORTED, PARTLY, NOTED, PENDING)
"""Positions in the order in which bars show them."""

STYLES = {SUPPORTED: "#2a9d8f", PARTLY: "#2a9d8f", NOTED: "#c58b1b", PENDING: "bright_black"}
"""Colour carries the position and nothing else: teal, teal hatched, ochre, grey."""

_FILL = {SUPPORTED: "█", PARTLY: "▚", NOTED: "▒", PENDING: "·"}
_ASCII_FILL = {SUPPORTED: "#", PARTLY: "%", NOTED: "=", PENDING: "."}


class _Console(Console):
    """A console that leaves a closed pipe to whoever runs the command."""

    def on_broken_pipe(self) -> None:
        """Not an end of the program with code 1, as rich has it."""
        raise BrokenPipeError


def console(stream: IO[str] | None = None) -> Console:
    """A console that writes text as it is. stream: standard output by default."""
    stream = stream or sys.stdout
    terminal = stream.isatty()
    width = None if terminal or "COLUMNS" in os.environ else PLAIN_WIDTH
    return _Console(file=stream, width=width, highlight=False, markup=False, emoji=False, soft_wrap=True)


def fill_of(position: str, stream: IO[str]) -> str:
    """The character that bars of this position are filled with; ASCII where the stream knows no other."""
    fill = _FILL[position]
    try:
        fill.encode(getattr(stream, "encoding", None) or "utf-8")
    except (UnicodeEncodeError, LookupError):
        return _ASCII_FILL[position]
    return fill


def stacked_bar(counts: Mapping[str, int], width: int, stream: IO[str]) -> Text:
    """One bar of `width` columns for all positions, in their order; whoever has one is seen."""
    bar = Text()
    for position, cells in share_out(counts, width).items():
        bar.append(fill_of(position, stream) * cells, STYLES[position])
    return bar


def share_out(counts: Mapping[str, int], width: int) -> dict[str, int]:
    """`width` columns shared by the counts: at least one column for each that is not 0, the rest in proportion."""
    present = {name: count for name, count in counts.items() if count > 0}
    total = sum(present.values())
    if not total or width < len(present):
        return {}
    free = width - len(present)
    cells = {name: 1 + free * count // total for name, count in present.items()}
    by_rest = sorted(present, key=lambda name: -(free * present[name] % total))
    for name in by_rest[: width - sum(cells.values())]:
        cells[name] += 1
    return cells


def clean(text: str) -> str:
    """The text on one line, without characters that would steer the terminal or turn its direction round."""
    return "".join(map(_shown, text)) if not text.isascii() or not text.isprintable() else text


def fit(text: str, width: int) -> str:
    """The text in exactly `width` columns, cut with an ellipsis or filled with spaces."""
    text = clean(" ".join(text.split()))
    if cell_len(text) <= width:
        return set_cell_size(text, width)
    return set_cell_size(set_cell_size(text, max(0, width - 1)).rstrip() + "…", width)


def percent(part: int, whole: int) -> str:
    """`81.0 %` with a space that does not break, half a tenth rounded up; empty for a share of nothing."""
    return wording.percent(Fraction(part, whole) if whole else None)


MOST_WIDE = 110
"""Columns of running text where the terminal is wider than people read."""


def print_wrapped(console: Console, words: str, first: str = "", rest: str | None = None, style: str = "") -> None:
    """Words below each other: `first` before the first line, `rest` (as `first`) before the others."""
    rest = " " * cell_len(first) if rest is None else rest
    width = max(30, min(console.width, MOST_WIDE) - cell_len(rest))
    for index, line in enumerate(textwrap.wrap(clean(words), width, break_long_words=False, break_on_hyphens=False)):
        console.print(Text((rest if index else first) + line, style=style), soft_wrap=True)


def print_text(console: Console, text: Text, indent: int) -> None:
    """A text whose further lines are indented; its styles stay."""
    width = max(30, min(console.width, MOST_WIDE))
    first, *rest = text.wrap(console, width)
    for line in rest:
        line.rstrip()
    behind = list(Text(" ").join(rest).wrap(console, width - indent)) if rest else []
    for line in (first, *(Text(" " * indent).append_text(each) for each in behind)):
        line.rstrip()
        console.print(line, soft_wrap=True)


def print_cells(
    console: Console, heads: Sequence[str], rows: Sequence[tuple[str, Sequence[str]]], most: int = 46
) -> None:
    """A table of names and, to their right, cells as wide as they must be. A long name goes on below itself.

    heads: of the columns of cells. rows: name and cells. most: columns that names take where there is room.
    """
    widths = [
        max(cell_len(each) for each in column) + 2 for column in zip(heads, *(cells for _, cells in rows), strict=True)
    ]
    room = max(20, min(most, console.width - sum(widths)))
    console.print(Text(" " * room + _cells(heads, widths), style="bold"))
    for name, cells in rows:
        lines = textwrap.wrap(clean(name), room - 1, subsequent_indent="  ", break_on_hyphens=False) or [""]
        console.print(Text(fit(lines[0], room) + _cells(cells, widths)))
        for line in lines[1:]:
            console.print(Text(line))


def _cells(cells: Sequence[str], widths: Sequence[int]) -> str:
    return "".join(" " * (width - cell_len(cell)) + cell for cell, width in zip(cells, widths, strict=True)).rstrip()


def print_line(console: Console, name: str, words: str) -> None:
    """A name and its words, which go on below each other; what has no space to break at stays whole."""
    width = max(30, min(console.width, MOST_WIDE) - 10)
    for index, line in enumerate(textwrap.wrap(clean(words), width, break_long_words=False, break_on_hyphens=False)):
        console.print(Text.assemble((f"{'' if index else name:<10}", "dim"), line), soft_wrap=True)


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table for people. width: columns. right: numbers stand to the right."""

    title: str
    width: int
    right: bool = False

    def cell(self, value: object) -> str:
        """The value as it stands in the column."""
        text = fit(str(value), self.width)
        return text.strip().rjust(self.width) if self.right else text


def _shown(sign: str) -> str:
    category = unicodedata.category(sign)
    if category in ("Cc", "Zl", "Zp"):
        return " "
    if unicodedata.bidirectional(sign) in _TURNING:
        return ""
    return "�" if category == "Cs" else sign


_TURNING = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}
