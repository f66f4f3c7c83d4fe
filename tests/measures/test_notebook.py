"""The worked notebook runs as it stands, prints what it shows, and its numbers are those counted by hand."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from specimen_files import expected_rows

IN_FRESH_PROCESS = """
import json, run
names = {}
cells = json.loads(run.NOTEBOOK.read_text(encoding="utf-8"))["cells"]
outputs = run.run(cells, names)
print(json.dumps({
    "outputs": outputs,
    "outcome": {unit: {name: int(count) for name, count in of.items()} for unit, of in names["outcome"].items()},
    "refusal": [str(each.value) for each in names["refusal"]],
    "reversals": [each.numerator for each in names["reversals"]],
    "opened": list(names["opened"].rows),
}))
"""


def text(root: Path) -> str:
    return (root / "docs" / "notebooks" / "figures.ipynb").read_text(encoding="utf-8")


def without_hashes(found: Any) -> Any:
    """Outputs in which the record's hash does not matter: it changes with whatever else a record keeps."""
    return json.loads(re.sub(r"[0-9a-f]{64}", "", json.dumps(found)))


def test_the_file_is_clean(root: Path) -> None:
    """Written evenly, so that a change shows as what it is; every cell has an id, none a count, an error or a path."""
    notebook = json.loads(text(root))
    assert text(root) == json.dumps(notebook, indent=1, ensure_ascii=False) + "\n"
    assert len({cell["id"] for cell in notebook["cells"]}) == len(notebook["cells"])
    code = [cell for cell in notebook["cells"] if cell["cell_type"] == "code"]
    kinds = {output["output_type"] for cell in code for output in cell["outputs"]}
    assert ({cell["execution_count"] for cell in code}, kinds) == ({None}, {"stream", "execute_result"})
    assert re.findall(r"(?:/tmp|/home|/Users|[A-Z]:\\\\)[\w/\\]*", json.dumps([cell["outputs"] for cell in code])) == []


@pytest.mark.full
def test_the_cells_run_and_print_what_the_file_shows(root: Path) -> None:
    folder = root / "docs" / "notebooks"
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join((str(root / "src"), str(folder)))}
    command = [sys.executable, "-W", "error", "-c", IN_FRESH_PROCESS]
    run = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    assert (run.returncode, run.stderr) == (0, "")
    found = json.loads(run.stdout)
    shown = [cell.get("outputs", []) for cell in json.loads(text(root))["cells"]]
    assert without_hashes(found["outputs"]) == without_hashes(shown), "write them anew: docs/notebooks/run.py"
    hand = expected_rows("outcomes")
    counted = {(each["review"], each["unit"], each["position"]): each["count"] for each in hand}
    assert found["outcome"] == {unit: outcome(counted, unit) for unit in ("numbers", "state_recommendations")}
    not_supported = [counted[review, "numbers", "noted"] for review in ("XRU-1", "XRU-2")]
    assert found["refusal"][0::2] == [str(Fraction(not_supported[0], 40)), str(Fraction(not_supported[1], 56))]
    assert found["refusal"][1::2] == [str(Fraction(rejected_in_words(), 40)), "0"]
    assert found["reversals"] == [2, 2]
    assert len(found["opened"]) == not_supported[1]


def outcome(counted: dict[tuple[str, str, str], int], unit: str) -> dict[str, int]:
    """The outcome of the second review as counted by hand, by measure."""
    called = {"supported": "supported", "in_part": "supported/noted", "noted": "noted", "pending": "pending"}
    found = {name: counted["XRU-2", unit, position] for name, position in called.items()}
    return {"received": sum(found.values()), **found}


def rejected_in_words() -> int:
    """The numbers of the first review that its report says are rejected, and that its addendum does not take up."""
    taken_up = {each["resolved"] for each in expected_rows("ruritania-2010-addendum.answers")}
    report = expected_rows("ruritania-2010-report.recommendations")
    return len({each["number"] for each in report if each["normalised"] == "rejected"} - taken_up)
