"""What was recommended: numbered recommendations, the texts under each, and who made them."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass

from item6.terms.passages import Passage


@dataclass(frozen=True, slots=True)
class Text:
    """One text under a number.

    part: counted from 1 in printed order.
    words: printed words in their order, spans listed in the passage; brackets of States taken out.
    states: ISO3 codes in printed order, empty for a collective recommendation.
    states_as_written: the brackets as printed, in order.
    """

    part: int
    words: str
    states: tuple[str, ...]
    states_as_written: tuple[str, ...]
    passage: Passage


@dataclass(frozen=True, slots=True)
class Recommendation:
    """A numbered recommendation of a report.

    number: label without final dot (`28.212`, `114.1`, `45`, `27(b)`).
    number_as_printed: what the page prints, `1.` where the list restarts under paragraph 114.
    kind: `listed` (in the list of conclusions), `dialogue` (only in the summary of the dialogue, named
        from the conclusions by paragraph).
    """

    number: str
    number_as_printed: str
    kind: str
    texts: tuple[Text, ...]
    passage: Passage

    @property
    def states(self) -> tuple[str, ...]:
        """Recommending States of all texts, each once, in printed order."""
        return tuple(dict.fromkeys(state for text in self.texts for state in text.states))


@dataclass(frozen=True, slots=True)
class Commitment:
    """A voluntary pledge or commitment of the State under review; never a recommendation."""

    number: str
    words: str
    passage: Passage


@dataclass(frozen=True, slots=True)
class StatedTotal:
    """A number that the document itself states, to be compared with what was counted.

    measure: `speakers` (delegations that made statements), `received`, `supported` or `noted` (recommendations).
    """

    measure: str
    value: int
    passage: Passage


@dataclass(frozen=True, slots=True)
class Speaker:
    """A State that took the floor in the interactive dialogue, with the first place that says so."""

    state: str
    passage: Passage


def fingerprint(words: str) -> str:
    """Twelve hexadecimal digits that stay the same when only case, spacing and punctuation change.

    Kept with references that people hold, so that a name that comes to mean another text is noticed.
    """
    folded = " ".join(re.findall(r"\w+", words.casefold()))
    return hashlib.sha256(folded.encode()).hexdigest()[:12]
