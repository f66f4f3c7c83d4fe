"""Issues of other people's readings: OHCHR's matrices (W3) and UPR Info's export (W4). Part of the catalogue."""

from __future__ import annotations

from item6.terms.issue_kinds import IssueKind

OTHER_READINGS: dict[str, IssueKind] = {
    # matrices and thematic lists of recommendations
    "matrix.no_table": IssueKind(
        "W301",
        "error",
        "no table of recommendations was found in this file",
        "give the matrix or thematic list as OHCHR published it (DOCX)",
    ),
    "matrix.no_review": IssueKind(
        "W302",
        "error",
        "the matrix does not say which State and cycle it is about",
        "name the file as OHCHR does: session, then State (upr50-honduras.docx)",
    ),
    "matrix.review_from_name": IssueKind(
        "W303", "warning", "the State, {state}, is taken from the name of the file", "check that it is this State"
    ),
    "matrix.cycle_differs": IssueKind(
        "W304",
        "warning",
        "the heading says cycle {printed}, {evidence} belongs to cycle {cycle}, which is taken",
        "look at the head of the page",
    ),
    "matrix.no_number": IssueKind(
        "W305",
        "warning",
        "row {row} of table {table} begins with no number and is left out: “{words}”",
        "look at the row",
    ),
    "matrix.position_unknown": IssueKind(
        "W306", "warning", "the position of {number} is “{words}”, which is none that item6 knows", "look at the row"
    ),
    "matrix.two_positions": IssueKind(
        "W307",
        "warning",
        "the matrix gives two positions for {number}: {first}, then {second}; neither is taken",
        "look at both rows",
    ),
    "matrix.no_positions": IssueKind(
        "W308", "note", "the list gives no positions; it may be older than the State's answers", "nothing to do"
    ),
    "matrix.position_missing": IssueKind(
        "W309", "warning", "the matrix gives no position for {numbers}, but does for others", "look at the rows"
    ),
    "matrix.texts_differ": IssueKind(
        "W310", "note", "the matrix prints {number} twice in different words; both are kept", "look at both rows"
    ),
    # exports of UPR Info's database
    "upr_info.no_header": IssueKind(
        "W401",
        "error",
        "no row names the columns To, Text and Response, as exports of UPR Info do",
        "export it again, with all columns",
    ),
    "upr_info.no_column": IssueKind(
        "W402", "warning", "the export has no column {column}", "export it again, with all columns"
    ),
    "upr_info.no_rows": IssueKind("W403", "warning", "the export holds no recommendations", "export it again"),
    "upr_info.state_unknown": IssueKind(
        "W404",
        "warning",
        "“{words}” in the column To names no State: {count} left out, the first in row {row}",
        "correct the name in a copy of the file",
    ),
    "upr_info.recommending_unknown": IssueKind(
        "W405",
        "warning",
        "“{words}” in the column From names no State: {count} kept without one, the first in row {row}",
        "correct the name in a copy of the file",
    ),
    "upr_info.response_unknown": IssueKind(
        "W406",
        "warning",
        "“{words}” is no response of UPR Info: {count} kept as written, the first in row {row}",
        "look at the row",
    ),
    "upr_info.not_a_number": IssueKind(
        "W407",
        "warning",
        "“{words}” in the column {column} is none that UPR Info uses: {count} kept without it, the first in row {row}",
        "look at the row",
    ),
    "upr_info.no_text": IssueKind(
        "W408", "warning", "{count} have no text and are left out, the first in row {row}", "look at the row"
    ),
    "upr_info.encoding": IssueKind(
        "W409",
        "note",
        "nothing in the file tells its encoding; letters with accents are read as {encoding}",
        "look at a name with an accent",
    ),
    "upr_info.quotes": IssueKind(
        "W410",
        "warning",
        "quotation marks do not pair from about row {row} on; rows after it may be joined or cut",
        "look at the row, or export as XLSX",
    ),
}
