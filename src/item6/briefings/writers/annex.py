"""What stands after the last block of every document: notes, sources, and what recomputes the figures of tables."""

from __future__ import annotations

from dataclasses import dataclass

from item6.briefings.writers import words
from item6.briefings.writers.laid import Laid, Listed
from item6.briefings.writers.notes import Note


@dataclass(frozen=True, slots=True)
class Annex:
    """head: what all notes share. how: what the lines are for. listed: of the text, then by table and chart."""

    head: str
    notes: tuple[Note, ...]
    sources: tuple[str, ...]
    how: str
    listed: tuple[Listed, ...]

    def __bool__(self) -> bool:
        return bool(self.notes or self.sources or self.listed)

    @property
    def has_figures(self) -> bool:
        """Whether there is anything to recompute."""
        return bool(self.listed)


def annex_of(laid: Laid) -> Annex:
    """The annex of a document."""
    how = words.RECOMPUTE.format(record=laid.document.record[:12])
    return Annex(laid.head, laid.notes, laid.document.sources, how, laid.listed)


def mark_of(laid: Laid) -> str:
    """What the header says beside the title: `CHN-3 · record 49f397bbb6c8`."""
    if laid.document.running is not None:
        return ""
    record = words.RECORD.format(record=laid.document.record[:12])
    return f"{laid.document.review} · {record}" if laid.document.review else record


def kind_of(laid: Laid) -> str:
    """What the head of the first page says: `Embassy brief`."""
    if laid.document.running is not None:
        return laid.document.running[0]
    return laid.document.kind.replace("-", " ").replace("_", " ").capitalize()


def foot_of(laid: Laid) -> str:
    """What the foot of every page says."""
    return words.FOOT if laid.document.running is None else laid.document.running[1]
