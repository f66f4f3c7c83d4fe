"""A text to its labels: issues and action category, each with a confidence and with what decided."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from item6.annotate.action import MOST_COMMON, Verbs, says, verbs_of
from item6.annotate.features import action_features, rule_features, word_features
from item6.annotate.rules import Sign, Signs, rules
from item6.annotate.weights import Floats, Model, model
from item6.annotate.words import MOST_WORDS, words_of

UNFAMILIAR = 0.5
"""Share of known words below which nothing is asserted: the text is not in English, or no text of this kind."""

LONG = 400
"""Words beyond which nothing is asserted: no recommendation is so long, and a page speaks of nearly everything."""

UNSURE = 0.3
"""The highest confidence of a label of such a text."""

HIGHEST = 0.999
"""No label of a model is certain; only what a person decides is."""

_AT_ONCE = 2_000
"""Texts of a stream that are weighed together."""


@dataclass(frozen=True, slots=True)
class Confident:
    """An issue and how sure it is: the share of such labels that were right, 0 to 1."""

    label: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Labelled:
    """The labels of a text.

    issues: asserted, the surest first. suggested: below the stated confidence. action: 1 to 5, with its confidence.
    doubt: why nothing is asserted, empty where that is not so. why: what decided, one sentence.
    """

    issues: tuple[Confident, ...]
    suggested: tuple[Confident, ...]
    action: int
    action_confidence: float
    doubt: str
    why: str


@dataclass(frozen=True, slots=True)
class Seen:
    """What is seen of a text before it is weighed. features: word_features. flags: of the rules and of the action."""

    words: tuple[str, ...]
    signs: Signs
    verbs: Verbs
    features: tuple[str, ...]
    flags: tuple[str, ...]
    action_flags: tuple[str, ...]


def annotate(text: str) -> Labelled:
    """The labels of one text."""
    return next(annotate_all([text]))


def annotate_all(texts: Iterable[str], weigh: Model | None = None) -> Iterator[Labelled]:
    """The labels of texts, in their order. weigh: another model than the one that comes with item6."""
    weigh = weigh or model()
    stream = iter(texts)
    while batch := list(islice(stream, _AT_ONCE)):
        seen = [see(text) for text in batch]
        issues = weigh.issue_confidences([(each.features, each.flags) for each in seen])
        actions = weigh.action_confidences([each.action_flags for each in seen])
        for each, by_issue, by_action in zip(seen, issues, actions, strict=True):
            yield _labelled(weigh, each, by_issue, by_action)


def see(text: str) -> Seen:
    """What is seen of a text."""
    words = words_of(text)
    signs, verbs = rules().read(words), verbs_of(words)
    return Seen(
        tuple(words),
        signs,
        verbs,
        tuple(word_features(words)),
        tuple(rule_features(signs)),
        tuple(action_features(words, verbs)),
    )


def _labelled(weigh: Model, seen: Seen, by_issue: Floats, by_action: Floats) -> Labelled:
    doubt = _doubt(weigh, seen)
    action = int(by_action.argmax()) + 1 if seen.words else MOST_COMMON
    sure = float(by_action[action - 1]) if seen.words else 0.0
    found = _above(weigh, by_issue)
    if doubt:
        signed = {sign.issue for sign in seen.signs.met}
        found = [Confident(each.label, min(UNSURE, each.confidence)) for each in found if each.label in signed]
        asserted, sure = 0, min(UNSURE, sure)
    else:
        asserted = sum(each.confidence >= weigh.asserted for each in found)
        asserted = asserted or sum(each.confidence >= weigh.alone for each in found[:1])
    issues = tuple(found[:asserted])
    why = doubt or _why(seen, issues)
    why = f"{why}; {_why_action(seen, action)}"
    return Labelled(issues, tuple(found[asserted:]), action, min(HIGHEST, round(sure, 3)), doubt, why)


def _above(weigh: Model, by_issue: Floats) -> list[Confident]:
    """Issues from the confidence on that is named at all, the surest first."""
    held = [label for label, confidence in enumerate(by_issue.tolist()) if confidence >= weigh.suggested]
    held.sort(key=lambda label: (-by_issue[label], label))
    return [Confident(weigh.labels[label], min(HIGHEST, round(float(by_issue[label]), 3))) for label in held]


def _doubt(weigh: Model, seen: Seen) -> str:
    """Why nothing is asserted; empty where there is no doubt."""
    if not seen.words:
        return "there are no words in it"
    known = sum(word in weigh.issues.index for word in seen.words) / len(seen.words)
    if known < UNFAMILIAR:
        return f"{known:.0%} of its words are known: not in English, or no recommendation, so labels are only suggested"
    if len(seen.words) > LONG:
        many = f"more than {MOST_WORDS - 1}" if len(seen.words) == MOST_WORDS else f"{len(seen.words)}"
        return f"it has {many} words: longer than any recommendation, so labels are only suggested"
    return ""


def _why(seen: Seen, issues: Sequence[Confident]) -> str:
    reasons = [_reason(seen.signs, each) for each in issues]
    return ", ".join(reasons) if reasons else "nothing in it decides"


def _reason(signs: Signs, issue: Confident) -> str:
    """`Death penalty (99 %: “moratorium on executions”)`."""
    words = words_for(signs, issue.label)
    said = f": “{words}”" if words else ", by its words together"
    return f"{issue.label} ({issue.confidence:.1%}{said})"


def words_for(signs: Signs, issue: str) -> str:
    """The words that speak for an issue: those of a rule, or a name that goes with it; empty where there are none."""
    sign = best_sign(signs, issue)
    named = (each.words for each in signs.named if issue in rules().named[each.key]["issues"])
    return sign.words if sign else next(named, "")


def best_sign(signs: Signs, issue: str) -> Sign | None:
    """The rule that speaks most for an issue: a strong one, of these the one with the most words."""
    own = [sign for sign in signs.met if sign.issue == issue]
    return max(own, key=lambda sign: (sign.strong, len(sign.words)), default=None)


def _why_action(seen: Seen, action: int) -> str:
    """`action 5: “abolish” names a precise act`."""
    verb = seen.verbs.deciding
    if not seen.words:
        return f"action {action} is only the most common one"
    if verb and verb.category == action:
        return f"action {action}: “{verb.words}” {says()[action]}"
    said = f", though “{verb.words}” alone {says()[verb.category]} ({verb.category})" if verb else ""
    return f"action {action}: by its first words together{said}"
