"""The record that claims are held against: all that the corpus has, as a user would build it.

    python benchmarks/claims_record.py ../shared/corpus WORKSPACE

Reports, addenda, matrices, UPR Info's export written as they give it, and the totals that were published of two reviews
whose answers no document of the corpus holds.
"""

from __future__ import annotations

import csv
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "src"))

from item6 import decisions, pipeline  # noqa: E402  # after the path is set

COLUMNS = ("To", "To-Rgrp", "To-Org", "Text", "From", "From-Rgrp", "From-Org", "Response", "Action", "Issue", "Session")
_TOTALS = (
    ("CHN", 4, {"received": 428, "accepted": 290, "in_part": 8, "noted": 32, "rejected": 98},
     "joint statement of civil society organisations, 25 June 2024"),
    ("RUS", 2, {"received": 231, "accepted": 148, "in_part": 15, "rejected": 68}, "oral statement at the adoption"),
    ("RUS", 2, {"received": 231, "accepted": 149, "in_part": 14, "rejected": 68}, "A/HRC/24/14/Add.1"),
)  # fmt: skip


def built(corpus: Path, home: Path) -> str | None:
    """Writes the workspace: its export, decisions and record. The record's hash."""
    home.mkdir(parents=True, exist_ok=True)
    export = home / "upr-info.csv"
    _write_export(corpus / "gold" / "upr_info.parquet", export)
    for state, cycle, totals, source in _TOTALS:
        said = {"kind": "totals", "review": f"{state}-{cycle}", **totals, "source": source}
        if source not in _decided(home):
            decisions.append(
                home, said | {"why": "no list of answers is at hand", "who": "corpus", "when": "2025-01-01"}
            )
    folders = [corpus / name for name in ("reports", "slovenia", "china")]
    files = [each for folder in folders for each in sorted(folder.rglob("*")) if each.is_file()]
    return pipeline.build(home, [*files, export], workers=2).hash


def _decided(home: Path) -> str:
    return "".join(path.read_text(encoding="utf-8") for path in decisions.files_in(home))


def _write_export(table: Path, path: Path) -> None:
    import polars

    rows = polars.read_parquet(table).sort("source_file", "source_row").iter_rows(named=True)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(COLUMNS)
        for each in rows:
            writer.writerow([
                each["state_name"], each["state_region"], each["state_orgs"], each["text"],
                each["recommending_name"] or "(Unknown)", each["recommending_region"], each["recommending_orgs"],
                each["response"], each["action"], ",".join(each["issues"]), each["session"],
            ])  # fmt: skip


if __name__ == "__main__":
    if len(sys.argv) != 3:  # itself, the corpus and the workspace
        sys.exit(__doc__)
    print(built(Path(sys.argv[1]), Path(sys.argv[2])))
