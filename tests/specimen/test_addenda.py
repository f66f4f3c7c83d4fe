"""The specimen's addenda, matrix and export hold what was written by hand about them, and their traps."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from functools import lru_cache

import pypdfium2
import pytest
from specimen_files import expected, expected_rows, path_of

from item6.files.docx import read_docx
from item6.reconcile.numbers import Numbers
from item6.terms.answers import POSITION_OF

FIRST, SECOND = "ruritania-2010-addendum.pdf", "ruritania-2015-addendum.pdf"
TABLE, FRENCH, SPANISH = (
    "ruritania-2015-addendum-table.docx",
    "ruritania-2015-addendum-fr.pdf",
    "ruritania-2015-addendum-es.docx",
)
ADDENDA = (FIRST, SECOND, TABLE, FRENCH, SPANISH)
REPORT_OF = dict.fromkeys(ADDENDA, "ruritania-2015-report") | {FIRST: "ruritania-2010-report"}
MATRIX, EXPORT = "ruritania-2015-matrix.docx", "ruritania-upr-info.csv"
REVIEWS = {
    "XRU-1": ("ruritania-2010-report", "ruritania-2010-addendum"),
    "XRU-2": ("ruritania-2015-report", "ruritania-2015-addendum"),
}


@pytest.mark.parametrize("name", ADDENDA)
def test_expected_rows_are_sound(name: str) -> None:
    """Each number of the report is answered once; classes are those of the product."""
    rows = expected(name, "answers")
    stem = REPORT_OF[name]
    known = {each["number"] for each in expected(stem, "recommendations")}
    assert Counter(each["resolved"] for each in rows) == Counter({each["resolved"] for each in rows} & known)
    assert [each for each in rows if POSITION_OF[each["normalised"]] != each["position"]] == []
    left_open = {each["number"] for each in expected(stem, "recommendations") if each["position"] == "pending"}
    assert left_open <= {each["resolved"] for each in rows}


@pytest.mark.parametrize("name", ADDENDA)
def test_printed_numbers_mean_what_is_expected(name: str) -> None:
    rows = expected(REPORT_OF[name], "recommendations")
    pending = {each["number"] for each in rows if each["position"] == "pending"}
    numbers = Numbers((each["number"] for each in rows), pending=pending)
    found = [(each["number"], numbers.resolve(each["number"])) for each in expected(name, "answers")]
    wanted = [(each["number"], (each["resolved"], "")) for each in expected(name, "answers")]
    assert found == wanted


@pytest.mark.parametrize("name", [TABLE, FRENCH, SPANISH])
def test_all_styles_say_the_same(name: str) -> None:
    styles = ({e["resolved"]: e["normalised"] for e in expected(n, "answers")} for n in (SECOND, name))
    assert next(styles) == next(styles)


@pytest.mark.parametrize("review", REVIEWS)
def test_outcomes(review: str) -> None:
    """What was counted by hand is what the rows of report and addendum give."""
    report, addendum = REVIEWS[review]
    answers = {each["resolved"]: each["position"] for each in expected(addendum, "answers")}
    units: dict[str, dict[str, list[str]]] = {}
    for each in expected(report, "recommendations"):
        later = answers.get(each["number"], "pending")
        position = later if later != "pending" else each["position"]
        name = f"{each['number']}/{each['part']}"
        for unit, names in (
            ("numbers", [each["number"]]),
            ("texts", [name]),
            ("state_recommendations", [f"{name} {state}" for state in each["recommending_states"]]),
        ):
            units.setdefault(unit, {}).setdefault(position, []).extend(names)
    counted = {(unit, position): len(set(names)) for unit, by in units.items() for position, names in by.items()}
    wanted = {(e["unit"], e["position"]): e["count"] for e in expected_rows("outcomes") if e["review"] == review}
    assert counted == {key: count for key, count in wanted.items() if count}


def test_matrix_differs_in_one_position() -> None:
    stated = {each["number"]: each["position"] for each in expected("ruritania-2015-report", "recommendations")}
    stated |= {each["resolved"]: each["position"] for each in expected("ruritania-2015-addendum", "answers")}
    listed = {each["number"]: each["position"].lower() for each in expected(MATRIX, "listed")}
    assert listed.keys() == stated.keys()
    assert {number for number in stated if stated[number] != listed[number]} == {"117.5"}


def test_matrix_prints_what_is_expected() -> None:
    printed = read_docx(path_of(MATRIX).read_bytes()).text
    rows = expected(MATRIX, "listed")
    assert len(rows) == 56
    assert printed.count("Source of Position: ") == 56
    assert [row["number"] for row in rows if f"{row['number']} {row['words']}" not in printed] == []


def export() -> tuple[list[str], list[dict[str, str]]]:
    """Columns and rows of the export, as a reader of plain CSV gets them after decoding."""
    table = csv.DictReader(io.StringIO(path_of(EXPORT).read_bytes().decode("mac_roman"), newline=None))
    return list(table.fieldnames or []), list(table)


def test_export_is_of_the_old_kind() -> None:
    content = path_of(EXPORT).read_bytes()
    assert (content.count(b"\n"), content.count(b"\r")) == (0, 171)
    assert b"C\x99te d'Ivoire" in content
    with pytest.raises(UnicodeDecodeError):
        content.decode("utf-8")


def test_export_holds_what_is_expected() -> None:
    columns, rows = export()
    wanted = expected(EXPORT, "rows")
    assert columns == "To,To-Rgrp,To-Org,Text,From,From-Rgrp,From-Org,Response,Action,Issue,Session".split(",")
    assert [(r["Text"], r["Response"], r["Action"], r["Issue"], r["Session"]) for r in rows] == [
        (w["words"], w["response"], str(w["action"]), ",".join(w["issues"]), str(w["session"])) for w in wanted
    ]
    assert {r["From"] for r, w in zip(rows, wanted, strict=True) if w["recommending"] is None} == {"&#40;Unknown&#41;"}


def test_export_differs_in_one_position_and_in_its_way_of_filing() -> None:
    """See `PLANTED_IN_EXPORT` and `FILED` in `readings.py`."""
    usual = {"supported": "Accepted", "noted": "Noted"}
    differing = set()
    for report, addendum in REVIEWS.values():
        stated = {each["number"]: each["position"] for each in expected(report, "recommendations")}
        stated |= {each["resolved"]: each["position"] for each in expected(addendum, "answers")}
        rows = [row for row in expected(EXPORT, "rows") if row["number"] in stated]
        differing |= {row["number"] for row in rows if usual.get(stated[row["number"]]) != row["response"]}
    assert differing == {"72.1", "71.2", "71.5", "71.6", "117.4"}


@lru_cache
def pages(name: str) -> list[str]:
    with pypdfium2.PdfDocument(path_of(name)) as file:
        return [page.get_textpage().get_text_range().replace("\r\n", "\n") for page in file]


TRAPS = [
    pytest.param(FIRST, 2, r"\n1\. Ruritania accepts", id="bare-number-and-prose"),
    pytest.param(FIRST, 2, r"\n3\., 4\. The Government accepts these", id="two-numbers-before-one-answer"),
    pytest.param(FIRST, 2, r"cannot, at this point in time, make", id="no-statement"),
    pytest.param(FIRST, 2, r"cannot make a definitive statement \n2$", id="page-ends-in-an-answer"),
    pytest.param(FIRST, 3, r"^A/HRC/14/901/Add\.1\nregarding", id="header-in-an-answer"),
    pytest.param(FIRST, 3, r"recommendations 69\.7 and 69\.21 and notes", id="full-numbers-in-prose"),
    pytest.param(SECOND, 2, r"recommendations 117\.2–\n3\. It", id="range-across-lines"),
    pytest.param(SECOND, 2, r"117\.4 in principle\.1\n", id="footnote-digit-after-a-sentence"),
    pytest.param(SECOND, 2, r"117\.1\. 117\.5\. 117\.8\. It", id="dots-for-commas"),
    pytest.param(SECOND, 2, r"See also recommendation 118\.5", id="reference-that-is-no-answer"),
    pytest.param(SECOND, 2, r"\n117\.1\n1 The numbers .*\n.*\n2$", id="page-ends-between-number-and-text"),
    pytest.param(SECOND, 3, r"\n117\.5\nRuritania follows", id="number-alone-on-its-line"),
    pytest.param(FRENCH, 2, r"117\.2 et 117\.3\. Elle accepte en principe la \nrecommandation 117\.4", id="french"),
]


@pytest.mark.parametrize(("name", "page", "pattern"), TRAPS)
def test_traps_stand(name: str, page: int, pattern: str) -> None:
    assert re.search(pattern, pages(name)[page - 1])
