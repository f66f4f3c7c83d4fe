"""How often labels are right: the figures of docs/annotation.md."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Any, Protocol

import numpy as np

from item6.annotate.labelling import Labelled, annotate_all
from item6.annotate.weights import Model


class Gold(Protocol):
    """A text with the labels that are taken for right."""

    text: str
    issues: tuple[str, ...]
    action: int
    pledge: bool


def asserted(confident: np.ndarray, bound: float, alone: float) -> np.ndarray:
    """Labels from a confidence on, and the surest alone from another. confident: texts by labels."""
    chosen = confident >= bound
    none = ~chosen.any(axis=1) & (confident.max(axis=1) >= alone)
    chosen[none, confident[none].argmax(axis=1)] = True
    return chosen


def micro_f1(chosen: np.ndarray, truth: np.ndarray) -> float:
    """F1 over all labels of all texts."""
    return float(2 * (chosen & truth).sum() / (chosen.sum() + truth.sum()))


def figures(model: Model, rows: Sequence[Gold]) -> dict[str, Any]:
    """All figures of a model on rows it has not seen."""
    return figures_of_parts([(model, rows)])


def figures_of_parts(parts: Sequence[tuple[Model, Sequence[Gold]]]) -> dict[str, Any]:
    """The same where each part has a model of its own."""
    rows = [row for _, part in parts for row in part]
    found = [each for model, part in parts for each in annotate_all((row.text for row in part), model)]
    once = list({row.text: place for place, row in enumerate(rows)}.values())
    asked = [place for place, row in enumerate(rows) if not row.pledge]
    labels = parts[0][0].labels
    return {
        "rows": _figures(labels, rows, found),
        "texts, each once": _figures(labels, [rows[place] for place in once], [found[place] for place in once]),
        "rows without pledges": _figures(labels, [rows[place] for place in asked], [found[place] for place in asked]),
        "by issue": _by_issue(labels, rows, found),
    }


def _tables(labels: Sequence[str], rows: Sequence[Gold], found: Sequence[Labelled]) -> tuple[np.ndarray, np.ndarray]:
    place = {label: column for column, label in enumerate(labels)}
    chosen = np.zeros((len(rows), len(labels)), dtype=bool)
    truth = np.zeros_like(chosen)
    for row, (gold, each) in enumerate(zip(rows, found, strict=True)):
        chosen[row, [place[issue.label] for issue in each.issues]] = True
        truth[row, [place[issue] for issue in gold.issues]] = True
    return chosen, truth


def _f1_by_label(chosen: np.ndarray, truth: np.ndarray) -> np.ndarray:
    return np.asarray(2 * (chosen & truth).sum(axis=0) / np.maximum(chosen.sum(axis=0) + truth.sum(axis=0), 1))


def _figures(labels: Sequence[str], rows: Sequence[Gold], found: Sequence[Labelled]) -> dict[str, Any]:
    chosen, truth = _tables(labels, rows, found)
    right = [
        (issue.confidence, issue.label in gold.issues)
        for gold, each in zip(rows, found, strict=True)
        for issue in each.issues
    ]
    surest = sorted(right, key=lambda pair: -pair[0])[: len(right) // 2]
    actions = [gold.action == each.action for gold, each in zip(rows, found, strict=True)]
    return {
        "count": len(rows),
        "issues micro-F1": round(micro_f1(chosen, truth), 4),
        "issues macro-F1": round(float(_f1_by_label(chosen, truth).mean()), 4),
        "exact sets": round(float((chosen == truth).all(axis=1).mean()), 4),
        "action accuracy": round(sum(actions) / len(actions), 4),
        "precision of the most confident half": round(sum(ok for _, ok in surest) / len(surest), 4),
        "confidence of that half from": surest[-1][0],
        "calibration": _calibration(right),
    }


def _calibration(right: Sequence[tuple[float, bool]]) -> dict[str, list[float]]:
    """By confidence: how many asserted labels, and the share that was right."""
    bounds = (0.0, 0.5, 0.7, 0.9, 0.95, 0.98, 1.01)
    found = {}
    for low, high in pairwise(bounds):
        held = [ok for confidence, ok in right if low <= confidence < high]
        found[f"{low:.2f} to {min(high, 1.0):.2f}"] = [len(held), round(sum(held) / max(len(held), 1), 3)]
    return found


def _by_issue(labels: Sequence[str], rows: Sequence[Gold], found: Sequence[Labelled]) -> dict[str, list[float]]:
    """F1, precision, recall, and how many texts have it."""
    chosen, truth = _tables(labels, rows, found)
    both, said, held = (chosen & truth).sum(axis=0), chosen.sum(axis=0), truth.sum(axis=0)
    f1 = _f1_by_label(chosen, truth)
    return {
        label: [
            round(float(f1[column]), 3),
            round(float(both[column] / max(said[column], 1)), 3),
            round(float(both[column] / max(held[column], 1)), 3),
            int(held[column]),
        ]
        for column, label in enumerate(labels)
    }
