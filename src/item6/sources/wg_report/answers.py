"""What the report says of the State's answer, from the sentences before, between and after the lists.

Standard sentences of the UN's editors carry the answer ("enjoy the support of", "did not enjoy the support of", "will
be examined by"); States add their own ("already implemented", "noted", "cannot be accepted"). Nothing is inferred: a
list without such a sentence is pending.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from item6.terms.answers import PENDING


def _words(pattern: str) -> re.Pattern[str]:
    """A pattern in which a space stands for any white space."""
    return re.compile(pattern.replace(" ", r"\s+"), re.IGNORECASE)


_REFUSED = _words(
    r"(?:did|do|does|could|can|would) ?not enjoy(?: the)?(?: \w+)? support|not enjoy its support|"
    r"(?:cannot|can not|could not) (?:be accepted|accept|be supported|support|enjoy)|not supported by|"
    r"(?:do|does|did|is|are|was|were|has|have|had) not (?:able to |in a position to |been able to )?(?:accept|support)|"
    r"unable to (?:accept|support)|(?:do|does|did) not have the support|"
    r"(?:were|was|is|are|be) rejected|not (?:be )?accepted|rejects? "
)
_DISPUTED = _words(
    r"(?:are|is) (?:either )?(?:not relevant|irrelevant|not applicable|based on (?:false|incorrect|wrong))"
)
_NOTED = _words(
    r"(?:was|were|been|are|is|thus be) noted|takes? note of|taken note of|"
    r"notes (?:(?:those|the|these|all|following) )*recommendations"
)
_ANNOUNCED = _words(
    r"will (?:further )?(?:be )?(?:further )?examine|provide (?:its |the |a )?responses?|responses? (?:to|of|will)|"
    r"will (?:then )?(?:respond|study)|will be provided|for consideration and response|would study|"
    r"be further considered"
)
_SUPPORTED = _words(
    r"enjoy(?:s|ed)?(?: the)?(?: full)? support|enjoy(?:s|ed)? (?:its|their) support|"
    r"(?:were|are|is|been) (?:fully )?(?:accepted|supported)|accepts? |accepted (?:the|these|all)|has accepted|"
    r"agreed on the following"
)
_IMPLEMENTED = _words(r"already (?:been )?(?:fully )?implemented|have been implemented")
_UNDER_WAY = _words(r"process of(?: being)? implement|being implemented|in the process of|already being")

_IN_PART = _words(
    r"(?:accept|support|enjoy)\w*(?: \w+){0,8}? in part|in part,? (?:the )?support|"
    r"(?:partially|partly) (?:accept|support|enjoy)\w*|partial support"
)
_IN_PRINCIPLE = _words(
    r"(?:accept|support|enjoy)\w*(?: \w+){0,8}? in principle|in principle,? (?:accept|support|enjoy)\w*"
)

_ORDER = (
    (_IN_PART, "accepted_in_part"),
    (_IN_PRINCIPLE, "accepted_in_principle"),
    (_REFUSED, "rejected"),
    (_ANNOUNCED, "no_answer"),
    (_DISPUTED, "disputed"),
    (_NOTED, "noted"),
    (_SUPPORTED, "accepted"),
)
"""Refusals before support, because "did not enjoy the support" holds "support"; an announced response before a
"noted" in the same sentence, which then means no more than "heard"."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """normalised: a key of POSITION_OF. start, end: range of the sentence. at: where its telling words begin.

    bare: it says that something is implemented, and not that it is accepted.
    """

    normalised: str
    start: int
    end: int
    at: int
    bare: bool = False


def read_verdict(text: str, start: int, end: int, *, only: str | None = None) -> Verdict | None:
    """The answer that a lead-in or a later paragraph gives; None where it gives none.

    text: running text. start, end: range of the paragraph. only: `pending` to look for an announced response alone.
    """
    for pattern, normalised in _ORDER:
        if only == PENDING and normalised != "no_answer":
            continue
        if found := pattern.search(text, start, end):
            accepted = _degree(text, start, end) if normalised == "accepted" else normalised
            return Verdict(accepted, *_sentence(text, start, end, found.start()), found.start())
    told = None if only else _UNDER_WAY.search(text, start, end) or _IMPLEMENTED.search(text, start, end)
    if told is None:
        return None
    return Verdict(_degree(text, start, end), *_sentence(text, start, end, told.start()), told.start(), bare=True)


def _degree(text: str, start: int, end: int) -> str:
    """How far acceptance goes; where a list is "implemented or in the process", the lesser is taken."""
    if _UNDER_WAY.search(text, start, end):
        return "accepted_being_implemented"
    return "accepted_implemented" if _IMPLEMENTED.search(text, start, end) else "accepted"


def _sentence(text: str, start: int, end: int, at: int) -> tuple[int, int]:
    """Range of the sentence around `at`, within the paragraph."""
    before = [m.end() for m in re.finditer(r"[.:]\s+(?=[A-Z])", text[start:at])]
    after = re.search(r"[.:](?=\s+[A-Z•]|\s*$)", text[at:end])
    stop = at + after.end() if after else start + len(text[start:end].rstrip())
    return start + (before[-1] if before else 0), stop
