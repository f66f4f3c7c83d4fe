"""Whole reviews of the corpus: report and addendum alone, and OHCHR's matrices beside them."""

from __future__ import annotations

from pathlib import Path

import pytest

from item6.measures.outcome import outcome
from item6.pipeline import gather, read_file
from item6.record.reader import open_record
from item6.record.writer import publish
from item6.sources import matrix
from item6.terms.documents import Reading
from item6.terms.names import ReviewName

SLOVENIA_2014 = ("slovenia/cycle2/g1423930.pdf", "slovenia/cycle2/g1504261.pdf")
SLOVENIA_2019 = ("slovenia/cycle3/g1934994.pdf", "slovenia/cycle3/g2004192.pdf")
LIST_2014 = "slovenia/cycle2/UPR20__Slovenia_ThematicListRecommendations_E.docx"
LIST_2019 = "slovenia/cycle3/UPR34_Slovenia_Thematic_list_of_Recommendations.docx"


def read(path: Path) -> Reading:
    """Word files of these reviews are matrices."""
    return matrix.read(path.read_bytes(), path.name) if path.suffix == ".docx" else read_file(path)


@pytest.mark.full
@pytest.mark.parametrize(
    ("files", "review", "before", "after"),
    [
        (SLOVENIA_2014, "SVN-2", (0, 0, 163), (142, 21, 0)),
        (SLOVENIA_2019, "SVN-3", (58, 0, 157), (182, 33, 0)),
        ((*SLOVENIA_2014, LIST_2014), "SVN-2", (0, 0, 163), (142, 21, 0)),
        ((*SLOVENIA_2019, LIST_2019), "SVN-3", (58, 0, 157), (182, 33, 0)),
        (("reports/china2013.pdf", "china/Matrix_recommendations_2013.docx"), "CHN-2", (0, 0, 252), (0, 0, 252)),
    ],
)
def test_a_review_adds_up(
    corpus: Path, tmp_path: Path, files: tuple[str, ...], review: str, before: tuple, after: tuple
) -> None:
    contents = gather(read(corpus / name) for name in files)
    assert [(each.key, each.message) for each in contents.issues] == []
    publish(tmp_path, contents)
    name = ReviewName(review[:3], int(review[4:]))
    with open_record(tmp_path) as record:
        for stage, counts in (("report", before), ("addendum", after)):
            found = outcome(record, name, "numbers", stage)
            assert (found["supported"], found["noted"], found["pending"]) == counts


@pytest.mark.full
@pytest.mark.parametrize(
    ("file", "counts"),
    [
        ("china/Matrix_recommendations_2013.docx", (204, 48)),
        ("china/Matrix_recommendations_2018.docx", (284, 62)),
        (LIST_2014, (142, 21)),
        (LIST_2019, (182, 33)),
    ],
)
def test_a_matrix_alone(corpus: Path, file: str, counts: tuple[int, int]) -> None:
    contents = gather([read(corpus / file)])
    assert [each.key for each in contents.issues] == ["review.list_from_matrix"]
    assert contents.positions == ()
    answers = [answer for reading in contents.readings for answer in reading.answers]
    supported = {answer.target.number for answer in answers if answer.position == "supported"}
    noted = {answer.target.number for answer in answers if answer.position == "noted"}
    assert (len(supported), len(noted), supported & noted) == (*counts, set())
