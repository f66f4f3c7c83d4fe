"""Reports of the Working Group on the Universal Periodic Review: cycles 1 to 4, PDF and Word, final and draft.

The steps, one module each, in the order the text moves:

    families -> masthead -> furniture -> sections -> structure -> brackets -> texts -> conclusions
                                                                             dialogue, answers, comments
"""

from __future__ import annotations

import hashlib
from dataclasses import replace

from item6.files.body import Body
from item6.files.docx import headers, read_docx
from item6.files.errors import Unreadable
from item6.files.kinds import kind
from item6.files.pdf import read_pdf
from item6.sources.context import Context
from item6.sources.families import Family, identify
from item6.sources.furniture import strip_furniture
from item6.sources.masthead import Masthead, read_masthead
from item6.sources.wg_report.conclusions import read_conclusions
from item6.sources.wg_report.pledges import read_pledges
from item6.sources.wg_report.sections import find_sections
from item6.sources.wg_report.speakers import read_speakers, read_totals
from item6.sources.wg_report.structure import find_blocks
from item6.terms.documents import FAMILIES, Document, Reading
from item6.terms.issues import Place, issue
from item6.terms.states import STATES


def read(data: bytes, name: str) -> Reading:
    """Everything that a report says, or the one Issue that says why it is not read.

    data: bytes of a PDF or DOCX file. name: file name without folder, for places of Issues. Never raises for what the
    file holds.
    """
    sha256 = hashlib.sha256(data).hexdigest()
    try:
        form = kind(data, name)
        body, page_headers = (read_pdf(data), ()) if form == "pdf" else (read_docx(data), headers(data))
    except Unreadable as unreadable:
        unknown = Document(name, sha256, "unknown", "other", None, False, None, None, None, None)
        return Reading(unknown, issues=(unreadable.issue(name),))
    family = identify(body, page_headers)
    masthead = read_masthead(body.text, page_headers)
    document = _document(name, sha256, form, family, masthead, body)
    return read_report(document, body, family, masthead)


def read_report(document: Document, body: Body, family: Family, masthead: Masthead) -> Reading:
    """The reading of a document whose text and masthead are known."""
    place = Place(document.file)
    if family.name != "wg_report":
        key = "document.not_upr" if family.name == "unknown" else "document.family_not_read"
        return Reading(document, issues=(issue(key, place, {"what": family.title}),))
    if family.language != "en":
        arguments = {"language": _LANGUAGES[family.language], "symbol": masthead.symbol or "the report"}
        return Reading(document, issues=(issue("document.language", place, arguments),))
    if masthead.review is None:
        return Reading(document, issues=(issue("document.no_review", place),))
    running, _ = strip_furniture(body)
    return _read_sections(document, running, masthead)


_LANGUAGES = {"fr": "French", "es": "Spanish", "ru": "Russian", "zh": "Chinese", "ar": "Arabic"}


def _read_sections(document: Document, running: Body, masthead: Masthead) -> Reading:
    sections = find_sections(running.text)
    blocks = find_blocks(running, sections.conclusions, sections.closing) if sections else []
    if sections is None or not blocks or document.review is None:
        return Reading(document, issues=(issue("document.no_list", Place(document.file)),))
    names = frozenset(STATES[document.review.state].right_names)
    context = Context(running, document.file, document.sha256, document.symbol, document.date, document.review, names)
    found = read_conclusions(context, blocks, sections.dialogue)
    reading = Reading(
        document,
        tuple(found.recommendations),
        tuple(found.answers),
        read_pledges(running, sections.pledges, context.wording, document.symbol, document.sha256),
        read_speakers(running, sections.dialogue, masthead.reviewed, document.symbol, document.sha256),
        read_totals(running, sections.dialogue, sections.conclusions, document.symbol, document.sha256),
        tuple(found.issues),
    )
    if not reading.recommendations:
        return replace(reading, issues=(*reading.issues, issue("document.no_list", Place(document.file))))
    return reading


def _document(name: str, sha256: str, form: str, family: Family, masthead: Masthead, body: Body) -> Document:
    return Document(
        file=name,
        sha256=sha256,
        format=form,
        family=family.name if family.name in FAMILIES else "other",
        symbol=str(masthead.symbol) if masthead.symbol else None,
        draft=masthead.draft,
        review=masthead.review,
        session=masthead.session,
        date=masthead.date,
        pages=body.pages,
        language=family.language,
    )


__all__ = ["read", "read_report"]
