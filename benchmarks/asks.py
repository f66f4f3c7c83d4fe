"""Weighs the words of recommendations, and shows pairs of texts that are worded alike, for people to judge.

    python3 benchmarks/asks.py --weigh            # writes src/item6/link/weights.csv from the reports of the corpus
    python3 benchmarks/asks.py --show 100         # pairs drawn at random among those kept, the same for the same seed
    python3 benchmarks/asks.py --show 30 --from 50 --below 60

What is in docs/asks.md was judged by eye over what `--show` prints. The file of weights holds how often words stand in
recommendations and nothing of any one of them.
"""

from __future__ import annotations

import argparse
import csv
import math
import random
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "src"))

from item6.link import nearness as linking  # noqa: E402  # after the path is set
from item6.link.wording import FILE, HEAVIEST, LIGHTEST, stems  # noqa: E402  # after the path is set
from item6.pipeline import gather, read_files  # noqa: E402  # after the path is set
from item6.pipeline.paths import expand  # noqa: E402  # after the path is set
from item6.terms.names import RecommendationName  # noqa: E402  # after the path is set

CORPUS = ROOT.parent / "shared" / "corpus"


def main() -> None:
    """Weighs or shows."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--weigh", action="store_true")
    parser.add_argument("--show", type=int, default=0, metavar="N")
    parser.add_argument("--from", dest="least", type=int, default=linking.LEAST)
    parser.add_argument("--below", type=int, default=101)
    parser.add_argument("--seed", type=int, default=6)
    args = parser.parse_args()
    texts = list(texts_of_reports())
    if args.weigh:
        weigh(texts)
    if args.show:
        show(texts, args)


def texts_of_reports() -> Iterator[linking.Asked]:
    """Every text of every report in force."""
    paths = expand([CORPUS / "reports", CORPUS / "china", CORPUS / "slovenia"])
    contents = gather(read_files(paths, workers=2), labels=False)
    by_hash = {reading.document.sha256: reading for reading in contents.readings}
    for source in contents.reviews:
        for each in by_hash[source.report].recommendations:
            for text in each.texts:
                yield linking.Asked(RecommendationName(source.review, each.number, text.part), text.words)


def weigh(texts: list[linking.Asked]) -> None:
    """Ten times the logarithm of how many texts there are to one with the word, where that is below HEAVIEST."""
    held = Counter(word for each in texts for word in set(stems(each.words)))
    weights = {word: max(LIGHTEST, round(10 * math.log(len(texts) / count))) for word, count in held.items()}
    with FILE.open("w", encoding="utf-8", newline="") as lines:
        writer = csv.writer(lines, lineterminator="\n")
        writer.writerow(("word", "weight"))
        writer.writerows(sorted((word, weight) for word, weight in weights.items() if weight < HEAVIEST))


def show(texts: list[linking.Asked], args: argparse.Namespace) -> None:
    """Prints pairs drawn at random, the nearest of each text, and how many there are."""
    words = {each.name: each.words for each in texts}
    several = Counter(state for state, _ in {(each.name.review.state, each.name.review.cycle) for each in texts})
    linking.LEAST = args.least
    first: dict[RecommendationName, linking.Alike] = {}
    for each in linking.nearest(texts):
        first.setdefault(each.name, each)
    drawn = [each for each in first.values() if args.least <= each.hundredths < args.below]
    print(f"{len(texts)} texts, {sum(many > 1 for many in several.values())} States with several reviews")
    print(f"{len(drawn)} texts with an earlier one alike from {args.least} to {args.below - 1}")
    for each in random.Random(args.seed).sample(drawn, min(args.show, len(drawn))):
        print(f"\n{each.hundredths} {each.name}: {words[each.name]}\n   {each.other}: {words[each.other]}")


if __name__ == "__main__":
    main()
