"""The writers' own words, apart from those of documents."""

from __future__ import annotations

NOTES = "Notes"
SOURCES = "Sources"
ANNEX = "Figures in this document"
SHARED = (
    "Unless a note says otherwise: {unit}, {scope}, {stage}, counted by item6 in the record {record} from {documents}. "
    "Shares are of all that was received. Recommendations are named where they are few."
)
BELOW = "the documents under Sources"
NO_DOCUMENTS = "its documents"
AND = " and "
IN_TEXT = "Running text"
RECOMPUTE = (
    "What recomputes every number in the record {record}: value, measure and version, then unit, stage, day and scope, "
    "which the values of one line share, and a … where they differ. “item6 explain” opens a reference down to its "
    "pages; “item6 brief --verify” compares this file with a newer record."
)
SOURCE = "Source: {words}."
RECORD = "record {record}"
PAGE = "{page} of {pages}"
_PAGE_ELSEWHERE = "{page} / {pages}"
ATTACHED = "The figures of this document, for programs: item6 brief --verify reads them"
FOOT = "Prepared with item6 from public documents of the United Nations"
AS_TABLE = "The same as a table"
BACK = "back to the text"


def page_in(language: str) -> str:
    """How pages are counted at the foot of a document: in words where it is English, else by signs alone."""
    return PAGE if language.partition("-")[0].lower() in ("", "en") else _PAGE_ELSEWHERE
