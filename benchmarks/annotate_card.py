"""The measured part of docs/annotation.md, as Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
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
        _table(("tested on", "texts", *_FIGURES), ([name, f"{f['count']:,}", *(f"{f[key]:.4f}" for key in _FIGURES)] for name, f in tested.items())),
        "Rows of sessions 15 to 20: how often an asserted issue was right, by the confidence that item6 gave it.",
        _table(("confidence", "asserted", "right"), ([span, f"{count:,}", f"{right:.3f}"] for span, (count, right) in evaluated["rows"]["calibration"].items())),
        "By issue, the least right first:",
        _table(
            ("issue", "F1", "precision", "recall", "texts"),
            ([name, *(f"{value:.2f}" for value in values[:3]), f"{values[3]:,}"] for name, values in sorted(evaluated["by issue"].items(), key=lambda pair: pair[1][0])),
        ),
        "Suggested themes, persons and goals, against OHCHR's own matrices:",
        _table(
            ("matrix", "what", "precision", "recall", "F1", "F1, themes without successor missed"),
            (
                [matrix, kind, f"{s.precision:.2f}", f"{s.recall:.2f}", f"{s.f1:.2f}", f"{s.f1_all:.2f}" if kind == "themes" else ""]
                for matrix, scores in themes.items()
                for kind, s in scores.items()
            ),
        ),
    ]  # fmt: skip
    return "\n\n".join(parts)


def placed(page: str, tables: str) -> str:
    """The page with the tables between the marks."""
    before, _, rest = page.partition(BEGIN)
    return f"{before}{BEGIN}\n\n{tables}\n\n{END}{rest.partition(END)[2]}"


def _table(head: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    head = list(head)
    lines = [head, ["---"] * len(head), *map(list, rows)]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)
