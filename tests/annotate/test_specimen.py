"""Made-up texts in words that UPR Info's States do not use, labelled by hand: how well labels carry over."""

from __future__ import annotations

import json
from pathlib import Path

from item6.annotate import annotate_all


def test_labels_of_ruritania(root: Path) -> None:
    file = root / "specimen" / "expected" / "ruritania-upr-info.rows.jsonl"
    rows = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
    by_text = {row["words"]: row for row in rows if row["response"] != "Voluntary Pledge"}
    found = dict(zip(by_text, annotate_all(by_text), strict=True))
    said = {words: {issue.label for issue in each.issues} for words, each in found.items()}
    both = sum(len(said[words] & set(row["issues"])) for words, row in by_text.items())
    every = sum(len(said[words]) + len(row["issues"]) for words, row in by_text.items())
    actions = [found[words].action == row["action"] for words, row in by_text.items()]
    assert len(by_text) > 100
    assert 2 * both / every > 0.7
    assert sum(actions) / len(actions) > 0.6
