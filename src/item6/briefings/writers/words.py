"""The writers' own words, apart from those of documents."""

from __future__ import annotations

NOTES = "Notes"
SOURCES = "Sources"
ANNEX = "Figures in this document"
RECOMPUTE = (
    "Every number of this document was counted by item6 in the record {record}. Its reference stands in its note; "
    "those of tables and charts stand below: value, measure and version, then unit, stage, day and scope, which the "
    "values of one line share, and a … where they differ. The command “item6 explain” opens a reference down to the "
    "pages that it rests on; “item6 brief --verify” compares this file with a newer record."
)
DEFINED = "Definition: {words}"
DEFINED_BEFORE = "Definition: as in note {note}."
SHARE_OF = "Definition: the share of all that was received of what note {note} defines."
COUNTED = "Counted: {words}."
SOURCE = "Source: {words}."
RECORD = "record {record}"
PAGE = "{page} of {pages}"
ATTACHED = "The figures of this document, for programs: item6 brief --verify reads them"
FOOT = "Prepared with item6 from public documents of the United Nations"
AS_TABLE = "The same as a table"
BACK = "back to the text"
