"""Press lines: half a page that can be said within hours of the review, each number with its unit and stage."""

from __future__ import annotations

from item6.briefings.asked import Asked, Kind
from item6.briefings.document import Block, Bullets, Document, Paragraph, Runs
from item6.briefings.kinds.review_briefing import known, subtitle_of
from item6.briefings.parts.cycles import changed_since
from item6.briefings.parts.outcome import lead, refusals
from item6.briefings.parts.states import who_recommended
from item6.briefings.parts.strength import how_specific
from item6.briefings.parts.topics import most_asked, most_noted, topics_of
from item6.briefings.phrases import words
from item6.briefings.subject import Subject, subject_of


def press_lines(asked: Asked) -> Document:
    """What was received, how it stands, what it was about, who asked, and what is new.

    Of a review known by published totals, these alone. KeyError where the record knows nothing of the review.
    """
    subject = known(subject_of(asked))
    lines = tuple(line for line in _lines(subject) if line)
    blocks: tuple[Block, ...] = (Paragraph(lead(subject), "lead"), *((Bullets(lines),) if lines else ()))
    return Document(
        kind="press",
        title=words("press.title", state=subject.state),
        subtitle=subtitle_of(subject),
        review=str(subject.name),
        record=asked.record.hash,
        blocks=blocks,
        sources=subject.sources,
        pages=1,
    )


def _lines(subject: Subject) -> list[Runs]:
    """One sentence or two each; empty ones are left out."""
    lines = [refusals(subject)]
    if subject.row is not None:
        key, groups = topics_of(subject)
        if groups:
            lines += [most_asked(subject, key, groups), most_noted(subject, key, groups)]
        lines += [how_specific(subject), who_recommended(subject)]
    return [*lines, *changed_since(subject)]


PRESS = Kind("press", "Press lines", (), press_lines)
