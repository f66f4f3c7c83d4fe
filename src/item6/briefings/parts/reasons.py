"""The State's own reasons: what it says about its answers, quoted, with the numbers and the place."""

from __future__ import annotations

import re

from item6.briefings.asks import Reason, numbers_in_words, reasons_of, shortened
from item6.briefings.document import Block, Bullets, Heading, Paragraph, Runs, Text
from item6.briefings.phrases import say, words
from item6.briefings.subject import Subject
from item6.terms.answers import NOTED, PARTLY, SUPPORTED

_SHOWN = {NOTED: 7, PARTLY: 3, SUPPORTED: 2}
"""Reasons of each position that a briefing quotes."""

_LONGEST = 420

_POINTS_ELSEWHERE = re.compile(r"(?:Please )?(?:see|refer to|idem|ditto)\b.{0,60}$", re.IGNORECASE)
"""What only says where the reason stands: `See recommendation 122.58.`"""


def reasons(subject: Subject) -> list[Block]:
    """Why it noted first, then why in part; of what it supports, two examples."""
    if subject.row is None or subject.is_pending or subject.is_read_by_others:
        return []
    blocks: list[Block] = [Heading(words("reasons.heading"))]
    found = [each for each in reasons_of(subject) if not _POINTS_ELSEWHERE.match(each.words)]
    if not found:
        return [*blocks, Paragraph(say("reasons.none", state=subject.state))]
    blocks.append(Paragraph(say("reasons.lead", state=subject.state)))
    left = 0
    for position, most in _SHOWN.items():
        mine = sorted((each for each in found if each.position == position), key=lambda each: -len(each.numbers))
        if mine:
            blocks.append(Heading(words(f"reasons.{position.replace('/', '_')}"), 2))
            blocks.append(Bullets(tuple(quoted(subject, each) for each in mine[:most])))
            left += len(mine[most:])
    if left:
        blocks.append(Paragraph(say("reasons.more", review=str(subject.name)), "small"))
    return blocks


def quoted(subject: Subject, reason: Reason, longest: int = _LONGEST) -> Runs:
    """`121.4, 121.7: “…” (A/HRC/43/15/Add.1, page 3)`."""
    numbers = numbers_in_words(reason.numbers, subject)
    return (
        Text(f"{numbers}: ", "strong"),
        Text(f"“{shortened(reason.words, longest)}”", "quoted"),
        Text(" ("),
        reason.source,
        Text(")"),
    )
