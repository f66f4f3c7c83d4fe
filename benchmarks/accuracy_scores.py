"""The corpus's own programs, run on what item6 reads: the scorer, the comparison with matrices, answers one by one."""

from __future__ import annotations

import csv
import hashlib
import importlib.util
import json
import subprocess
import sys
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass
from functools import cache
from itertools import product
from pathlib import Path
from types import ModuleType
from typing import Any

from item6.pipeline import TextRow, read_files, text_rows
from item6.terms.documents import Reading

PARTS = {"all": "all reports", "aside": "the third set aside", "rest": "the other two thirds"}
MATRICES = ("china_2013", "slovenia_2014", "slovenia_2019")
GIVEN = ("supported", "noted")
_WORKERS = 2


@dataclass(frozen=True)
class Score:
    """One line of the scorer. group: `ALL` or `cycle 1`; the figures are counts of pairs, and shares of them."""

    group: str
    reports: int
    export: int
    read: int
    matched: int
    precision: float
    recall: float
    f1: float
    accepted_f1: float


@dataclass(frozen=True)
class Run:
    """What the scorer said of one part of the reports. given, equal: matched pairs with an answer, and equal ones.

    unmatched: the rows of its table of mismatches.
    """

    part: str
    strict: bool
    scores: tuple[Score, ...]
    given: int
    equal: int
    unmatched: tuple[Mapping[str, str], ...]

    @property
    def overall(self) -> Score:
        """The line over all its reports."""
        return self.scores[0]


@dataclass(frozen=True)
class Disagreement:
    """Pairs under one main number whose answer in the report is another than the final one."""

    document: str
    number: str
    ours: str
    final: str
    pairs: int


@dataclass(frozen=True)
class Spoken:
    """Reports that state how many delegations spoke, and those of them in which as many States are read."""

    stating: int
    equal: int
    differing: tuple[tuple[str, int, int], ...]
    """Report, read, stated."""


def is_set_aside(document: str) -> bool:
    """Whether a report belongs to the third that is set aside; decided by its name alone, once and for all.

    document: file name, with or without extension.
    """
    name = Path(document).stem.lower()
    return int(hashlib.sha256(name.encode()).hexdigest(), 16) % 3 == 0


def read_corpus(corpus: Path) -> tuple[list[Reading], list[TextRow]]:
    """All reports, each for itself, and the rows that `item6 read` prints of them."""
    readings = read_files(sorted((corpus / "reports").glob("*.pdf")), workers=_WORKERS)
    return readings, [row for reading in readings for row in text_rows([reading])]


def write_rows(path: Path, rows: Iterable[TextRow]) -> Path:
    """A file as `item6 read --format jsonl` writes it."""
    path.write_text("".join(json.dumps(asdict(row), ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
    return path


def score(corpus: Path, folder: Path, predictions: Path) -> dict[tuple[str, bool], Run]:
    """Every part, normal and strict, by the scorer as a program of its own. folder: for its files."""
    names = (corpus / "documents.txt").read_text(encoding="utf-8").split()
    chosen = {"all": names, "aside": [n for n in names if is_set_aside(n)]}
    chosen["rest"] = [name for name in names if name not in set(chosen["aside"])]
    for part, documents in chosen.items():
        (folder / f"{part}.txt").write_text("\n".join(documents), encoding="utf-8")
    with ThreadPoolExecutor(_WORKERS) as pool:
        asked = list(product(PARTS, (False, True)))
        runs = pool.map(lambda each: _run(corpus, folder, predictions, *each), asked)
        return dict(zip(asked, runs, strict=True))


def _run(corpus: Path, folder: Path, predictions: Path, part: str, strict: bool) -> Run:
    said, unmatched = (folder / f"{part}-{strict}.{ending}" for ending in ("json", "csv"))
    gold = corpus / "gold"
    options = {
        "--pred": predictions,
        "--gold": gold / "upr_info.parquet",
        "--documents": gold / "documents.csv",
        "--corrections": gold / "known_errors.csv",
        "--omissions": gold / "known_omissions.csv",
        "--only": folder / f"{part}.txt",
        "--mismatches": unmatched,
        "--json": said,
    }
    command = [sys.executable, str(corpus / "score_extraction.py"), *(str(x) for pair in options.items() for x in pair)]
    _said(command + (["--strict", "--threshold", "90"] if strict else []), fine=(0,))
    found = json.loads(said.read_text(encoding="utf-8"))
    with unmatched.open(encoding="utf-8", newline="") as lines:
        rows = tuple(csv.DictReader(lines))
    equal, given = found["position_agreement"]
    return Run(part, strict, tuple(map(_score, found["results"])), given, equal, rows)


def _score(line: Mapping[str, Any]) -> Score:
    accepted = line["splits_accepted"]["f1"]
    counts = (line[key] for key in ("documents", "gold", "pred", "matched", "precision", "recall", "f1"))
    return Score(line["name"], *counts, accepted)


def _said(command: Sequence[str], fine: tuple[int, ...]) -> str:
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    if done.returncode not in fine:
        raise SystemExit(f"{Path(command[1]).name} failed:\n{done.stderr}")
    return done.stdout


def compare_matrices(corpus: Path, folder: Path, rows: Sequence[TextRow]) -> dict[str, list[str]]:
    """For each matrix what differs in numbers or States, and last how many were compared."""
    found = {}
    for matrix in MATRICES:
        document = f"{matrix.replace('_', '')}.pdf"
        read = write_rows(folder / f"{matrix}.jsonl", (row for row in rows if row.document == document))
        command = [corpus / "compare_matrix.py", read, corpus / "gold" / f"matrix_{matrix}.csv"]
        said = _said([sys.executable, *map(str, command)], fine=(0, 1))
        found[matrix] = [line for line in said.split("\n") if line]
    return found


@cache
def scorer(corpus: Path) -> ModuleType:
    """The scorer as a module, for questions that its output does not answer."""
    spec = importlib.util.spec_from_file_location("score_extraction", corpus / "score_extraction.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


Pairs = Mapping[str, Mapping[str, Sequence[Mapping[str, str]]]]
"""Document, State, and its pairs: text, clean (comparable form), number, position."""


def pairs(corpus: Path, predictions: Path) -> tuple[Pairs, Pairs]:
    """What is read and what the export holds, as the scorer sees them."""
    module, gold = scorer(corpus), corpus / "gold"
    export = module.read_table(str(gold / "upr_info.parquet"))
    corrected = {r["gold_id"]: r["recommending_state"] for r in module.read_table(str(gold / "known_errors.csv"))}
    for row in export:
        row["recommending_state"] = corrected.get(row["gold_id"], row["recommending_state"])
    for row in module.read_table(str(gold / "known_omissions.csv")):
        export.append({**row, "text": row["text_start"], "response": ""})
    read = module.pairs(module.read_table(str(predictions)), "pred")[0]
    return read, module.pairs(export, "gold")[0]


def disagreements(corpus: Path, read: Pairs, export: Pairs) -> list[Disagreement]:
    """Matched pairs whose answer is not the final one, counted by document and main number."""
    found: Counter[tuple[str, str, str, str]] = Counter()
    for document in set(read) & set(export):
        for state, theirs in export[document].items():
            ours = read[document].get(state, [])
            for i, j, _ in scorer(corpus).match(ours, theirs, 70, 5):
                said, final = ours[i]["position"], theirs[j]["position"]
                if said in GIVEN and final in GIVEN and said != final:
                    found[document, ours[i]["number"].split(".")[0], said, final] += 1
    return [Disagreement(*key, count) for key, count in sorted(found.items())]


def spoken(readings: Iterable[Reading]) -> Spoken:
    """States read as speakers against the number that the report states."""
    said = [
        (reading.document.file, len(reading.speakers), total.value)
        for reading in readings
        for total in reading.totals
        if total.measure == "speakers"
    ]
    differing = tuple(each for each in said if each[1] != each[2])
    return Spoken(len(said), len(said) - len(differing), differing)
