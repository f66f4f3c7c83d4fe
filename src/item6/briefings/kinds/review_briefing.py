"""Review briefing, four to eight pages: the outcome of a review with everything that a delegation asks next."""

from __future__ import annotations

from item6.briefings.asked import Asked, Kind
from item6.briefings.document import Block, Document, Paragraph
from item6.briefings.parts.cycles import comparison, turned
from item6.briefings.parts.method import method
from item6.briefings.parts.outcome import outcome
from item6.briefings.parts.pictures import timeline_picture
from item6.briefings.parts.reasons import reasons
from item6.briefings.parts.stated import reconciliation
from item6.briefings.parts.states import recommending
from item6.briefings.parts.strength import strengths
from item6.briefings.parts.topics import issues
from item6.briefings.phrases import say, words
from item6.briefings.subject import Subject, subject_of

_PARTS = (outcome, reconciliation, comparison, issues, recommending, turned, strengths, reasons)


def review_briefing(asked: Asked) -> Document:
    """The outcome in both units, earlier cycles, issues, States, reversals, strength, reasons, reconciliation, method.

    Parts that have nothing to say are left out, or say it in a sentence. KeyError where the record knows nothing of
    the review.
    """
    subject = known(subject_of(asked))
    blocks: list[Block] = [block for part in _PARTS for block in part(subject)]
    timeline = timeline_picture(subject)
    if timeline is not None:
        blocks.insert(len(outcome(subject)), timeline)
    if subject.published:
        blocks.append(Paragraph(say("published.no_list", title=subject.title)))
    return Document(
        kind="briefing",
        title=words("briefing.title", state=subject.state),
        subtitle=subtitle_of(subject),
        review=str(subject.name),
        record=asked.record.hash,
        blocks=(*blocks, *method(subject)),
        sources=subject.all_sources,
        pages=8,
    )


def known(subject: Subject) -> Subject:
    """The subject, of which the record has a list or published totals. KeyError for one of which it has neither."""
    if subject.row is None and subject.published is None:
        raise KeyError(str(subject.name))
    return subject


def subtitle_of(subject: Subject) -> str:
    """`Universal Periodic Review, cycle 3 (2019): as it stands after the addendum`."""
    key = "subtitle.pending" if subject.is_pending else "subtitle.stage"
    return words(key, cycle=subject.cycle_words, stage=subject.stage_words)


BRIEFING = Kind("briefing", "Review briefing", (), review_briefing)
