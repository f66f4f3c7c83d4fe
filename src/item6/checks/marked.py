"""A checked text as every output shows it: paragraphs in which the claims are marked, each with its note."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from item6.checks.checking import Checked, counts_of
from item6.checks.evidence import Evidence, Opened, Source
from item6.checks.marks import MARKS, Mark
from item6.checks.resolving import Context
from item6.measures.definitions import SHARE
from item6.measures.wording import STAGE_PHRASES
from item6.record.reader import Record
from item6.terms.states import name_of

LONGEST = 1200
"""Setting: characters after which a paragraph without end is shown in parts, at the end of a line."""

_WRAPPED = 45
"""Characters from which a line may be one that goes on; a shorter one is a heading, an address, a cell."""
_ENDS = re.compile(r"[.!?:;”\"’)]\s*$")
_ITEM = re.compile(r"\s*(?:[•*\-–#]|\d{1,3}[.)]\s)")


@dataclass(frozen=True, slots=True)
class Note:
    """A claim with all that is said of it. number: of the claim in the text, from 1."""

    number: int
    checked: Checked
    evidence: tuple[Evidence, ...]
    sources: tuple[Source, ...]

    @property
    def mark(self) -> Mark:
        """How its verdict is shown."""
        return MARKS[self.checked.verdict.verdict]

    @property
    def what(self) -> str:
        """What is counted, of which review, in words: `supported, China, cycle 4`."""
        about = self.checked.about
        review = f"{name_of(about.review.state)}, cycle {about.review.cycle}" if about.review else ""
        known = review or (name_of(about.state) if about.state else "")
        return ", ".join(filter(None, (self.checked.claim.role.replace("_", " "), known)))

    @property
    def basis(self) -> str:
        """What was counted, and the value on it."""
        verdict = self.checked.verdict
        percent = "\u00a0%" if SHARE in verdict.reference.partition("@")[0] else ""
        return f"{verdict.basis}: {verdict.computed}{percent}" if verdict.basis and verdict.computed else verdict.basis

    @property
    def stage(self) -> str:
        """Where the answers stand, in words; empty where the basis says it."""
        stage = self.checked.verdict.stage or self.checked.about.stage
        words = self.evidence[0].stage if self.evidence else STAGE_PHRASES.get(stage, "")
        return "" if words in self.checked.verdict.basis else words

    @property
    def known(self) -> str:
        """Stage and date in words, as far as the basis does not say them."""
        return ", ".join(filter(None, (self.stage, f"documents up to {self.date}" if self.date else "")))

    @property
    def date(self) -> str:
        """Of the newest document behind the figures: an ISO date, or empty."""
        return max((each.date for each in self.evidence), default="")


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words of a paragraph. numbers: of the claims that they belong to. begins: of those that begin here."""

    text: str
    numbers: tuple[int, ...] = ()
    begins: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, with the notes of the claims that begin in it."""

    pieces: tuple[Piece, ...]
    notes: tuple[Note, ...]


@dataclass(frozen=True, slots=True)
class Marked:
    """name: of the statement. record: hash, empty without one. context: what the user said of the statement."""

    name: str
    text: str
    notes: tuple[Note, ...]
    record: str
    context: Context

    @property
    def counts(self) -> Mapping[str, int]:
        """How many claims have each verdict, in the order of MARKS."""
        found = counts_of([each.checked for each in self.notes])
        return {verdict: found[verdict] for verdict in MARKS if verdict in found}

    @property
    def evidence(self) -> Mapping[str, Evidence]:
        """All Figures behind the notes by reference, each once, in their order."""
        return {each.reference: each for note in self.notes for each in note.evidence}

    def blocks(self) -> Iterator[Block]:
        """The paragraphs in order."""
        waiting = list(self.notes)
        at = 0
        for start, end in _paragraphs(self.text):
            here = at
            while at < len(waiting) and waiting[at].checked.claim.start < end:
                at += 1
            reaching = [each for each in waiting[max(0, here - _REACH) : at] if each.checked.claim.end > start]
            yield Block(tuple(_pieces(self.text, start, end, reaching)), tuple(waiting[here:at]))


_REACH = 8
"""Claims of the paragraphs before that may reach into one."""


def mark(name: str, text: str, made: Sequence[Checked], record: Record | None, context: Context) -> Marked:
    """A checked text with what stands behind its verdicts. made: of `check`, on the same record."""
    opened = Opened(record) if record else None
    ordered = sorted(made, key=lambda each: (each.claim.start, each.claim.end))
    notes = tuple(
        Note(
            number, each, opened.evidence(each.verdict.reference) if opened else (),
            opened.sources(each) if opened else (),
        )
        for number, each in enumerate(ordered, 1)
    )  # fmt: skip
    return Marked(name, text, notes, record.hash if record else "", context)


def unwrapped(text: str) -> str:
    """The text at the same places, with a space for each line end inside of a paragraph."""
    pieces, at = [], 0
    for start, end in _paragraphs(text):
        pieces += [text[at:start], text[start:end].replace("\n", " ")]
        at = end
    return "".join([*pieces, text[at:]])


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """The paragraphs as they are shown: lines that go on are kept together, empty ones left out."""
    start, at, lines = 0, 0, text.split("\n")
    for number, line in enumerate(lines):
        end = at + len(line)
        after = lines[number + 1] if number + 1 < len(lines) else ""
        if not line.strip():
            start = end + 1
        elif _is_over(line, after) or end - start > LONGEST:
            yield start, end
            start = end + 1
        at = end + 1


def _is_over(line: str, after: str) -> bool:
    return len(line) < _WRAPPED or not after.strip() or _ENDS.search(line) is not None or _ITEM.match(after) is not None


def _pieces(text: str, start: int, end: int, notes: Sequence[Note]) -> Iterator[Piece]:
    """Characters `start` to `end` of a text, cut where claims begin and end."""
    spans = [(max(start, each.checked.claim.start), min(end, each.checked.claim.end), each) for each in notes]
    cuts = sorted({start, end, *(cut for first, last, _ in spans for cut in (first, last))})
    live: list[tuple[int, int, Note]] = []
    waiting = 0
    for first, last in pairwise(cuts):
        while waiting < len(spans) and spans[waiting][0] <= first:
            live.append(spans[waiting])
            waiting += 1
        live = [each for each in live if each[1] > first]
        begins = tuple(each.number for _, _, each in live if each.checked.claim.start == first)
        yield Piece(text[first:last], tuple(each.number for _, _, each in live), begins)
