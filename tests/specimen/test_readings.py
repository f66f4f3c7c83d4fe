"""The specimen's matrix and export: their readers find the rows that were written by hand, and no other."""

from __future__ import annotations

from functools import lru_cache

import pytest
from specimen_files import expected, path_of

from item6.sources import matrix as matrices
from item6.sources import upr_info
from item6.terms.documents import Reading
from item6.terms.names import ReviewName

MATRIX, EXPORT = "ruritania-2015-matrix.docx", "ruritania-upr-info.csv"
POSITIONS = {"Supported": "supported", "Noted": "noted", "Supported/Noted": "supported/noted"}


@lru_cache
def matrix() -> Reading:
    return matrices.read(path_of(MATRIX).read_bytes(), MATRIX)


@lru_cache
def export() -> Reading:
    return upr_info.read(path_of(EXPORT).read_bytes(), EXPORT)


def test_document() -> None:
    found = matrix().document
    assert (found.family, found.review, found.session) == ("matrix", ReviewName("XRU", 2), 21)


def test_positions() -> None:
    found = [(a.target.number, a.position, a.as_written, a.stage, a.source) for a in matrix().answers]
    wanted = [
        (e["number"], POSITIONS[e["position"]], e["position"], "matrix", "reading") for e in expected(MATRIX, "listed")
    ]
    assert sorted(found) == sorted(wanted)


def test_texts() -> None:
    found = [(each.number, each.words, list(each.states), each.source_of_position) for each in matrix().listed]
    wanted = [
        (e["number"], e["words"], e["recommending_states"], e["source_of_position"]) for e in expected(MATRIX, "listed")
    ]
    assert sorted(found) == sorted(wanted)


@pytest.mark.parametrize(("kind", "key"), [("theme", "themes"), ("person", "persons"), ("sdg", "sdgs")])
def test_labels(kind: str, key: str) -> None:
    found = [(label.number, label.value) for label in matrix().labels if label.kind == kind]
    wanted = [(each["number"], value) for each in expected(MATRIX, "listed") for value in each[key]]
    assert sorted(found) == sorted(wanted)


def test_only_misspelled_states_are_remarked() -> None:
    assert [(each.key, each.place.number) for each in matrix().issues] == [
        ("item.state_misspelled", "115.15"),
        ("item.state_misspelled", "115.28"),
    ]


def test_rows_of_the_export() -> None:
    found = [
        (r.row, r.session, r.recommending, r.words, r.response, r.action, list(r.issues))
        for r in (*export().rows, *export().pledge_rows)
    ]
    keys = ("row", "session", "recommending", "words", "response", "action", "issues")
    assert sorted(found) == sorted(tuple(e[key] for key in keys) for e in expected(EXPORT, "rows"))


def test_pledges_of_the_export_stand_apart() -> None:
    assert {row.response for row in export().pledge_rows} == {"Voluntary Pledge"}
    assert {row.response for row in export().rows} == {"Accepted", "Noted"}
    assert (len(export().rows), len(export().pledge_rows), export().issues) == (164, 6, ())
