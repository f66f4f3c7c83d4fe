"""A Document as templates show it: blocks with their kind, runs with what they lead to."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from django.urls import reverse

from item6.briefings.document import (
    Block,
    Bullets,
    Document,
    Entry,
    Heading,
    Number,
    Paragraph,
    Picture,
    Run,
    Source,
    Space,
    Table,
    Text,
)
from item6.terms.figures import Figure
from item6.terms.names import parse_recommendation_name

_BESIDE = 40
"""Rows of a table that can stand beside its picture without making the page slow to come."""
_SIZE = re.compile(r' width="(\d+)" height="(\d+)"')


@dataclass(frozen=True, slots=True)
class Shown:
    """A run. kind: `text`, `number` or `source`. address: where it leads, or empty."""

    kind: str
    words: str
    manner: str = ""
    address: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """A block. kind: its class in lower case. apart: whether its table is too long to stand beside its picture."""

    kind: str
    block: Block
    runs: tuple[Shown, ...] = ()
    rows: tuple[Any, ...] = ()
    width: str = ""
    height: str = ""
    apart: bool = False

    @property
    def lines(self) -> range:
        """Lines of a space to write in."""
        return range(getattr(self.block, "lines", 0))


def parts_of(document: Document) -> Iterator[Part]:
    """The blocks in order."""
    for block in document.blocks:
        yield _part(block)


def table_of(document: Document, name: str) -> list[Part]:
    """The table of one picture, as a part of its own; empty where there is no such picture."""
    return [_part(block.table) for block in document.blocks if isinstance(block, Picture) and block.name == name]


def _part(block: Block) -> Part:
    kind = type(block).__name__.lower()
    match block:
        case Picture():
            size = _SIZE.search(block.svg)
            width, height = size.groups() if size else ("", "")
            rows, apart = _rows(block.table), len(block.table.rows) > _BESIDE
            return Part(kind, block, rows=rows, width=width, height=height, apart=apart)
        case Table():
            return Part(kind, block, rows=_rows(block))
        case Bullets(items):
            return Part(kind, block, rows=tuple(map(_runs, items)))
        case Entry():
            return Part(kind, block, _runs((*block.answer, Text(" "), block.source)))
        case Paragraph(runs):
            return Part(kind, block, _runs(runs))
        case Heading() | Space():
            return Part(kind, block)


def _rows(table: Table) -> tuple[Any, ...]:
    """Cells, each with whether it is a number."""
    return tuple(
        tuple((_runs(cell), column.is_number) for cell, column in zip(row, table.columns, strict=True))
        for row in table.rows
    )


def _runs(runs: Iterable[Run]) -> tuple[Shown, ...]:
    return tuple(map(_shown, runs))


def _shown(run: Run) -> Shown:
    match run:
        case Number():
            return Shown("number", run.words, address=f"{reverse('figure')}?ref={_in_address(run.figure)}")
        case Source():
            return Shown("source", run.words, address=_recommendation(run.name))
        case Text():
            return Shown("text", run.words, run.manner)


def _in_address(figure: Figure) -> str:
    """The reference of a figure as an address holds it, with the beginning of the record's hash: it names it alone."""
    asked, _, record = figure.reference.rpartition("#")
    return quote(f"{asked}#{record[:12]}", safe="?@:=/!*'(),")


def _recommendation(name: str) -> str:
    found = parse_recommendation_name(name) if name else None
    if found is None:
        return ""
    return reverse("recommendation", kwargs={"review": str(found.review), "number": found.number})
