"""Trains the model of issues and action, and measures it. Reads the corpus, writes one file and the card's table.

    python3 benchmarks/train_annotate.py --evaluate            # trained on sessions up to 14, tested on 15 to 20
    python3 benchmarks/train_annotate.py --evaluate --unseen   # also on States never seen in training
    python3 benchmarks/train_annotate.py --write               # trained on all sessions: the file that is shipped
    python3 benchmarks/train_annotate.py --card                # all measurements, into docs/annotation.md

Needs the extras `score` and `train`. The same corpus and versions give the same file.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT / "src"), str(Path(__file__).parent)]

import annotate_card  # noqa: E402  # beside this file
import annotate_scores  # noqa: E402  # beside this file
import annotate_themes  # noqa: E402  # beside this file
import numpy as np  # noqa: E402  # after the path is set
import polars as pl  # noqa: E402  # after the path is set
import scipy.sparse as sp  # noqa: E402  # after the path is set
from sklearn.linear_model import LogisticRegression  # noqa: E402  # after the path is set
from sklearn.model_selection import GroupKFold  # noqa: E402  # after the path is set
from sklearn.svm import LinearSVC  # noqa: E402  # after the path is set

from item6.annotate.labelling import Seen, see  # noqa: E402  # after the path is set
from item6.annotate.weights import FILE, FLAG, Linear, Model, write  # noqa: E402  # after the path is set

CORPUS = ROOT.parent / "shared" / "corpus"
PAGE = ROOT / "docs" / "annotation.md"
LAST_TRAINED, LAST_TESTED = 14, 20
MORE_TRAINED = 16
"""With sessions up to this one there are a third more rows to train on, as others had."""

LEAST_TEXTS = 2
"""Texts in which a feature stands at least, to be learned."""

ISSUE_C, ACTION_C = 0.5, 0.4
DUAL: bool | str = "auto"
"""Which of two problems with the same solution is solved; "auto" takes the one of all texts, which takes twenty times
as long as the one that its own held-out parts take. The file that is shipped was made so."""

OLD = 0.4
"""What the first session's texts weigh beside 1 more for the last one: how UPR Info labels has moved."""

RULES_ALONE = 0.05
"""What a text counts once more with nothing but what the rules say of it. Words that the old sessions do not know come
with every new one; so the model learns to believe the rules where it knows no word."""

FOLDS = 5
POOLED = 0.02
"""What a text of another label counts where the confidence of a label is fitted: rare labels lean on all."""

ACTIONS = (1, 2, 3, 4, 5)
SUGGESTED = 0.15
ALONE = 0.3
"""The confidence from which the surest issue of a text is asserted where no other is: nearly every text has one."""


@dataclass(frozen=True)
class Row:
    """A row of the export: one text of one recommending State, as UPR Info labelled it."""

    text: str
    plain: str
    issues: tuple[str, ...]
    action: int
    session: int
    state: str
    pledge: bool


def rows_of(corpus: Path) -> list[Row]:
    """All rows of the export, voluntary pledges included: they are labelled in the same way, and are marked."""
    table = pl.read_parquet(corpus / "gold" / "upr_info.parquet")
    columns = table.select("text", "issues", "action", "session", "state", "response").iter_rows()
    return [
        Row(text, plain(text), tuple(issues), action, session, state, response == "Voluntary Pledge")
        for text, issues, action, session, state, response in columns
    ]


def plain(text: str) -> str:
    """Two texts that differ in case, spaces and punctuation only are one."""
    return re.sub(r"\W+", " ", text.lower()).strip()


class Sight:
    """What is seen of texts, each looked at once."""

    def __init__(self) -> None:
        self._seen: dict[str, Seen] = {}

    def of(self, rows: Iterable[Row]) -> list[Seen]:
        """What is seen of the rows' texts."""
        return [self._seen.get(row.text) or self._seen.setdefault(row.text, see(row.text)) for row in rows]


def weights_of(rows: Sequence[Row]) -> np.ndarray:
    """A text counts once, however many States made it; late sessions count more."""
    often = Counter(row.plain for row in rows)
    last = max(row.session for row in rows)
    return np.array([(OLD + row.session / last) / often[row.plain] for row in rows])


def vocabulary(texts: Sequence[Sequence[str]]) -> list[str]:
    """Features in at least LEAST_TEXTS of the texts, sorted."""
    held = Counter(feature for text in texts for feature in set(text))
    return sorted(feature for feature, count in held.items() if count >= LEAST_TEXTS)


def untrained(words: Sequence[Sequence[str]], flags: Sequence[Sequence[str]], labels: int) -> Linear:
    """A linear model that knows its features and weighs nothing yet."""
    of_words, of_flags = vocabulary(words), vocabulary(flags)
    held = Counter(feature for text in words for feature in set(text))
    idf = np.array([np.log((1 + len(words)) / (1 + held[feature])) + 1 for feature in of_words])
    index = {feature: place for place, feature in enumerate([*of_words, *of_flags])}
    nothing = np.zeros((len(index), labels), dtype=np.int8)
    return Linear(index, idf, nothing, np.ones(labels), np.zeros(labels), FLAG)


def matrix(linear: Linear, texts: Sequence[tuple[Sequence[str], Sequence[str]]]) -> sp.csr_matrix:
    """Texts by features, valued as the model will value them."""
    known = [linear.known(words, flags) for words, flags in texts]
    starts = np.cumsum([0, *(len(each) for each in known)])
    places = np.array([place for each in known for place, _ in each], dtype=np.int32)
    values = np.array([value for each in known for _, value in each])
    return sp.csr_matrix((values, places, starts), shape=(len(texts), len(linear.index)))


Fitted = tuple[np.ndarray, np.ndarray]
"""Coefficients, labels by features; intercepts."""


def by_rules_alone(seen: Seen) -> list[str]:
    """Flags of issues and names, without the single patterns."""
    return [flag for flag in seen.flags if flag.startswith(("r:", "n:", "x:", "h:", "nt:", "ri:"))]


def fit_each(
    X: sp.csr_matrix, Y: np.ndarray, weights: np.ndarray, C: float, alone: sp.csr_matrix | None = None
) -> Fitted:
    """A linear classifier for each label. Y: texts by labels, true or false. alone: the texts by rules alone."""
    if alone is not None:
        X, Y = sp.vstack([X, alone]).tocsr(), np.vstack([Y, Y])
        weights = np.concatenate([weights, weights * RULES_ALONE])
    coefficients = np.zeros((Y.shape[1], X.shape[1]))
    intercepts = np.full(Y.shape[1], -1.0)
    for label in range(Y.shape[1]):
        if 2 <= Y[:, label].sum() < len(Y):
            fitted = LinearSVC(C=C, dual=DUAL, random_state=0).fit(X, Y[:, label], sample_weight=weights)
            coefficients[label], intercepts[label] = fitted.coef_[0], fitted.intercept_[0]
    return coefficients, intercepts


def held_out(
    X: sp.csr_matrix,
    Y: np.ndarray,
    weights: np.ndarray,
    C: float,
    states: Sequence[str],
    alone: sp.csr_matrix | None = None,
) -> np.ndarray:
    """Margins of each text from a model that saw no text of its State."""
    margins = np.zeros(Y.shape)
    for rest, part in GroupKFold(FOLDS).split(X, groups=np.array(states)):
        by_rules = None if alone is None else alone[rest]
        coefficients, intercepts = fit_each(X[rest], Y[rest], weights[rest], C, by_rules)
        margins[part] = X[part] @ coefficients.T + intercepts
    return margins


def whole_numbers(linear: Linear, fitted: Fitted) -> Linear:
    """The model with its weights as whole numbers from -127 to 127, scaled by label."""
    coefficients, intercepts = fitted
    scale = np.maximum(np.abs(coefficients).max(axis=1), 1e-6) / 127
    whole = np.rint(coefficients / scale[:, None]).astype(np.int8)
    return replace(linear, weights=np.ascontiguousarray(whole.T), scale=scale, bias=intercepts)


def confidences(margins: np.ndarray, Y: np.ndarray, weights: np.ndarray) -> Fitted:
    """Slope and offset of each label: its held-out margins to the share that was right. Rare ones lean on all."""
    slopes, offsets = np.zeros(Y.shape[1]), np.zeros(Y.shape[1])
    every = margins.ravel()[::17]
    truth = Y.ravel()[::17]
    for label in range(Y.shape[1]):
        M = np.concatenate([margins[:, label], every])[:, None]
        T = np.concatenate([Y[:, label], truth])
        W = np.concatenate([weights, np.full(len(every), POOLED)])
        fitted = LogisticRegression(C=100.0).fit(M, T, sample_weight=W)
        slopes[label], offsets[label] = fitted.coef_[0, 0], fitted.intercept_[0]
    return slopes, offsets


def best_threshold(confident: np.ndarray, Y: np.ndarray) -> float:
    """The confidence from which asserting gives the best micro-F1 on held-out texts."""
    choices = [round(0.3 + 0.01 * step, 2) for step in range(31)]
    return max(
        choices, key=lambda bound: annotate_scores.micro_f1(annotate_scores.asserted(confident, bound, ALONE), Y)
    )


def train(rows: Sequence[Row], sight: Sight, labels: Sequence[str], say: Callable[[str], None]) -> Model:
    """A model of the rows, its confidences and threshold from their own held-out parts."""
    seen, weights, states = sight.of(rows), weights_of(rows), [row.state for row in rows]
    Y = np.array([[label in row.issues for label in labels] for row in rows])
    A = np.array([[row.action == action for action in ACTIONS] for row in rows])
    texts = [(each.features, each.flags) for each in seen]
    acts: list[tuple[Sequence[str], Sequence[str]]] = [((), each.action_flags) for each in seen]
    issues = untrained([words for words, _ in texts], [flags for _, flags in texts], len(labels))
    action = untrained([], [flags for _, flags in acts], len(ACTIONS))
    X, Z = matrix(issues, texts), matrix(action, acts)
    say(f"{len(rows)} rows, {X.shape[1]} features of issues, {Z.shape[1]} of action")
    alone = matrix(issues, [((), by_rules_alone(each)) for each in seen])
    margins = held_out(X, Y, weights, ISSUE_C, states, alone)
    slope, offset = confidences(margins, Y, weights)
    bound = best_threshold(1 / (1 + np.exp(-(margins * slope + offset))), Y)
    mixed = LogisticRegression(C=1.0, max_iter=1000).fit(
        held_out(Z, A, weights, ACTION_C, states), [row.action for row in rows], sample_weight=weights
    )
    say(f"asserted from a confidence of {bound}")
    return Model(
        labels=tuple(labels),
        issues=whole_numbers(issues, fit_each(X, Y, weights, ISSUE_C, alone)),
        slope=slope,
        offset=offset,
        asserted=bound,
        alone=ALONE,
        suggested=SUGGESTED,
        action=whole_numbers(action, fit_each(Z, A, weights, ACTION_C)),
        mix=mixed.coef_.T,
        mix_bias=mixed.intercept_,
        about={"sessions": [min(row.session for row in rows), max(row.session for row in rows)], "rows": len(rows)},
    )


def evaluate(
    rows: Sequence[Row], sight: Sight, labels: Sequence[str], say: Callable[[str], None], last: int = LAST_TRAINED
) -> dict[str, Any]:
    """Figures of a model trained on sessions up to `last`, on texts of later ones that it has not seen."""
    old, new = parted(rows, last)
    return annotate_scores.figures(train(old, sight, labels, say), new)


def parted(rows: Sequence[Row], last: int) -> tuple[list[Row], list[Row]]:
    """Rows of sessions up to `last`, and later ones whose texts do not stand among them."""
    old = [row for row in rows if row.session <= last]
    known = {row.plain for row in old}
    return old, [row for row in rows if last < row.session <= LAST_TESTED and row.plain not in known]


def unseen_states(
    rows: Sequence[Row], sight: Sight, labels: Sequence[str], say: Callable[[str], None]
) -> dict[str, Any]:
    """The same, each State's later texts weighed by a model that saw no text of that State."""
    old, new = parted(rows, LAST_TRAINED)
    states = sorted({row.state for row in new})
    parts = []
    for fold in range(FOLDS):
        away = set(states[fold::FOLDS])
        model = train([row for row in old if row.state not in away], sight, labels, say)
        parts.append((model, [row for row in new if row.state in away]))
    return annotate_scores.figures_of_parts(parts)


def main() -> int:
    """Train, measure, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", type=Path, default=CORPUS)
    parser.add_argument("--evaluate", action="store_true")
    parser.add_argument("--until", type=int, default=LAST_TRAINED, metavar="N", help="last session trained on (14)")
    parser.add_argument("--unseen", action="store_true")
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--card", action="store_true")
    args = parser.parse_args()
    started = time.perf_counter()

    def say(sentence: str) -> None:
        print(f"{time.perf_counter() - started:6.1f} s  {sentence}", file=sys.stderr, flush=True)

    rows, sight = rows_of(args.corpus), Sight()
    labels = sorted({issue for row in rows for issue in row.issues})
    if args.evaluate:
        print(json.dumps(evaluate(rows, sight, labels, say, args.until), indent=2))
    if args.unseen:
        print(json.dumps({"unseen States": unseen_states(rows, sight, labels, say)}, indent=2))
    if args.write:
        write(FILE, train(rows, sight, labels, say))
        say(f"{FILE.name}: {FILE.stat().st_size / 1e6:.2f} MB")
    if args.card:
        tables = annotate_card.card(
            evaluate(rows, sight, labels, say),
            evaluate(rows, sight, labels, say, MORE_TRAINED),
            unseen_states(rows, sight, labels, say),
            annotate_themes.measure(args.corpus),
        )
        PAGE.write_text(annotate_card.placed(PAGE.read_text("utf-8"), tables), "utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
