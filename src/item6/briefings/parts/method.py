"""How a briefing was counted, and from which documents and record."""

from __future__ import annotations

from item6.briefings.document import Block, Bullets, Heading, Runs
from item6.briefings.phrases import say, words
from item6.briefings.subject import Subject


def method(subject: Subject) -> list[Block]:
    """Units, answers, labels, sources: what a reader has to know to count again."""
    lines: list[Runs] = []
    if subject.row:
        lines += [say("method.units"), say("method.class")]
        if subject.is_read_by_others:
            lines.append(say("method.by_others"))
        else:
            lines.append(say("method.stage", stage=subject.stage_words))
        lines.append(say("method.labels"))
    if subject.published:
        lines.append(say("method.published", source=subject.published.source))
    lines.append(say("method.record", record=subject.record.hash[:12]))
    blocks: list[Block] = [Heading(words("method.heading")), Bullets(tuple(lines))]
    return blocks
