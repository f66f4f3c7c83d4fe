"""Opening a document: from bytes to its text, family and masthead, before a reader of that family takes over."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field

from item6.files.body import Body
from item6.files.docx import headers, read_docx
from item6.files.errors import Unreadable
from item6.files.kinds import kind
from item6.files.pdf import read_pdf
from item6.sources.families import Family, identify
from item6.sources.masthead import Masthead, read_masthead
from item6.terms.documents import FAMILIES, Document, Reading
from item6.terms.issues import Place, issue

_LANGUAGES = {"fr": "French", "es": "Spanish", "ru": "Russian", "zh": "Chinese", "ar": "Arabic"}


@dataclass(frozen=True, slots=True)
class Opened:
    """A document whose text is known, and nothing else yet. data: its bytes, for what stands in tables."""

    document: Document
    body: Body
    family: Family
    masthead: Masthead
    data: bytes = field(default=b"", repr=False)


def open_document(data: bytes, name: str) -> Opened | Reading:
    """The opened document; a Reading with the one Issue that says why, where the file cannot be opened.

    data: bytes of a PDF or DOCX file. name: file name without folder, for places of Issues.
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
    document = Document(
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
    return Opened(document, body, family, masthead, data)


def not_read(opened: Opened) -> Reading:
    """The reading of a document of a family or language that item6 does not read: one Issue that says so."""
    document, family = opened.document, opened.family
    place = Place(document.file)
    if family.name == "wg_report" and family.language != "en":
        arguments = {"language": _LANGUAGES[family.language], "symbol": opened.masthead.symbol or "the report"}
        return Reading(document, issues=(issue("document.language", place, arguments),))
    key = "document.not_upr" if family.name == "unknown" else "document.family_not_read"
    return Reading(document, issues=(issue(key, place, {"what": family.title}),))
