"""A decision taken back: out of the file, kept beside it with its reason; other lines stay as they are."""

from __future__ import annotations

import json
from pathlib import Path

from item6 import decisions

LINE = {
    "kind": "totals",
    "review": "XRU-2",
    "received": 7,
    "source": "a list",
    "why": "w",
    "who": "R",
    "when": "2026-01-02",
}


def marks(home: Path) -> list[str]:
    return [mark for mark, _ in decisions.lines_of(home)]


def withdraw(home: Path, mark: str) -> bool:
    return decisions.withdraw(home, mark, who="Rose", when="2026-02-03", why="wrong")


def test_the_line_goes_and_is_kept_aside(tmp_path: Path) -> None:
    for received in (7, 8, 9):
        decisions.append(tmp_path, {**LINE, "received": received})
    (path,) = decisions.files_in(tmp_path)
    before = path.read_bytes().splitlines()
    assert withdraw(tmp_path, marks(tmp_path)[1])
    assert path.read_bytes().splitlines() == [before[0], before[2]]
    (kept,) = (path.parent / ".withdrawn.jsonl").read_text(encoding="utf-8").splitlines()
    assert json.loads(kept) == {"line": {**LINE, "received": 8}, "who": "Rose", "when": "2026-02-03", "why": "wrong"}
    assert decisions.files_in(tmp_path) == [path]


def test_the_last_line_takes_the_file_with_it(tmp_path: Path) -> None:
    decisions.append(tmp_path, LINE)
    assert withdraw(tmp_path, marks(tmp_path)[0])
    assert (decisions.files_in(tmp_path), decisions.lines_of(tmp_path)) == ([], [])


def test_of_equal_lines_one_goes(tmp_path: Path) -> None:
    decisions.append(tmp_path, LINE)
    decisions.append(tmp_path, LINE)
    withdraw(tmp_path, marks(tmp_path)[0])
    assert len(marks(tmp_path)) == 1


def test_what_is_not_there_is_not_withdrawn(tmp_path: Path) -> None:
    assert not withdraw(tmp_path, "0" * 16)
    path = decisions.append(tmp_path, LINE)
    path.write_bytes(b"no JSON\n" + path.read_bytes())
    assert len(marks(tmp_path)) == 1
    assert withdraw(tmp_path, marks(tmp_path)[0])
    assert path.read_bytes() == b"no JSON\n"
