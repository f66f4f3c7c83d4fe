"""The matrices of the corpus, number by number, against what was checked by hand."""

from __future__ import annotations

import csv
from collections import Counter
from pathlib import Path

import pytest

from item6.sources.matrix import read
from item6.terms.documents import Reading
from item6.terms.names import ReviewName

REAL = [
    pytest.param("china/Matrix_recommendations_2013.docx", "china_2013", "CHN", 2, 17, (204, 48), id="china-2013"),
    pytest.param("china/Matrix_recommendations_2018.docx", "china_2018", "CHN", 3, 31, (284, 62), id="china-2018"),
    pytest.param(
        "slovenia/cycle2/UPR20__Slovenia_ThematicListRecommendations_E.docx",
        "slovenia_2014", "SVN", 2, 20, (142, 21), id="slovenia-2014",
    ),
    pytest.param(
        "slovenia/cycle3/UPR34_Slovenia_Thematic_list_of_Recommendations.docx",
        "slovenia_2019", "SVN", 3, 34, (182, 33), id="slovenia-2019",
    ),
]  # fmt: skip
KINDS = (("theme", "themes"), ("person", "affected"), ("sdg", "sdgs"))


def gold(corpus: Path, name: str) -> dict[str, dict[str, str]]:
    with (corpus / "gold" / f"matrix_{name}.csv").open(encoding="utf-8", newline="") as lines:
        return {row["number"]: row for row in csv.DictReader(lines)}


def labels(reading: Reading) -> dict[str, dict[str, set[str]]]:
    found: dict[str, dict[str, set[str]]] = {}
    for label in reading.labels:
        found.setdefault(label.number, {}).setdefault(label.kind, set()).add(label.value)
    return found


@pytest.mark.full
@pytest.mark.parametrize(("file", "name", "state", "cycle", "session", "totals"), REAL)
def test_as_checked_by_hand(
    corpus: Path, file: str, name: str, state: str, cycle: int, session: int, totals: tuple[int, int]
) -> None:
    reading = read((corpus / file).read_bytes(), Path(file).name)
    expected = gold(corpus, name)
    assert (reading.document.review, reading.document.session) == (ReviewName(state, cycle), session)
    assert {each.number: set(each.states) for each in reading.listed} == {
        number: set(filter(None, row["recommending_states"].split(";"))) for number, row in expected.items()
    }
    assert {each.number: set(each.states) for each in reading.recommendations} == {
        each.number: set(each.states) for each in reading.listed
    }
    assert {each.target.number: each.as_written for each in reading.answers} == {
        number: row["position"] for number, row in expected.items()
    }
    counts = Counter(each.position for each in reading.answers)
    assert (counts["supported"], counts["noted"]) == totals
    # "186.132. .Inform" was copied with its second dot
    assert {each.number: each.words for each in reading.listed} == {
        number: row["text"].lstrip(" .") for number, row in expected.items()
    }
    assert {each.number: each.source_of_position for each in reading.listed} == {
        number: row["source_of_position"] for number, row in expected.items()
    }
    found = labels(reading)
    for kind, column in KINDS:
        assert {number: found.get(number, {}).get(kind, set()) for number in expected} == {
            number: {" ".join(value.split()) for value in row[column].split("|") if value}
            for number, row in expected.items()
        }
    assert [each for each in reading.issues if each.severity != "note"] == []
