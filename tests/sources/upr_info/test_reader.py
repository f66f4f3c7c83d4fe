"""Exports in every form and encoding, read row by row; what is odd is said once."""

from __future__ import annotations

import hashlib
import random
from collections.abc import Callable
from pathlib import Path

import pytest
from excel_files import csv_file, xls_file, xlsx_file
from mutations import mutated_bytes
from word_tables import EARLIER, matrix_file

from item6.sources.upr_info import read
from item6.terms.documents import Document, Reading
from item6.terms.labels import ExportRow
from item6.terms.passages import Passage, SheetCell

HEADING = ["To", "To-Rgrp", "To-Org", "Text", "From", "From-Rgrp", "From-Org", "Response", "Action", "Issue", "Session"]
ROWS: list[list[str | int]] = [
    ["Ruritania", "EEG", "OIC", "Plant trees", "Chile", "GRULAC", "OAS", "Accepted", 5, "Environment,Labour", 12],
    ["Ruritania", "EEG", "OIC", 'Plant "tall" trees,\rwater them', "São Tomé and Príncipe", "Africa", "AU", "Noted", 4,
     "Environment", 12],
    ["Côte d'Ivoire", "Africa", "AU", "Keep the people’s trees", "&#40;Unknown&#41;", "", "", "No Response", 2, "", 19],
    ["Ruritania", "EEG", "OIC", "Will plant a tree", "Ruritania", "", "", "Voluntary Pledge", "", "Environment", 12],
]  # fmt: skip
FOUND = [
    (2, "XRU", "CHL", 12, "Plant trees", "Accepted", 5, ("Environment", "Labour")),
    (3, "XRU", "STP", 12, 'Plant "tall" trees, water them', "Noted", 4, ("Environment",)),
    (4, "CIV", None, 19, "Keep the people’s trees", "No Response", 2, ()),
]
PLEDGED = [(5, "XRU", "XRU", 12, "Will plant a tree", "Voluntary Pledge", None, ("Environment",))]


def short(rows: tuple[ExportRow, ...]) -> list[tuple[object, ...]]:
    """Rows without their passages."""
    return [
        (row.row, row.reviewed, row.recommending, row.session, row.words, row.response, row.action, row.issues)
        for row in rows
    ]


def keys(reading: Reading) -> list[str]:
    """Keys of the Issues in order."""
    return [found.key for found in reading.issues]


@pytest.mark.parametrize(
    ("data", "form"),
    [
        pytest.param(csv_file([HEADING, *ROWS], encoding="mac_roman", line_end="\r"), "csv", id="mac-roman"),
        pytest.param(csv_file([HEADING, *ROWS], encoding="mac_roman", line_end="\n"), "csv", id="mac-roman-and-lf"),
        pytest.param(csv_file([HEADING, *ROWS], encoding="cp1252"), "csv", id="windows-1252"),
        pytest.param(csv_file([HEADING, *ROWS], encoding="cp1252", line_end="\r"), "csv", id="windows-1252-and-cr"),
        pytest.param(csv_file([HEADING, *ROWS]), "csv", id="utf-8"),
        pytest.param(csv_file([HEADING, *ROWS], encoding="utf-8-sig"), "csv", id="utf-8-with-mark"),
        pytest.param(csv_file([HEADING, *ROWS], encoding="utf-16"), "csv", id="utf-16"),
        pytest.param(csv_file([HEADING, *ROWS], separator=";"), "csv", id="semicolons"),
        pytest.param(csv_file([HEADING, *ROWS], separator="\t"), "csv", id="tabs"),
        pytest.param(xlsx_file([HEADING, *ROWS]), "xlsx", id="xlsx"),
        pytest.param(xls_file([HEADING, *ROWS]), "xls", id="xls"),
    ],
)
def test_forms(data: bytes, form: str) -> None:
    reading = read(data, "export.bin")
    assert short(reading.rows) == FOUND
    assert short(reading.pledge_rows) == PLEDGED
    assert reading.issues == ()
    sha256 = hashlib.sha256(data).hexdigest()
    assert reading.document == Document("export.bin", sha256, form, "upr_info", None, False, None, None, None, None)
    assert reading.rows[2].passage == Passage(None, sha256, SheetCell(4, 4), "Keep the people’s trees")


REORDERED = ["Session", "Issue", "Action", "Response", "From", "Text", "To"]


def without(name: str) -> tuple[list[str], list[list[str | int]]]:
    place = HEADING.index(name)
    return HEADING[:place] + HEADING[place + 1 :], [row[:place] + row[place + 1 :] for row in ROWS[:1]]


@pytest.mark.parametrize(
    ("rows", "expected", "issues"),
    [
        pytest.param(
            [REORDERED, [12, "Environment", 5, "Accepted", "Chile", "Plant trees", "Ruritania"]],
            [(2, "XRU", "CHL", 12, "Plant trees", "Accepted", 5, ("Environment",))], [], id="another-order",
        ),
        pytest.param(
            [["UPR Info, exported"], [], HEADING, ROWS[0]],
            [(4, "XRU", "CHL", 12, "Plant trees", "Accepted", 5, ("Environment", "Labour"))], [], id="title-above",
        ),
        *(
            pytest.param([without(name)[0], *without(name)[1]], None, ["upr_info.no_column"], id=f"no-{name}")
            for name in ("From", "Response", "Action", "Issue", "Session")
        ),
        pytest.param([without("To-Rgrp")[0], *without("To-Rgrp")[1]], None, [], id="no-regional-group"),
        pytest.param([without("To")[0], *without("To")[1]], [], ["upr_info.no_header"], id="no-To"),
        pytest.param([without("Text")[0], *without("Text")[1]], [], ["upr_info.no_header"], id="no-Text"),
        pytest.param([HEADING], [], ["upr_info.no_rows"], id="no-rows"),
        pytest.param([HEADING, ["Atlantis", *ROWS[0][1:]], ["Atlantis", *ROWS[0][1:]], ROWS[0]], None,
                     ["upr_info.state_unknown"], id="unknown-To"),
        pytest.param([HEADING, [*ROWS[0][:4], "Atlantis", *ROWS[0][5:]]], None, ["upr_info.recommending_unknown"],
                     id="unknown-From"),
        pytest.param([HEADING, [*ROWS[0][:7], "Maybe", *ROWS[0][8:]]], None, ["upr_info.response_unknown"],
                     id="unknown-response"),
        pytest.param([HEADING, [*ROWS[0][:8], 9, *ROWS[0][9:]]], None, ["upr_info.not_a_number"], id="unknown-action"),
        pytest.param([HEADING, [*ROWS[0][:10], "spring"]], None, ["upr_info.not_a_number"], id="unknown-session"),
        pytest.param([HEADING, [*ROWS[0][:3], "", *ROWS[0][4:]]], [], ["upr_info.no_rows", "upr_info.no_text"],
                     id="no-text"),
        pytest.param([HEADING, ROWS[0][:4]], None, ["upr_info.response_unknown"], id="a-row-cut-short"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("write", [csv_file, xlsx_file, xls_file])
def test_tables(
    rows: list[list[str | int]],
    expected: list[tuple[object, ...]] | None,
    issues: list[str],
    write: Callable[[list[list[str | int]]], bytes],
) -> None:
    reading = read(write(rows), "export.csv")
    assert keys(reading) == issues
    if expected is None:
        assert [row.words for row in reading.rows] == ["Plant trees"]
    else:
        assert short(reading.rows) == expected


def test_what_is_odd_in_many_rows_is_said_once() -> None:
    rows = [["Atlantis", *ROWS[0][1:]], ROWS[0], ["Atlantis", *ROWS[0][1:]], ["Mu", *ROWS[0][1:]]]
    assert [found.message for found in read(csv_file([HEADING, *rows]), "export.csv").issues] == [
        "“Atlantis” in the column To names no State: 2 rows left out, the first in row 2",
        "“Mu” in the column To names no State: 1 row left out, the first in row 5",
    ]


def test_a_column_full_of_oddities_is_said_in_few_sentences() -> None:
    rows = [[*ROWS[0][:7], f"Answer{'x' * place}", *ROWS[0][8:]] for place in range(30)]
    issues = read(csv_file([HEADING, *rows, rows[0]]), "export.csv").issues
    assert len(issues) == 21
    assert issues[0].message.startswith("“Answer” is no response of UPR Info: 2 rows kept as written, the first")
    assert issues[20].message.startswith("“other words” is no response of UPR Info: 10 rows kept as written, the first")


def test_quotes_that_do_not_pair() -> None:
    data = csv_file([HEADING, *ROWS[:1]]) + b'Ruritania,,,"Plant" trees,Chile,,,Noted,4,,12\r\n' + csv_file(ROWS[:1])
    reading = read(data, "export.csv")
    assert [row.words for row in reading.rows] == ["Plant trees", "Plant trees", "Plant trees"]
    assert [found.message for found in reading.issues] == [
        "quotation marks do not pair from about row 3 on; rows after it may be joined or cut"
    ]


def test_the_name_of_a_state_outweighs_letters() -> None:
    """In Windows-1252 the accent would be an apostrophe, which is likelier; but no State is named so."""
    row = ["Ruritania", "", "", "El país, el país", "São Tomé and Príncipe", "", "", "Noted", 4, "", 12]
    reading = read(csv_file([HEADING, row], encoding="mac_roman", line_end="\n"), "export.csv")
    assert [(found.recommending, found.words) for found in reading.rows] == [("STP", "El país, el país")]


@pytest.mark.parametrize(
    ("letter", "line_end", "text", "issues"),
    [
        pytest.param(b"\xca", "\n", "of trees", [], id="a-hard-space-and-no-capital"),
        pytest.param(b"\xa1", "\r", "of ° trees", [], id="line-ends-of-the-macintosh"),
        pytest.param(b"\xa1", "\n", "of ¡ trees", ["upr_info.encoding"], id="no-evidence-at-all"),
    ],
)
def test_an_encoding_that_little_tells(letter: bytes, line_end: str, text: str, issues: list[str]) -> None:
    row = ["Ruritania", "", "", "of @ trees", "Chile", "", "", "Noted", 4, "", 12]
    data = csv_file([HEADING, row], line_end=line_end).replace(b"@", letter)
    reading = read(data, "export.csv")
    assert ([found.words for found in reading.rows], keys(reading)) == ([text], issues)


@pytest.mark.parametrize(
    ("data", "key"),
    [
        pytest.param(b"", "file.empty", id="empty"),
        pytest.param(b"<html><body><table></table></body></html>", "file.html", id="web-page"),
        pytest.param(b'{"rows": []}', "file.for_programs", id="json"),
        pytest.param(b"just words\nand more", "upr_info.no_header", id="words"),
        pytest.param(b"%PDF-1.7", "upr_info.no_header", id="pdf"),
        pytest.param(matrix_file(EARLIER, []), "upr_info.no_header", id="docx"),
        pytest.param(csv_file([["Text", "Countries Concerned"]]), "upr_info.no_header", id="another-export"),
        pytest.param(xlsx_file([]), "upr_info.no_header", id="empty-workbook"),
        pytest.param(xlsx_file([HEADING])[:700], "file.damaged", id="xlsx-cut-off"),
        pytest.param(xls_file([HEADING])[:1800], "file.damaged", id="xls-cut-off"),
        pytest.param(bytes(range(256)) * 40, "file.unknown", id="noise"),
        pytest.param(csv_file([HEADING]) + b'"' + b"x" * 200_000, "file.damaged", id="a-cell-without-end"),
    ],
)
def test_one_sentence(data: bytes, key: str) -> None:
    reading = read(data, "export.csv")
    assert keys(reading) == [key]
    assert (reading.rows, reading.pledge_rows, reading.issues[0].severity) == ((), (), "error")


SOUND = [
    csv_file([HEADING, *ROWS], encoding="mac_roman", line_end="\r"),
    csv_file([HEADING, *ROWS]),
    xlsx_file([HEADING, *ROWS]),
    xls_file([HEADING, *ROWS]),
]


@pytest.mark.parametrize("seed", range(120))
def test_mutated_files_are_read_or_refused(seed: int) -> None:
    reading = read(mutated_bytes(SOUND[seed % len(SOUND)], random.Random(seed)), "export.csv")
    assert reading.rows or reading.pledge_rows or reading.issues
    assert all(row.row == row.passage.locator.row for row in reading.rows if isinstance(row.passage.locator, SheetCell))
    assert all(found.message for found in reading.issues)


@pytest.mark.full
@pytest.mark.parametrize("form", ["mac", "utf-8", "xlsx"])
def test_every_row_of_the_corpus_written_as_an_export_is_read_back(corpus: Path, form: str) -> None:
    """The corpus holds what was made of the exports; it is written as they were and read again."""
    import polars

    table = polars.read_parquet(corpus / "gold" / "upr_info.parquet").sort("source_file", "source_row")
    gold = list(table.iter_rows(named=True))
    rows = [HEADING, *([
        each["state_name"], each["state_region"], each["state_orgs"], each["text"],
        each["recommending_name"] or "&#40;Unknown&#41;", each["recommending_region"], each["recommending_orgs"],
        each["response"], each["action"], ",".join(each["issues"]), each["session"],
    ] for each in gold)]  # fmt: skip
    data = {
        "mac": lambda: csv_file(rows, encoding="mac_roman", line_end="\r"),
        "utf-8": lambda: csv_file(rows),
        "xlsx": lambda: xlsx_file(rows),
    }[form]()
    reading = read(data, "export.csv")
    assert reading.issues == ()
    assert short(tuple(sorted((*reading.rows, *reading.pledge_rows), key=lambda row: row.row))) == [
        (
            place, each["state"], each["recommending_state"], each["session"], " ".join(each["text"].split()),
            each["response"], each["action"], tuple(each["issues"]),
        )
        for place, each in enumerate(gold, start=2)
    ]  # fmt: skip
    assert (len(reading.rows), len(reading.pledge_rows)) == (29_223, 659)
