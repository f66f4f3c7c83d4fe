"""What decided on the labels of one text: the rules met, and what each feature added."""

from __future__ import annotations

from dataclasses import dataclass

from item6.annotate.labelling import Confident, Seen, annotate, see
from item6.annotate.rules import Named, Sign
from item6.annotate.weights import Linear, Model, model

_MOST_PARTS = 12


@dataclass(frozen=True, slots=True)
class Reason:
    """A label with what speaks for it. parts: features and what each adds to its margin, the most first."""

    label: str
    confidence: float
    asserted: bool
    signs: tuple[Sign, ...]
    parts: tuple[tuple[str, float], ...]


@dataclass(frozen=True, slots=True)
class Explained:
    """Why a text has its labels. doubt: why nothing is asserted, or empty."""

    issues: tuple[Reason, ...]
    action: Reason
    named: tuple[Named, ...]
    doubt: str


def explain(text: str) -> Explained:
    """What decides on the labels of a text, asserted and suggested."""
    weigh, seen, given = model(), see(text), annotate(text)
    issues = [_issue(weigh, seen, each, asserted=True) for each in given.issues]
    issues += [_issue(weigh, seen, each, asserted=False) for each in given.suggested]
    parts = _parts(weigh.action, (), seen.action_flags, given.action - 1)
    signs = tuple(
        Sign(str(verb.category), verb.words, verb.words, verb is seen.verbs.deciding)
        for verb in dict.fromkeys((seen.verbs.first, seen.verbs.second, seen.verbs.deciding))
        if verb
    )
    action = Reason(str(given.action), given.action_confidence, not given.doubt, signs, parts)
    return Explained(tuple(issues), action, seen.signs.named, given.doubt)


def named_in(text: str) -> tuple[Named, ...]:
    """The treaties, bodies and groups that a text names, acronyms expanded: `OP-CAT` is not `CAT`."""
    return see(text).signs.named


def _issue(weigh: Model, seen: Seen, given: Confident, *, asserted: bool) -> Reason:
    signs = tuple(sign for sign in seen.signs.met if sign.issue == given.label)
    parts = _parts(weigh.issues, seen.features, seen.flags, weigh.labels.index(given.label))
    return Reason(given.label, given.confidence, asserted, signs, parts)


def _parts(linear: Linear, words: tuple[str, ...], flags: tuple[str, ...], label: int) -> tuple[tuple[str, float], ...]:
    """Those that add most, and those that take away most."""
    found = linear.parts(words, flags, label)
    return tuple(found if len(found) <= 2 * _MOST_PARTS else [*found[:_MOST_PARTS], *found[-_MOST_PARTS:]])
