"""What the State under review answered, in its own words and in the UN's two classes.

Human Rights Council resolution 5/1, annex, para. 32, knows recommendations that "enjoy the support of the
State concerned" and others, which "will be noted". States say much more: the words are kept beside the class.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from item6.terms.names import ReviewName
from item6.terms.passages import Passage

SUPPORTED, NOTED, PARTLY, PENDING = POSITIONS = ("supported", "noted", "supported/noted", "pending")
STAGES = ("report", "addendum", "adoption", "later")
"""Stages of the State's own answers, in order: a later one wins over an earlier one."""
OTHER_READINGS = ("matrix", "uhri", "upr_info")
"""Other people's readings of the answers: compared, never folded in."""

POSITION_OF = {
    "accepted": SUPPORTED,
    "accepted_being_implemented": SUPPORTED,
    "accepted_implemented": SUPPORTED,
    "accepted_in_part": PARTLY,
    "accepted_in_principle": PARTLY,
    "noted": NOTED,
    "rejected": NOTED,
    "disputed": NOTED,
    "no_answer": PENDING,
}
"""The UN's class of each normalised form of a State's words."""


def combined(positions: Iterable[str]) -> str:
    """The position of what has parts: theirs where they agree, `supported/noted` where not, `pending` without parts."""
    found = set(positions)
    return found.pop() if len(found) == 1 else PARTLY if found else PENDING


@dataclass(frozen=True, slots=True)
class Target:
    """What an answer answers: the whole review (all None), a number, one text of it, or one text of one State."""

    number: str | None = None
    part: int | None = None
    state: str | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer, as one passage of one document gives it. Answers are only ever added.

    position: `supported`, `noted`, `supported/noted` or `pending`.
    as_written: the State's words; normalised: a key of `POSITION_OF`.
    explanation: what the State says about it, or an empty string.
    stage: one of STAGES or OTHER_READINGS. document: SHA-256 of the file. date: ISO date or None.
    revision: 0 for a document, n for its nth corrigendum or revision.
    source: `written`, `oral` (beside, never overwriting) or `reading` (other people's).
    """

    review: ReviewName
    target: Target
    position: str
    as_written: str
    normalised: str
    explanation: str
    stage: str
    document: str
    revision: int
    date: str | None
    passage: Passage
    source: str = "written"
