"""How well claims are found in labelled sentences, by kind; with a record, also what is said of them.

    python benchmarks/claims.py ../shared/claims [--home WORKSPACE] [--list]

A claim is found where kind and value are those of a label (kind alone for `none-of` and `rank`, whose values are free
words). Prints labels, found, and found beside them for each kind, with precision, recall and F1; with --home the
verdicts beside the labels' own, and the speed. --list names the sentences with a difference by their ids.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "src"))

from item6.checks.checking import Checked, check
from item6.checks.resolving import Context
from item6.record.reader import Record, open_record

_FREE = ("none-of", "rank")
_WORDS = {"half": "50", "majority": "50", "three": "3"}


@dataclass
class Score:
    """What was labelled, found, and found where nothing is labelled, by kind; verdicts beside labels."""

    labelled: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    beside: Counter[str] = field(default_factory=Counter)
    verdicts: Counter[tuple[str, str]] = field(default_factory=Counter)
    reviews: Counter[bool] = field(default_factory=Counter)
    differing: list[str] = field(default_factory=list)
    flagged: list[str] = field(default_factory=list)

    def of(self, kind: str) -> tuple[float, float, float]:
        """Precision, recall and F1 of a kind, or of `all`."""
        if kind == "all":
            return figures_of(self.labelled.total(), self.found.total(), self.beside.total())
        return figures_of(self.labelled[kind], self.found[kind], self.beside[kind])


def scored(folder: Path, record: Record | None = None) -> Score:
    """The score on claims.jsonl of a folder."""
    score = Score()
    for line in (folder / "claims.jsonl").read_text(encoding="utf-8").splitlines():
        _sentence(score, json.loads(line), record)
    return score


def _sentence(score: Score, labelled: dict[str, Any], record: Record | None) -> None:
    made = check(labelled["sentence"], record, Context(as_of=_day(labelled["date"])))
    left = list(made)
    missed = []
    for label in labelled["claims"]:
        score.labelled[label["kind"]] += 1
        hit = next((each for each in left if _is_it(each, label)), None)
        if hit is None:
            missed.append(label["kind"])
            continue
        left.remove(hit)
        score.found[label["kind"]] += 1
        score.verdicts[label["verdict_expected"], hit.verdict.verdict] += 1
        if hit.is_wrong or label["verdict_expected"] == "contradicted":
            said = f"{hit.about.review} {hit.verdict.verdict} {hit.verdict.computed} {hit.verdict.why}"
            score.flagged.append(f"{labelled['id']} {hit.claim.text} {label['verdict_expected']}: {said}")
        if hit.about.state and labelled["state_iso3"]:
            named = f"{labelled['state_iso3']}-{labelled['cycle']}"
            score.reviews[str(hit.about.review) == named] += 1
    score.beside.update(each.claim.kind for each in left)
    if missed or left:
        score.differing.append(f"{labelled['id']} missed {missed} beside {[each.claim.kind for each in left]}")


def _day(date: str | None) -> str:
    """The end of a day, month or year."""
    return {4: f"{date}-12-31", 7: f"{date}-28"}.get(len(date), date) if date else ""


def _is_it(each: Checked, label: dict[str, Any]) -> bool:
    if each.claim.kind != label["kind"]:
        return False
    value = re.sub(r"^(?:[~><=]+|top)", "", str(label["value"]))
    return label["kind"] in _FREE or _number(each.claim.printed) == _number(_WORDS.get(value, value))


def _number(printed: str) -> str | float:
    try:
        return float(printed)
    except ValueError:
        return printed


def figures_of(labelled: int, found: int, beside: int) -> tuple[float, float, float]:
    """Precision, recall and F1."""
    precision = found / (found + beside) if found + beside else 0.0
    recall = found / labelled if labelled else 0.0
    return precision, recall, 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--home", type=Path)
    parser.add_argument("--list", action="store_true")
    args = parser.parse_args()
    record = open_record(args.home) if args.home else None
    begun = time.perf_counter()
    score = scored(args.folder, record)
    seconds = time.perf_counter() - begun
    print(f"{'kind':<12} labelled found beside precision recall    F1")
    for kind in score.labelled:
        _line(kind, score.labelled[kind], score.found[kind], score.beside[kind])
    _line("all", score.labelled.total(), score.found.total(), score.beside.total())
    sentences = len((args.folder / "claims.jsonl").read_text(encoding="utf-8").splitlines())
    print(f"{sentences} sentences in {seconds:.2f} s")
    if record:
        print(f"review as labelled, of claims about one State: {score.reviews[True]} of {score.reviews.total()}")
        for (expected, said), count in sorted(score.verdicts.items()):
            print(f"  {expected:<15} {said:<28} {count}")
        print("\n".join(score.flagged))
    if args.list:
        print("\n".join(score.differing))


def _line(kind: str, labelled: int, found: int, beside: int) -> None:
    precision, recall, f1 = figures_of(labelled, found, beside)
    print(f"{kind:<12} {labelled:>8} {found:>5} {beside:>6} {precision:>9.2f} {recall:>6.2f} {f1:>5.2f}")


if __name__ == "__main__":
    main()
