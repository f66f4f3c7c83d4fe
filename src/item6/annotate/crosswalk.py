"""From the themes of one vocabulary to those of another: OHCHR's of three cycles, and UPR Info's issues.

`crosswalk.csv` holds the links, each with its reason and with what is lost on the way. A link is read in both
directions. Where two vocabularies are not linked themselves, the way goes through those between them.
"""

from __future__ import annotations

import csv
from collections import defaultdict
from dataclasses import dataclass
from functools import cache

from item6.annotate.rules import FOLDER

OHCHR_2, OHCHR_3, OHCHR_4, UPR_INFO = VOCABULARIES = ("ohchr-2", "ohchr-3", "ohchr-4", "upr-info")
"""Themes of OHCHR's matrices of cycle 2 (with a code) and 3, of its index since cycle 4, and UPR Info's issues."""

EXACT, BROADER, NARROWER, RELATED = KINDS = ("exact", "broader", "narrower", "related")
"""The other value means the same, holds more, is a part of it, or shares some texts with it."""

_BACK = {EXACT: EXACT, BROADER: NARROWER, NARROWER: BROADER, RELATED: RELATED}
_ORDER = {kind: place for place, kind in enumerate(KINDS)}


@dataclass(frozen=True, slots=True)
class Link:
    """A value in another vocabulary. kind: one of KINDS, seen from the value asked for. reason: why they are linked.

    lossy: what cannot be told any more after going this way, empty where nothing is lost.
    """

    vocabulary: str
    value: str
    kind: str
    reason: str
    lossy: str = ""


def across(value: str, source: str, target: str) -> tuple[Link, ...]:
    """What a value of one vocabulary is in another, the nearest first; nothing where the value is not known.

    value: as printed; codes, case, spaces and `&` make no difference. ValueError for an unknown vocabulary.
    """
    for name in (source, target):
        if name not in VOCABULARIES:
            raise ValueError(f"“{name}” is no vocabulary; there are {', '.join(VOCABULARIES)}")
    start = find(value, source)
    if start is None:
        return ()
    if source == target:
        return (Link(target, start, EXACT, "the same vocabulary"),)
    return tuple(sorted(_ways(start, source, target), key=lambda link: (_ORDER[link.kind], link.value)))


def find(value: str, vocabulary: str) -> str | None:
    """The value as the crosswalk writes it; None where the vocabulary has no such value."""
    return _by_words()[vocabulary].get(_plain(value))


def values_of(vocabulary: str) -> tuple[str, ...]:
    """All values of a vocabulary that the crosswalk knows, sorted."""
    return tuple(sorted(set(_by_words()[vocabulary].values())))


def _ways(start: str, source: str, target: str) -> list[Link]:
    """The links to the target by the shortest ways: nearer vocabularies are passed before further ones."""
    reached = {source: [Link(source, start, EXACT, "")]}
    while target not in reached:
        further: dict[str, dict[str, Link]] = defaultdict(dict)
        for links in reached.values():
            for before in links:
                for link in _links()[before.vocabulary, before.value]:
                    if link.vocabulary not in reached:
                        _keep(further[link.vocabulary], _joined(before, link))
        if not further:
            return []
        reached |= {name: list(found.values()) for name, found in further.items()}
    return reached[target]


def _keep(found: dict[str, Link], link: Link) -> None:
    """Of two ways to one value the nearer one."""
    held = found.get(link.value)
    if held is None or _ORDER[link.kind] < _ORDER[held.kind]:
        found[link.value] = link


def _joined(before: Link, link: Link) -> Link:
    """Two links one after the other: broader stays broader, broader and narrower are only related."""
    kinds = {before.kind, link.kind} - {EXACT}
    kind = EXACT if not kinds else kinds.pop() if len(kinds) == 1 else RELATED
    reason = "; ".join(filter(None, (before.reason, link.reason)))
    return Link(link.vocabulary, link.value, kind, reason, "; ".join(filter(None, (before.lossy, link.lossy))))


@cache
def _links() -> dict[tuple[str, str], list[Link]]:
    links: dict[tuple[str, str], list[Link]] = defaultdict(list)
    for row in _rows():
        here, there = (row["from_vocabulary"], row["from"]), (row["to_vocabulary"], row["to"])
        links[here].append(Link(*there, row["kind"], row["reason"], row["lossy"]))
        links[there].append(Link(*here, _BACK[row["kind"]], row["reason"], row["lossy"]))
    return links


@cache
def _by_words() -> dict[str, dict[str, str]]:
    known: dict[str, dict[str, str]] = {name: {} for name in VOCABULARIES}
    for vocabulary, value in _links():
        known[vocabulary][_plain(value)] = value
        known[vocabulary].setdefault(_plain(_without_code(value)), value)
    return known


def _rows() -> list[dict[str, str]]:
    with (FOLDER / "crosswalk.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _plain(value: str) -> str:
    return "".join(value.casefold().replace("&", "and").split())


def _without_code(value: str) -> str:
    """`A12 Acceptance ...` without `A12`."""
    code, _, rest = value.partition(" ")
    return rest if len(code) <= 3 and code[0].isupper() and (code[1:].isdigit() or code == "S") else value
