"""Reports of the Working Group on the Universal Periodic Review: cycles 1 to 4, PDF and Word, final and draft.

The steps, one module each, in the order the text moves:

    opening (families, masthead) -> furniture -> sections -> structure -> brackets -> texts -> conclusions
                                                                                    dialogue, answers, comments
"""

from __future__ import annotations

from dataclasses import replace

from item6.files.body import Body
from item6.sources.context import Context
from item6.sources.furniture import strip_furniture
from item6.sources.opening import Opened, not_read, open_document
from item6.sources.wg_report.conclusions import read_conclusions
from item6.sources.wg_report.pledges import read_pledges
from item6.sources.wg_report.sections import find_sections
from item6.sources.wg_report.speakers import read_speakers, read_totals
from item6.sources.wg_report.structure import find_blocks
from item6.terms.documents import Document, Reading
from item6.terms.issues import Place, issue
from item6.terms.states import STATES


def read(data: bytes, name: str) -> Reading:
    """Everything that a report says, or the one Issue that says why it is not read.

    data: bytes of a PDF or DOCX file. name: file name without folder, for places of Issues. Never raises for what the
    file holds.
    """
    opened = open_document(data, name)
    return opened if isinstance(opened, Reading) else read_report(opened)


def read_report(opened: Opened) -> Reading:
    """The reading of an opened document; one Issue where it is no report in English or names no review."""
    document = opened.document
    if opened.family.name != "wg_report" or opened.family.language != "en":
        return not_read(opened)
    if opened.masthead.review is None:
        return Reading(document, issues=(issue("document.no_review", Place(document.file)),))
    running, footnotes = strip_furniture(opened.body)
    return replace(_read_sections(document, running), footnotes=footnotes)


def _read_sections(document: Document, running: Body) -> Reading:
    sections = find_sections(running.text)
    blocks = find_blocks(running, sections.conclusions, sections.closing) if sections else []
    if sections is None or not blocks or document.review is None:
        return Reading(document, issues=(issue("document.no_list", Place(document.file)),))
    names = frozenset(STATES[document.review.state].right_names)
    context = Context(running, document.file, document.sha256, document.symbol, document.date, document.review, names)
    found = read_conclusions(context, blocks, sections.dialogue)
    symbol, sha256, reviewed = document.symbol, document.sha256, document.review.state
    reading = Reading(
        document,
        tuple(found.recommendations),
        tuple(found.answers),
        read_pledges(running, sections.pledges, context.wording, symbol, sha256),
        read_speakers(running, sections.dialogue, reviewed, symbol, sha256),
        read_totals(running, sections.dialogue, sections.conclusions, symbol, sha256),
        tuple(found.issues),
    )
    if not reading.recommendations:
        return replace(reading, issues=(*reading.issues, issue("document.no_list", Place(document.file))))
    return reading


__all__ = ["read", "read_report"]
