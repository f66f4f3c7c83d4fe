"""How often suggested themes, affected persons and goals are right: against OHCHR's matrices in the corpus.

Nothing that is measured was learned from a matrix, so each of them is left out by itself. What was seen of them when
the rules were written is their lists of values, not their texts.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from item6.annotate import suggest
from item6.annotate.crosswalk import OHCHR_2, OHCHR_3, across

MATRICES = {
    "China 2013": ("matrix_china_2013.csv", OHCHR_2),
    "Slovenia 2014": ("matrix_slovenia_2014.csv", OHCHR_2),
    "China 2018": ("matrix_china_2018.csv", OHCHR_2),
    "Slovenia 2019": ("matrix_slovenia_2019.csv", OHCHR_3),
}

_STATES = re.compile(r"\([A-Z][^()]*\)")
_PERSONS = {
    "migrants": "migrants & domestic workers",
    "persons deprived of their liberty": "persons deprived of their liberty & detainees",
    "lesbian, gay, bisexual, transgender and intersex persons (lgbti)": "lesbian, gay, bisexual and transgender and "
    "intersex persons (lgbti)",
    "law enforcement / police officials": "law enforcement / police & prison officials",
    "prison officials": "law enforcement / police & prison officials",
}
"""Affected persons of cycle 2 in the words of cycle 3."""


@dataclass(frozen=True)
class Score:
    """Of suggested and gold labels. beyond: gold themes that have none in cycle 3; `f1_all` counts them as missed."""

    right: int
    suggested: int
    gold: int
    beyond: int = 0

    @property
    def precision(self) -> float:
        """Share of the suggested ones that were right."""
        return self.right / max(self.suggested, 1)

    @property
    def recall(self) -> float:
        """Share of the gold ones that were suggested."""
        return self.right / max(self.gold, 1)

    @property
    def f1(self) -> float:
        """Harmonic mean of both."""
        return 2 * self.right / max(self.suggested + self.gold, 1)

    @property
    def f1_all(self) -> float:
        """The same where themes that cycle 3 does not have count as missed."""
        return 2 * self.right / max(self.suggested + self.gold + self.beyond, 1)


def measure(corpus: Path) -> dict[str, dict[str, Score]]:
    """By matrix: scores of themes, persons and sdgs (only where the matrix has goals)."""
    return {
        name: _of_matrix(_rows(corpus / "gold" / file), vocabulary) for name, (file, vocabulary) in MATRICES.items()
    }


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _of_matrix(rows: list[dict[str, str]], vocabulary: str) -> dict[str, Score]:
    found = [suggest(_STATES.sub(" ", row["text"])) for row in rows]
    themes = [_themes(row["themes"], vocabulary) for row in rows]
    beyond = sum(missing for _, missing in themes)
    scores = {
        "themes": _score(
            ((gold, {each.label for each in s.themes}) for (gold, _), s in zip(themes, found, strict=True)), beyond
        ),
        "persons": _score(
            (_persons(row["affected"]), {each.label.casefold() for each in s.persons})
            for row, s in zip(rows, found, strict=True)
        ),
    }
    goals = [(_goals(row["sdgs"]), {each.label for each in s.sdgs}) for row, s in zip(rows, found, strict=True)]
    if any(gold for gold, _ in goals):
        scores["sdgs"] = _score(pair for pair in goals if pair[0])
    return scores


def _score(pairs: Iterable[tuple[set[str], set[str]]], beyond: int = 0) -> Score:
    right = suggested = gold = 0
    for true, said in pairs:
        right, suggested, gold = right + len(true & said), suggested + len(said), gold + len(true)
    return Score(right, suggested, gold, beyond)


def _themes(cell: str, vocabulary: str) -> tuple[set[str], int]:
    """Themes in the words of cycle 3, and how many have none there."""
    links = [across(theme, vocabulary, OHCHR_3) for theme in cell.split("|") if theme]
    return {found[0].value for found in links if found}, sum(not found for found in links)


def _persons(cell: str) -> set[str]:
    """`general` says that nobody in particular is meant, and is no group."""
    named = {each.casefold() for each in cell.split("|") if each}
    return {_PERSONS.get(each, each) for each in named} - {"general"}


def _goals(cell: str) -> set[str]:
    """`S04 SDG 4 - education` and `4 - QUALITY EDUCATION` are `4`."""
    numbers = (re.search(r"\d+", re.sub(r"^S\d\d ", "", each)) for each in cell.split("|") if each)
    return {found[0] for found in numbers if found}
