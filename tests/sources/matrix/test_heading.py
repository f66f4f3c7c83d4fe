"""Which review a matrix is about, from its heading, its sources and its file name."""

from __future__ import annotations

import pytest

from item6.sources.matrix.heading import read_heading
from item6.terms.names import ReviewName
from item6.terms.symbols import find_symbols


@pytest.mark.parametrize(
    ("title", "name", "sources", "expected", "issues"),
    [
        ("UPR of China (2nd Cycle – 17th session)\t\tThematic list", "a.docx", "", ("CHN", 2, 17), []),
        ("UPR of Slovenia (3rd Cycle - 34th Session)", "a.docx", "A/HRC/43/15/Add.1", ("SVN", 3, 34), []),
        ("UPR of Viet Nam (third cycle, thirty-second session)", "a.docx", "", ("VNM", 3, 32), []),
        ("UPR of Bosnia and Herzegovina – 34th session", "a.docx", "", ("BIH", 3, 34), []),
        ("UPR of Iran (Islamic Republic of) (3rd Cycle – 34th session)", "a.docx", "", ("IRN", 3, 34), []),
        ("UPR of the United Kingdom of Great Britain and Northern Ireland (41st session)", "a", "", ("GBR", 4, 41), []),
        ("Universal Periodic Review of Honduras\nFourth cycle\nThematic list", "a.docx", "", ("HND", 4, None), []),
        ("Matrix of recommendations\nHonduras\nSession 50", "a.docx", "", ("HND", 4, 50), []),
        ("UPR of Honduras", "a.docx", "A/HRC/59/15/Add.1 A/HRC/59/15", ("HND", 4, None), []),
        ("", "upr50-honduras-thematic-list-recommendatio.docx", "", ("HND", 4, 50), ["matrix.review_from_name"]),
        ("", "UPR34_Slovenia_Thematic_list.docx", "", ("SVN", 3, 34), ["matrix.review_from_name"]),
        ("", "upr34_cote_d_ivoire.docx", "", ("CIV", 3, 34), ["matrix.review_from_name"]),
        ("", "upr34_chad_peru.docx", "", None, []),
        ("UPR of Honduras", "matrix.docx", "", None, []),
        ("(3rd Cycle – 34th session)", "matrix.docx", "", None, []),
        ("Chile and Peru", "chile-peru.docx", "A/HRC/43/15", None, []),
        ("", "matrix.docx", "", None, []),
        ("UPR of Chile (2nd Cycle – 34th session)", "a", "A/HRC/43/15", ("CHL", 3, 34), ["matrix.cycle_differs"]),
        ("UPR of Chile (2nd Cycle – 34th session)", "a", "", ("CHL", 3, 34), ["matrix.cycle_differs"]),
        ("UPR of Chile (2nd Cycle – 17th session)", "a", "A/HRC/43/15", ("CHL", 2, 17), []),
        ("UPR of Atlantis (2nd Cycle – 17th session)", "a.docx", "", None, []),
    ],
)
def test_headings(
    title: str, name: str, sources: str, expected: tuple[str, int, int | None] | None, issues: list[str]
) -> None:
    found = read_heading(title, name, find_symbols(sources))
    assert found.review == (ReviewName(*expected[:2]) if expected else None)
    assert expected is None or found.session == expected[2]
    assert [each.key for each in found.issues] == issues


def test_the_sentence_of_a_wrong_cycle() -> None:
    (said,) = read_heading("UPR of Chile (2nd Cycle – 34th session)", "a", find_symbols("A/HRC/43/15/Add.1")).issues
    assert said.message == "the heading says cycle 2, A/HRC/43/15 belongs to cycle 3, which is taken"
