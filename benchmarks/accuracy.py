"""Measure how right the reading of Working Group reports is, against the gold answers of the corpus.

    .venv/bin/python benchmarks/accuracy.py                  measure and print (about a minute)
    .venv/bin/python benchmarks/accuracy.py --write          also write docs/accuracy.md, and drop causes of errors that
                                                             are gone from benchmarks/accuracy_causes.csv
    .venv/bin/python benchmarks/accuracy.py --unexplained    print the errors without a cause, as rows of that table

Needs what requirements-test.lock installs (`python3 start.py test` does that) and the corpus. Exit code 1 where an
error has no cause yet.
"""

from __future__ import annotations

import argparse
import csv
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import astuple
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "src"))

import accuracy_causes as causes  # noqa: E402  # after the path is set
import accuracy_scores as scores  # noqa: E402  # after the path is set
from accuracy_page import Measured, page  # noqa: E402  # after the path is set

from item6.terms.recommendations import fingerprint  # noqa: E402  # after the path is set

PAGE = ROOT / "docs" / "accuracy.md"
CAUSES = ROOT / "benchmarks" / "accuracy_causes.csv"
CORPUS = ROOT.parent / "shared" / "corpus"
BEGIN, END = "<!-- measured -->", "<!-- end of measured -->"


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, print, and with --write put what was measured into the documentation."""
    options = _options(arguments)
    found, proposals = measure(options.corpus, propose=options.unexplained)
    if options.unexplained:
        csv.writer(sys.stdout, lineterminator="\n").writerows(map(astuple, proposals))
        return 1 if proposals else 0
    print(page(found))
    if options.write:
        PAGE.write_text(with_measured(PAGE.read_text(encoding="utf-8"), page(found)), encoding="utf-8")
        causes.save(CAUSES, set(causes.load(CAUSES)) - set(found.explained.stale))
    return 1 if found.explained.unexplained else 0


def measure(corpus: Path, *, propose: bool = False) -> tuple[Measured, list[causes.Cause]]:
    """Read all reports and compare. propose: also give a row of the table of causes for each error without one."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        readings, rows = scores.read_corpus(corpus)
        predictions = scores.write_rows(folder / "read.jsonl", rows)
        runs = scores.score(corpus, folder, predictions)
        read, export = scores.pairs(corpus, predictions)
        answers = scores.disagreements(corpus, read, export)
        matrices = scores.compare_matrices(corpus, folder, rows)
    texts = {
        (Path(reading.document.file).stem.lower(), recommendation.number, text.words): text
        for reading in readings
        for recommendation in reading.recommendations
        for text in recommendation.texts
    }
    keys = {(document, number, fingerprint(words)) for document, number, words in texts}
    explained = causes.explain(causes.remaining(runs["all", False], answers), causes.load(CAUSES), keys)
    found = Measured(len(readings), len(rows), runs, matrices, tuple(answers), scores.spoken(readings), explained)
    splits = causes.Splits(corpus, read, export, texts)
    return found, list(causes.proposed(explained.unexplained, splits)) if propose else []


def with_measured(document: str, measured: str) -> str:
    """The page with what stands between the two marks replaced."""
    before, _, rest = document.partition(BEGIN)
    _, _, after = rest.partition(END)
    return f"{before}{BEGIN}\n\n{measured}\n\n{END}{after}"


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", type=Path, default=CORPUS, help="the corpus's folder")
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--write", action="store_true", help="write what was measured into docs/accuracy.md")
    what.add_argument("--unexplained", action="store_true", help="print errors without a cause, as rows of the table")
    options = parser.parse_args(arguments)
    if not (options.corpus / "score_extraction.py").is_file():
        parser.error(f"{options.corpus}: holds no scorer; give the corpus's folder with --corpus")
    return options


if __name__ == "__main__":
    sys.exit(main())
