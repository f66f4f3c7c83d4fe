"""How well claims are found in labelled sentences, by kind; with a record, also what is said of them.

    python benchmarks/claims.py ../shared/claims [--home WORKSPACE] [--list]

A claim is found where kind and value are those of a label (kind alone for `none-of` and `rank`, whose values are free
words). Prints labels, found, and found beside them for each kind, with precision, recall and F1; with --home the
verdicts beside the labels' own, and the speed. --list names the sentences with a difference by their ids.
"""

from __future__ import annotations

import argparse
import csv
import hashlib
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
from item6.checks.claims import WRONG
from item6.checks.demonyms import named_states
from item6.checks.resolving import Context
from item6.record.reader import Record, open_record

VERDICTS = Path(__file__).with_name("claims_verdicts.csv")
"""Our own verdicts in the ten words: id of the sentence, place of the claim in it from 0, verdict, reason."""

AGREEING = ("matches", "matches on another count", "within rounding", "superseded")

QUESTIONED: dict[tuple[str, str], str] = {
    ("c106", "date"): "the month of a review that is named beside it, which c061 labels and this does not",
    ("c135", "date"): "the same",
    ("c201", "date"): "the day of an adoption, which is no claim here and one elsewhere",
    ("c182", "rank"): "the top five by recommendations, as c185 and c019 are labelled",
    ("c131", "thematic"): "recommendations on a theme that were noted, a count here and thematic in c218",
    ("c131", "count"): "the same",
    ("c156", "count"): "the total of 257 is said as plainly as the 250 and 246 beside it",
}
"""Labels, by sentence and kind, that contradict how the same is labelled elsewhere, with the reason."""
_FREE = ("none-of", "rank")
_ROLES = (
    (r"^not |declin|not supp", ("not_supported", "rejected")), (r"not implemented", ("not_implemented", "commitments")),
    (r"partly impl|partially impl", ("implemented_in_part",)), (r"partial|in part", ("in_part",)),
    (r"reject|refus|dismiss", ("rejected", "not_supported")), (r"pending|no clear|defer|consider", ("pending",)),
    (r"pledge", ("commitments",)), (r"implement", ("implemented",)),
    (r"accept|support", ("supported", "supported_or_in_part", "implemented", "average")),
    (r"noted", ("noted", "not_supported")),
    (r"recommending", ("recommending_states", "speakers")), (r"average", ("average", "speakers", "received")),
    (r"speak|participat|delegation|floor", ("speakers", "recommending_states")), (r"countries of sign", ("countries",)),
    (r"sign|NGO|group|coalition|expert", ("signatories",)), (r"received|total|recs", ("received", "supported")),
)  # fmt: skip
"""What the labels call a quantity, and the roles that say the same; the first that fits. Others are not scored."""
_ONE_YEAR = re.compile(
    r"\b20[0-2]\d\b|\b(?:first|second|third|fourth|1st|2nd|3rd|4th)\b[^.;]{0,20}(?:cycle|UPR|review)", re.I
)
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
    roles: Counter[str] = field(default_factory=Counter)
    named: Counter[tuple[str, bool]] = field(default_factory=Counter)
    own: Counter[tuple[str, str]] = field(default_factory=Counter)
    missed_own: Counter[str] = field(default_factory=Counter)
    aside: Counter[tuple[str, str]] = field(default_factory=Counter)

    def without_questioned(self, kind: str) -> tuple[float, float, float]:
        """The same as `of`, with the labels of QUESTIONED set aside."""
        kinds = list(self.labelled) if kind == "all" else [kind]
        missed, beside = (sum(self.aside[what, each] for each in kinds) for what in ("missed", "beside"))
        found = sum(self.found[each] for each in kinds)
        labelled = sum(self.labelled[each] for each in kinds) - missed
        return figures_of(labelled, found, sum(self.beside[each] for each in kinds) - beside)

    def of(self, kind: str) -> tuple[float, float, float]:
        """Precision, recall and F1 of a kind, or of `all`."""
        if kind == "all":
            return figures_of(self.labelled.total(), self.found.total(), self.beside.total())
        return figures_of(self.labelled[kind], self.found[kind], self.beside[kind])


def scored(folder: Path, record: Record | None = None, part: str = "") -> Score:
    """The score on claims.jsonl of a folder. part: `aside` for the third that was set aside, `seen` for the rest."""
    score, own = Score(), own_verdicts()
    for line in (folder / "claims.jsonl").read_text(encoding="utf-8").splitlines():
        labelled = json.loads(line)
        if not part or is_aside(labelled["id"]) == (part == "aside"):
            _sentence(score, labelled, record, own)
    return score


def of_pages(folder: Path, record: Record) -> Counter[str]:
    """Verdicts on the claims that are labelled as contradicted, the sentences of a page checked together."""
    pages: dict[str, list[dict[str, Any]]] = {}
    for line in (folder / "claims.jsonl").read_text(encoding="utf-8").splitlines():
        labelled = json.loads(line)
        pages.setdefault(labelled["url"], []).append(labelled)
    found: Counter[str] = Counter()
    for page in pages.values():
        text = "\n\n".join(each["sentence"] for each in page)
        made, begins = check(text, record, Context(as_of=_day(page[0]["date"]))), 0
        for each in page:
            ends = begins + len(each["sentence"])
            left = [one for one in made if begins <= one.claim.start < ends]
            for label in each["claims"]:
                hit = next((one for one in left if _is_it(one, label)), None)
                if hit is not None:
                    left.remove(hit)
                said = hit.verdict.verdict if hit else "not found"
                if label["verdict_expected"] == "contradicted" or said in WRONG:
                    found[f"{label['verdict_expected']}: {said}"] += 1
            begins = ends + 2
    return found


def is_aside(name: str) -> bool:
    """Whether a sentence is one of the third that was set aside while the patterns were written."""
    return int(hashlib.sha256(name.encode()).hexdigest(), 16) % 3 == 0


def own_verdicts() -> dict[tuple[str, int], str]:
    """Our own verdicts by sentence and place of the claim."""
    with VERDICTS.open(encoding="utf-8", newline="") as file:
        return {(row["id"], int(row["claim"])): row["verdict"] for row in csv.DictReader(file)}


def _sentence(score: Score, labelled: dict[str, Any], record: Record | None, own: dict[tuple[str, int], str]) -> None:
    made = check(labelled["sentence"], record, Context(as_of=_day(labelled["date"])))
    left = list(made)
    missed = []
    _named(score, labelled, made)
    for at, label in enumerate(labelled["claims"]):
        mine = own.get((labelled["id"], at), "")
        score.labelled[label["kind"]] += 1
        hit = next((each for each in left if _is_it(each, label)), None)
        if hit is None:
            missed.append(label["kind"])
            score.aside["missed", label["kind"]] += (labelled["id"], label["kind"]) in QUESTIONED
            score.missed_own[mine] += bool(mine)
            continue
        left.remove(hit)
        score.found[label["kind"]] += 1
        if mine:
            score.own[mine, hit.verdict.verdict] += 1
        roles = next((roles for words, roles in _ROLES if re.search(words, label["quantity"], re.IGNORECASE)), ())
        if roles and label["kind"] in ("count", "share", "comparison", "signatories"):
            score.roles["right" if hit.claim.role in roles else "wrong"] += 1
        score.verdicts[label["verdict_expected"], hit.verdict.verdict] += 1
        if hit.is_wrong or label["verdict_expected"] == "contradicted":
            said = f"{hit.about.review} {hit.verdict.verdict} {hit.verdict.computed} {hit.verdict.why}"
            score.flagged.append(f"{labelled['id']} {hit.claim.text} {label['verdict_expected']}: {said}")
        if hit.about.state and labelled["state_iso3"]:
            named = f"{labelled['state_iso3']}-{labelled['cycle']}"
            score.reviews[str(hit.about.review) == named] += 1
    score.beside.update(each.claim.kind for each in left)
    score.aside.update(("beside", each.claim.kind) for each in left if (labelled["id"], each.claim.kind) in QUESTIONED)
    if missed or left:
        score.differing.append(f"{labelled['id']} missed {missed} beside {[each.claim.kind for each in left]}")


def _named(score: Score, labelled: dict[str, Any], made: list[Checked]) -> None:
    """Counts whether State, and State and review, are right in sentences that name them."""
    state, about = labelled["state_iso3"], [each.about for each in made if each.claim.kind != "signatories"]
    if not state or not about or state not in {each.iso3 for each in named_states(labelled["sentence"])}:
        return
    score.named["State", any(each.state == state for each in about)] += 1
    if labelled["cycle"] and _ONE_YEAR.search(labelled["sentence"]):
        score.named["State and review", any(str(each.review) == f"{state}-{labelled['cycle']}" for each in about)] += 1


def _day(date: str | None) -> str:
    """The end of a day, month or year."""
    return {4: f"{date}-12-31", 7: f"{date}-28"}.get(len(date), date) if date else ""


def _is_it(each: Checked, label: dict[str, Any]) -> bool:
    if each.claim.kind != label["kind"]:
        return False
    value = re.sub(r"^(?:[~><=]+|top)", "", str(label["value"]))
    value = re.sub(r"^(20\d\d)-(20\d\d)$", r"\1/\2", value)
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
    parser.add_argument("--part", choices=("seen", "aside"), default="", help="only the sentences seen, or set aside")
    parser.add_argument("--list", action="store_true")
    args = parser.parse_args()
    record = open_record(args.home) if args.home else None
    begun = time.perf_counter()
    score = scored(args.folder, record, args.part)
    seconds = time.perf_counter() - begun
    print(f"{'kind':<12} labelled found beside precision recall    F1")
    for kind in score.labelled:
        _line(kind, score.labelled[kind], score.found[kind], score.beside[kind])
    _line("all", score.labelled.total(), score.found.total(), score.beside.total())
    wrong_roles, beside = score.roles["wrong"], score.beside.total()
    right = score.roles["right"] + score.found.total() - score.roles.total()
    precision, recall = right / (right + wrong_roles + beside), right / score.labelled.total()
    print(f"with role                                {precision:>9.2f} {recall:>6.2f}")
    print(f"{seconds:.2f} s")
    print("with the labels set aside that contradict others:")
    for kind in (*score.labelled, "all"):
        print(f"{kind:<12} {'':>21} {'{:>9.2f} {:>6.2f} {:>5.2f}'.format(*score.without_questioned(kind))}")
    if record:
        _print_verdicts(score)
        print("the sentences of a page together:")
        print("\n".join(f"  {what} {count}" for what, count in sorted(of_pages(args.folder, record).items())))
    if args.list:
        print("\n".join(score.differing))


def _print_verdicts(score: Score) -> None:
    """Resolving, and verdicts beside our own and beside the labels."""
    for what in ("State", "State and review"):
        print(f"{what} right, of sentences that name them: {score.named[what, True]} of "
              f"{score.named[what, True] + score.named[what, False]}")  # fmt: skip
    print(f"review as labelled, of claims about one State: {score.reviews[True]} of {score.reviews.total()}")
    for name, verdicts in (("differs, does not add up", WRONG), ("matches", AGREEING)):
        said = sum(count for (_, got), count in score.own.items() if got in verdicts)
        right = sum(count for (mine, got), count in score.own.items() if mine in verdicts and got in verdicts)
        missed = sum(count for mine, count in score.missed_own.items() if mine in verdicts)
        all_of_them = missed + sum(count for (mine, _), count in score.own.items() if mine in verdicts)
        print(f"{name}: said {said}, right {right}, of {all_of_them} by our own verdicts")
    for (mine, got), count in sorted(score.own.items()):
        if mine != got:
            print(f"  our own {mine:<28} said {got:<28} {count}")
    for (expected, got), count in sorted(score.verdicts.items()):
        print(f"  label {expected:<15} said {got:<28} {count}")
    print("\n".join(score.flagged))


def _line(kind: str, labelled: int, found: int, beside: int) -> None:
    precision, recall, f1 = figures_of(labelled, found, beside)
    print(f"{kind:<12} {labelled:>8} {found:>5} {beside:>6} {precision:>9.2f} {recall:>6.2f} {f1:>5.2f}")


if __name__ == "__main__":
    main()
