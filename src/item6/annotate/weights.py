"""The linear models: features in, margins and confidences out. Weights are arrays of small whole numbers, no program.

The file `issues_and_action.npz` is written by `benchmarks/train_annotate.py`; docs/annotation.md is its card.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

FILE = Path(__file__).with_name("issues_and_action.npz")

FLAG = 0.25
"""What a flag counts beside the words of a text, whose squares add up to 1."""

_AT_ONCE = 512
"""Texts weighed at once, which keeps memory small."""

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Linear:
    """A linear model. index: of each feature in the weights. idf: of those that are words, which come first.

    weights: features by labels, whole numbers; times scale, by label, they are the weights. flag: what a flag counts.
    """

    index: dict[str, int]
    idf: Floats
    weights: NDArray[np.int8]
    scale: Floats
    bias: Floats
    flag: float

    def margins(self, texts: Sequence[tuple[Sequence[str], Sequence[str]]]) -> Floats:
        """Texts by labels. texts: words and flags of each."""
        parts = [self._margins(texts[start : start + _AT_ONCE]) for start in range(0, len(texts), _AT_ONCE)]
        return np.concatenate(parts) if parts else np.zeros((0, len(self.bias)))

    def known(self, words: Sequence[str], flags: Sequence[str]) -> list[tuple[int, float]]:
        """Features of a text that the model knows, by index, each with what it counts."""
        index = self.index
        held = [index[word] for word in dict.fromkeys(words) if word in index]
        length = float(np.sqrt(sum(self.idf[place] ** 2 for place in held))) or 1.0
        found = [(place, float(self.idf[place]) / length) for place in held]
        return found + [(index[flag], self.flag) for flag in flags if flag in index]

    def parts(self, words: Sequence[str], flags: Sequence[str], label: int) -> list[tuple[str, float]]:
        """What each known feature of a text adds to the margin of a label, the most first."""
        found = self.known(words, flags)
        names = {place: name for name, place in self.index.items()} if found else {}
        added = [(names[place], float(self.weights[place, label] * self.scale[label] * v)) for place, v in found]
        return sorted(added, key=lambda part: (-part[1], part[0]))

    def _margins(self, texts: Sequence[tuple[Sequence[str], Sequence[str]]]) -> Floats:
        found = [self.known(words, flags) for words, flags in texts]
        total = np.zeros((len(texts), len(self.bias)))
        full = [row for row, known in enumerate(found) if known]
        if full:
            places = np.fromiter((place for known in found for place, _ in known), dtype=np.int64)
            values = np.fromiter((value for known in found for _, value in known), dtype=np.float64)
            starts = np.cumsum([0, *(len(found[row]) for row in full[:-1])])
            total[full] = np.add.reduceat(self.weights[places] * values[:, None], starts, axis=0)
        return total * self.scale + self.bias


@dataclass(frozen=True, slots=True)
class Model:
    """What weighs issues and action.

    labels: the issues, in the order of the columns. slope, offset: margin to confidence, by label. asserted: the
    confidence from which an issue is asserted; alone: from which the surest one is where none reaches that; suggested:
    from which it is named at all. mix, mix_bias: five margins
    of the action to the confidences of its categories. about: what it was trained on, for the card.
    """

    labels: tuple[str, ...]
    issues: Linear
    slope: Floats
    offset: Floats
    asserted: float
    alone: float
    suggested: float
    action: Linear
    mix: Floats
    mix_bias: Floats
    about: dict[str, Any]

    def issue_confidences(self, texts: Sequence[tuple[Sequence[str], Sequence[str]]]) -> Floats:
        """Texts by labels, each the share of such labels that were right. texts: words and rule flags of each."""
        return 1 / (1 + np.exp(-(self.issues.margins(texts) * self.slope + self.offset)))

    def action_confidences(self, texts: Sequence[Sequence[str]]) -> Floats:
        """Texts by the five categories. texts: the action's features of each."""
        mixed = self.action.margins([((), flags) for flags in texts]) @ self.mix + self.mix_bias
        raised = np.exp(mixed - mixed.max(axis=1, keepdims=True)) if len(texts) else mixed
        return np.asarray(raised / raised.sum(axis=1, keepdims=True), dtype=np.float64)


@cache
def model() -> Model:
    """The model that comes with item6."""
    return read(FILE)


def read(path: Path) -> Model:
    """A model from its file. Only arrays are read: the file can hold no program."""
    with np.load(path, allow_pickle=False) as held:
        arrays = {name: held[name] for name in held.files}
    floats = {name: arrays[name].astype(np.float64) for name in arrays if arrays[name].dtype.kind == "f"}
    about = json.loads(bytes(arrays["about"]))
    return Model(
        labels=tuple(about["labels"]),
        issues=_linear("issue", arrays, floats, FLAG),
        slope=floats["slope"],
        offset=floats["offset"],
        asserted=about["asserted"],
        alone=about["alone"],
        suggested=about["suggested"],
        action=_linear("action", arrays, floats, FLAG),
        mix=floats["mix"],
        mix_bias=floats["mix_bias"],
        about=about,
    )


def write(path: Path, model: Model) -> None:
    """Write `path`: the same model gives the same bytes."""
    arrays: dict[str, NDArray[Any]] = {
        "slope": model.slope.astype(np.float32),
        "offset": model.offset.astype(np.float32),
        "mix": model.mix.astype(np.float32),
        "mix_bias": model.mix_bias.astype(np.float32),
    }
    for name, linear in (("issue", model.issues), ("action", model.action)):
        in_order = sorted(linear.index, key=linear.index.__getitem__)
        arrays[f"{name}_features"] = np.frombuffer("\n".join(in_order).encode(), dtype=np.uint8)
        arrays[f"{name}_idf"] = linear.idf.astype(np.float32)
        arrays[f"{name}_weights"] = linear.weights
        arrays[f"{name}_scale"] = linear.scale.astype(np.float32)
        arrays[f"{name}_bias"] = linear.bias.astype(np.float32)
    bounds = {"asserted": model.asserted, "alone": model.alone, "suggested": model.suggested}
    about = {**model.about, **bounds, "labels": model.labels}
    arrays["about"] = np.frombuffer(json.dumps(about, sort_keys=True).encode(), dtype=np.uint8)
    with path.open("wb") as file:
        np.savez_compressed(file, allow_pickle=False, **arrays)


def _linear(name: str, arrays: dict[str, NDArray[Any]], floats: dict[str, Floats], flag: float) -> Linear:
    features = bytes(arrays[f"{name}_features"]).decode().split("\n")
    return Linear(
        {feature: place for place, feature in enumerate(features)},
        floats[f"{name}_idf"],
        arrays[f"{name}_weights"],
        floats[f"{name}_scale"],
        floats[f"{name}_bias"],
        flag,
    )
