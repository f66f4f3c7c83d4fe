"""How well claims are found in sentences of our own, by kind: those of tests/checks/sentences.

    python benchmarks/claims_heard.py [FILE ...] [--list]

A claim is found where kind and value are those of a label (kind alone for `none-of` and `rank`); with role, where what
is counted is right too. --list prints each sentence with a difference.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "src"))

from item6.checks.claims import KINDS, Claim
from item6.checks.finding import claims

FOLDER = Path(__file__).resolve().parents[1] / "tests" / "checks" / "sentences"
FREE = ("none-of", "rank")
"""Kinds whose values are not compared."""
ROLED = ("count", "share", "comparison", "signatories")
"""Kinds of which it is scored what is counted."""
ALIKE = (
    {"rejected", "not_supported"}, {"recommending_states", "speakers"}, {"signatories", "experts"},
)  # fmt: skip
"""Roles that say the same of a number of a sentence."""


@dataclass(frozen=True, slots=True)
class Label:
    """What must be found in a sentence."""

    kind: str
    role: str
    value: str


@dataclass
class Score:
    """What was labelled, found, and found beside labels, by kind; the roles that were right; differences in words."""

    labelled: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    beside: Counter[str] = field(default_factory=Counter)
    right: Counter[str] = field(default_factory=Counter)
    differing: list[str] = field(default_factory=list)

    def add(self, sentence: str, labels: list[Label]) -> None:
        """Tries the finder on a sentence."""
        left, said = claims(sentence), []
        for label in labels:
            self.labelled[label.kind] += 1
            hit = next((each for each in left if _is(each, label)), None)
            if hit is None:
                said.append(f"    missed {label.kind} {label.role} {label.value}")
                continue
            left.remove(hit)
            self.found[label.kind] += 1
            right = label.kind not in ROLED or _same(hit.role, label.role)
            self.right[label.kind] += right
            if not right:
                said.append(f"    role   {label.kind} {label.role} {label.value}: {hit.role}")
        self.beside.update(each.kind for each in left)
        said += [f"    beside {each.kind} {each.role} {each.printed}: {each.text}" for each in left]
        if said:
            self.differing.append("\n".join([sentence, *said]))


def labelled(path: Path) -> list[tuple[str, list[Label]]]:
    """The sentences of a file with their labels."""
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    return [
        (said, [] if found.strip() == "none" else [Label(*each.split()) for each in found.split(";")])
        for said, found in zip(lines[::2], lines[1::2], strict=True)
    ]


def scored(paths: list[Path]) -> Score:
    """The score on the sentences of files."""
    score = Score()
    for path in paths:
        for sentence, labels in labelled(path):
            score.add(sentence, labels)
    return score


def _is(claim: Claim, label: Label) -> bool:
    if claim.kind != label.kind:
        return False
    if label.kind in FREE or claim.printed == label.value:
        return True
    try:
        return abs(float(claim.printed) - float(label.value)) < 0.05  # a third is 33.33
    except ValueError:
        return False


def _same(role: str, label: str) -> bool:
    return role == label or any({role, label} <= alike for alike in ALIKE)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", type=Path, nargs="*")
    parser.add_argument("--list", action="store_true")
    args = parser.parse_args()
    score = scored(args.files or sorted(FOLDER.glob("*.txt")))
    print(f"{'kind':<12} labelled found beside precision recall  role")
    for kind in (each for each in KINDS if score.labelled[each]):
        _line(kind, score.labelled[kind], score.found[kind], score.beside[kind], score.right[kind])
    _line("all", score.labelled.total(), score.found.total(), score.beside.total(), score.right.total())
    if args.list:
        print("\n".join(score.differing))


def _line(kind: str, labels: int, found: int, beside: int, right: int) -> None:
    precision = found / (found + beside) if found + beside else 1.0
    role = right / found if found else 1.0
    print(f"{kind:<12} {labels:>8} {found:>5} {beside:>6} {precision:>9.2f} {found / labels:>6.2f} {role:>5.2f}")


if __name__ == "__main__":
    main()
