"""The measured part of docs/annotation.md, as Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from annotate_themes import Score

BEGIN, END = "<!-- measured -->", "<!-- end of measured -->"

_FIGURES = (
    "issues micro-F1",
    "issues macro-F1",
    "exact sets",
    "action accuracy",
    "precision of the most confident half",
)


def card(
    evaluated: Mapping[str, Any],
    more: Mapping[str, Any],
    unseen: Mapping[str, Any],
    themes: Mapping[str, Mapping[str, Score]],
) -> str:
    """The tables. evaluated: trained up to session 14. more: up to 16. unseen: States never seen. themes: by matrix."""
    tested = {
        "sessions 15 to 20, rows": evaluated["rows"],
        "the same, each text once": evaluated["texts, each once"],
        "the same rows without voluntary pledges": evaluated["rows without pledges"],
        "the same rows, the State never seen in training": unseen["rows"],
        "trained up to session 16, tested on 17 to 20": more["rows"],
    }
    parts = [
        _overall(tested),
        "Rows of sessions 15 to 20: how often an asserted issue was right, by the confidence that item6 gave it.",
        _calibration(evaluated["rows"]["calibration"]),
        "By issue, the least right first:",
        _by_issue(evaluated["by issue"]),
        "Suggested themes, persons and goals, against OHCHR's own matrices:",
        _suggested(themes),
    ]
    return "\n\n".join(parts)


def placed(page: str, tables: str) -> str:
    """The page with the tables between the marks."""
    before, _, rest = page.partition(BEGIN)
    return f"{before}{BEGIN}\n\n{tables}\n\n{END}{rest.partition(END)[2]}"


def _overall(tested: Mapping[str, Mapping[str, Any]]) -> str:
    rows = ([name, f"{found['count']:,}", *(f"{found[key]:.4f}" for key in _FIGURES)] for name, found in tested.items())
    return _table(("tested on", "texts", *_FIGURES), rows)


def _calibration(found: Mapping[str, Sequence[float]]) -> str:
    rows = ([span, f"{count:,}", f"{right:.3f}"] for span, (count, right) in found.items())
    return _table(("confidence", "asserted", "right"), rows)


def _by_issue(found: Mapping[str, Sequence[float]]) -> str:
    in_order = sorted(found.items(), key=lambda pair: pair[1][0])
    rows = ([name, *(f"{value:.2f}" for value in values[:3]), f"{values[3]:,}"] for name, values in in_order)
    return _table(("issue", "F1", "precision", "recall", "texts"), rows)


def _suggested(found: Mapping[str, Mapping[str, Score]]) -> str:
    rows = [
        [matrix, kind, f"{s.precision:.2f}", f"{s.recall:.2f}", f"{s.f1:.2f}", f"{s.f1_all:.2f}" if s.beyond else ""]
        for matrix, scores in found.items()
        for kind, s in scores.items()
    ]
    return _table(("matrix", "what", "precision", "recall", "F1", "F1, themes without successor missed"), rows)


def _table(head: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    head = list(head)
    lines = [head, ["---"] * len(head), *map(list, rows)]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)
