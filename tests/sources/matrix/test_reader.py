"""The reader of matrices from bytes to nouns, in every layout, and what it says of what is no matrix."""

from __future__ import annotations

import hashlib
import random

import pytest
from excel_files import csv_file
from mutations import mutated_bytes, mutated_word_file
from word_files import paragraph, word_file
from word_tables import EARLIER, LATER, TITLE, cell, matrix_file, matrix_table, row, table

from item6.sources.matrix import read
from item6.terms.answers import Answer, Target
from item6.terms.documents import Document, Reading
from item6.terms.labels import Label, ListedText
from item6.terms.names import ReviewName
from item6.terms.passages import DocxCell, Passage
from item6.terms.recommendations import Recommendation, Text

RURITANIA = ReviewName("XRU", 3)
PLANT = "7.1 Plant trees (Chile);"
WATER = "7.2. Water the trees (Ghana) (Peru);"
SOURCE = "Source of Position: A/HRC/43/99/Add.1 - Para.3"


def said(reading: Reading) -> list[tuple[str | None, str]]:
    """Numbers and positions of the answers."""
    return [(answer.target.number, answer.position) for answer in reading.answers]


def labelled(reading: Reading) -> list[str]:
    """Labels in short: `7.1 theme Right to food`."""
    return [f"{label.number} {label.kind} {label.value}" for label in reading.labels]


def keys(reading: Reading) -> list[str]:
    """Keys of the Issues in order."""
    return [found.key for found in reading.issues]


def test_everything_of_one_row() -> None:
    rows = ["Theme: Right to food", ([PLANT, SOURCE], "Supported", ["- Right to food", "SDGs: ", "- 15 - LIFE"], "")]
    data = matrix_file(EARLIER, rows)
    sha256 = hashlib.sha256(data).hexdigest()

    def passage(number: int, words: str) -> Passage:
        return Passage(None, sha256, DocxCell(1, 3, number), words)

    text = passage(1, f"{PLANT} {SOURCE}")
    themes = passage(3, "- Right to food SDGs: - 15 - LIFE")
    assert read(data, "m.docx") == Reading(
        Document("m.docx", sha256, "docx", "matrix", None, False, RURITANIA, 34, None, None),
        recommendations=(
            Recommendation("7.1", "7.1", "listed", (Text(1, "Plant trees", ("CHL",), ("Chile",), text),), text),
        ),
        answers=(
            Answer(
                RURITANIA, Target("7.1"), "supported", "Supported", "accepted", "", "matrix", sha256, 0, None,
                passage(2, "Supported"), "reading",
            ),
        ),
        labels=(
            Label("7.1", None, "theme", "Right to food", "matrix", themes),
            Label("7.1", None, "sdg", "15 - LIFE", "matrix", themes),
        ),
        listed=(ListedText("7.1", "Plant trees (Chile);", ("CHL",), text, "A/HRC/43/99/Add.1 - Para.3"),),
    )  # fmt: skip


CODED = ["A12 Norms", "S16 SDG 16 - peace", "Affected persons:", "- general"]
LAYOUTS = [
    pytest.param(
        matrix_file(EARLIER, ["Theme: A12 Norms", (PLANT, "Supported", CODED, ""), (WATER, "Noted", "A12 Norms", "")]),
        [("7.1", "supported"), ("7.2", "noted")],
        ["7.1 theme A12 Norms", "7.1 sdg S16 SDG 16 - peace", "7.1 person general", "7.2 theme A12 Norms"],
        id="cycles-2-and-3",
    ),
    pytest.param(
        matrix_file(LATER, [(PLANT, "Supported", ["Norms", "Groups of Persons:", "Women"], ["15", "16"])]),
        [("7.1", "supported")],
        ["7.1 theme Norms", "7.1 person Women", "7.1 sdg 15", "7.1 sdg 16"],
        id="cycle-4",
    ),
    pytest.param(
        matrix_file(
            ("No.", "Recommendation", "Recommending state/s", "Position", "Themes", "Affected persons"),
            [("7.1.", "Plant trees", "Chile", "Noted", "Norms", "Women")],
        ),
        [("7.1", "noted")],
        ["7.1 theme Norms", "7.1 person Women"],
        id="columns-of-their-own",
    ),
    pytest.param(
        matrix_file(("Position", "Full list of themes", "Recommendation"), [("Supported", "Norms", PLANT)]),
        [("7.1", "supported")],
        ["7.1 theme Norms"],
        id="another-order",
    ),
    pytest.param(
        matrix_file((*EARLIER[:3], "Assessment/comments: " + "say what was done. " * 9), [(PLANT, "Noted", "", "")]),
        [("7.1", "noted")],
        [],
        id="instructions-in-a-heading",
    ),
    pytest.param(
        matrix_file((), [(PLANT, "Supported", "Norms", ""), (WATER, "Noted", "Norms", "")]),
        [("7.1", "supported"), ("7.2", "noted")],
        ["7.1 theme Norms", "7.2 theme Norms"],
        id="no-headings",
    ),
    pytest.param(
        matrix_file(EARLIER, [(PLANT, "Supported", "Norms", ""), EARLIER, (WATER, "Noted", "Norms", "")]),
        [("7.1", "supported"), ("7.2", "noted")],
        ["7.1 theme Norms", "7.2 theme Norms"],
        id="headings-on-every-page",
    ),
    pytest.param(
        word_file(
            paragraph(TITLE)
            + matrix_table(("Abbreviation", "Meaning"), [("UPR", "Universal Periodic Review")])
            + matrix_table(EARLIER, ["Theme: Norms", (PLANT, "Supported", "", "")])
            + matrix_table((), ["Theme: Food", (WATER, "Noted", "", "")])
            + matrix_table((), [("7.3 Count the trees (Fiji)", "Noted", "", "")])
        ),
        [("7.1", "supported"), ("7.2", "noted"), ("7.3", "noted")],
        ["7.1 theme Norms", "7.2 theme Food"],
        id="a-table-for-each-theme",
    ),
    pytest.param(
        matrix_file(EARLIER, ["UPR of Ruritania", "Right or area: Norms", (PLANT, "Noted", "Norms", "")], title=""),
        None,
        [],
        id="a-title-without-cycle",
    ),
    pytest.param(
        matrix_file(EARLIER, ["UPR of Ruritania, third cycle", (PLANT, "Supported", "Norms", "")], title=""),
        [("7.1", "supported")],
        ["7.1 theme Norms"],
        id="title-in-the-table",
    ),
    pytest.param(
        matrix_file(EARLIER, [([PLANT, SOURCE], "Supported", "", "")], title="", above=["UPR of Ruritania"]),
        [("7.1", "supported")],
        [],
        id="cycle-from-the-source",
    ),
    pytest.param(
        word_file(
            paragraph(TITLE)
            + table(
                row(*map(cell, EARLIER)),
                row(cell(PLANT), cell("Noted", properties='<w:vMerge w:val="restart"/>'), cell("Norms"), cell()),
                row(cell(WATER), cell(properties="<w:vMerge/>"), cell("Food"), cell()),
            )
        ),
        [("7.1", "noted"), ("7.2", "noted")],
        ["7.1 theme Norms", "7.2 theme Food"],
        id="one-position-for-two-rows",
    ),
    pytest.param(
        word_file(
            paragraph(TITLE)
            + table(
                row(*map(cell, EARLIER)),
                row(cell(PLANT, properties='<w:gridSpan w:val="2"/>'), cell("Norms"), cell()),
            )
        ),
        [],
        ["7.1 theme Norms"],
        id="joined-cells",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("data", "answers", "labels"), LAYOUTS)
def test_layouts(data: bytes, answers: list[tuple[str, str]] | None, labels: list[str]) -> None:
    reading = read(data, "matrix.docx")
    if answers is None:
        assert (keys(reading), reading.recommendations) == (["matrix.no_review"], ())
        return
    assert said(reading) == answers
    assert labelled(reading) == labels
    assert reading.document.review == RURITANIA
    assert reading.recommendations[0].states == ("CHL",)


@pytest.mark.parametrize(
    ("rows", "answers", "issues", "listed"),
    [
        pytest.param(
            ["Theme: Norms", (PLANT, "Supported", "Norms", ""), "Theme: Food", (PLANT, "Supported", "Food", "")],
            [("7.1", "supported")], [], ["7.1"], id="under-two-themes",
        ),
        pytest.param(
            [(PLANT, "Supported", "", ""), (PLANT, "Noted", "", "")],
            [], ["matrix.two_positions"], ["7.1"], id="two-positions",
        ),
        pytest.param(
            [(PLANT, "Supported", "", ""), (PLANT, "Accepted", "", "")],
            [("7.1", "supported")], [], ["7.1"], id="two-words-for-one-position",
        ),
        pytest.param(
            [(PLANT, "Supported", "", ""), (PLANT, "", "", "")],
            [("7.1", "supported")], [], ["7.1"], id="the-second-time-empty",
        ),
        pytest.param(
            [(PLANT, "Suported", "", ""), (WATER, "Noted", "", "")],
            [("7.2", "noted")], ["matrix.position_unknown"], ["7.1", "7.2"], id="no-such-position",
        ),
        pytest.param(
            [(PLANT, "Supported/ Noted", "", "")], [("7.1", "supported/noted")], [], ["7.1"], id="in-part",
        ),
        pytest.param([(PLANT, "Pending", "", "")], [("7.1", "pending")], [], ["7.1"], id="pending"),
        pytest.param(
            [(PLANT, "", "Norms", ""), (WATER, "", "Norms", "")],
            [], ["matrix.no_positions"], ["7.1", "7.2"], id="before-the-answer",
        ),
        pytest.param(
            [(PLANT, "", "", ""), (WATER, "Noted", "", "")],
            [("7.2", "noted")], ["matrix.position_missing"], ["7.1", "7.2"], id="some-without",
        ),
        pytest.param(
            [(PLANT, "Noted", "", ""), ("Ratify it (Chile)", "Noted", "", "")],
            [("7.1", "noted")], ["matrix.no_number"], ["7.1"], id="no-number",
        ),
        pytest.param(
            [(PLANT, "Noted", "", ""), ("7.1 Plant more trees (Chile);", "Noted", "", "")],
            [("7.1", "noted")], ["matrix.texts_differ"], ["7.1", "7.1"], id="other-words",
        ),
        pytest.param(
            [("7.1 Plant trees (Chlie);", "Noted", "", "")],
            [("7.1", "noted")], ["item.state_misspelled"], ["7.1"], id="misspelled",
        ),
        pytest.param(
            [("7.1 Plant trees;", "Noted", "", "")], [("7.1", "noted")], ["item.no_state"], ["7.1"], id="no-state",
        ),
        pytest.param(
            [("7.1 Plant trees (Chile, Atlantis);", "Noted", "", "")],
            [("7.1", "noted")], ["item.state_unknown"], ["7.1"], id="unknown-state",
        ),
    ],
)  # fmt: skip
def test_rows_that_do_not_add_up(
    rows: list[str | tuple[str, ...]], answers: list[tuple[str, str]], issues: list[str], listed: list[str]
) -> None:
    reading = read(matrix_file(EARLIER, rows), "matrix.docx")
    assert said(reading) == answers
    assert keys(reading) == issues
    assert [text.number for text in reading.listed] == listed


def test_the_other_words_are_a_further_text() -> None:
    rows = [(PLANT, "Noted", "", ""), ("7.1 Plant more trees (Peru); Water them (Ghana);", "Noted", "", "")]
    (found,) = read(matrix_file(EARLIER, rows), "matrix.docx").recommendations
    assert [(text.part, text.words, text.states) for text in found.texts] == [
        (1, "Plant trees", ("CHL",)),
        (2, "Plant more trees", ("PER",)),
        (3, "Water them", ("GHA",)),
    ]


def test_many_numbers_without_position_are_named_in_one_sentence() -> None:
    rows = [(f"7.{place} Plant trees (Chile)", "" if place > 1 else "Noted", "", "") for place in range(1, 15)]
    (found,) = read(matrix_file(EARLIER, rows), "matrix.docx").issues
    assert found.message.startswith("the matrix gives no position for 7.2, 7.3, 7.4,")
    assert "7.11 and 3 more" in found.message


@pytest.mark.parametrize(
    ("data", "key", "family"),
    [
        pytest.param(b"", "file.empty", "other", id="empty"),
        pytest.param(b"<html><body>not found</body></html>", "file.html", "other", id="web-page"),
        pytest.param(b"%PDF-1.7 ...", "matrix.no_table", "matrix", id="pdf"),
        pytest.param(csv_file([["To", "Text"]]), "file.text", "other", id="csv"),
        pytest.param(matrix_file(EARLIER, [(PLANT, "Noted", "", "")])[:900], "file.damaged", "other", id="cut-off"),
        pytest.param(word_file(paragraph("Report")), "matrix.no_table", "matrix", id="no-table"),
        pytest.param(matrix_file(("Year", "Trees"), [("2019", "12")]), "matrix.no_table", "matrix", id="another-table"),
        pytest.param(matrix_file(EARLIER, []), "matrix.no_table", "matrix", id="headings-only"),
        pytest.param(
            matrix_file(EARLIER, [(PLANT, "Noted", "", "")], title="Thematic list"), "matrix.no_review", "matrix",
            id="which-review",
        ),
    ],
)  # fmt: skip
def test_one_sentence(data: bytes, key: str, family: str) -> None:
    reading = read(data, "matrix.docx")
    assert keys(reading) == [key]
    assert reading.document.family == family
    assert (reading.recommendations, reading.answers, reading.labels, reading.listed) == ((), (), (), ())
    assert [found.severity for found in reading.issues] == ["error"]


SOUND = matrix_file(EARLIER, ["Theme: Norms", ([PLANT, SOURCE], "Supported", CODED, ""), (WATER, "Noted", "", "")])


@pytest.mark.parametrize("seed", range(120))
def test_mutated_files_are_read_or_refused(seed: int) -> None:
    dice = random.Random(seed)
    data = mutated_word_file(SOUND, dice) if seed % 3 else mutated_bytes(SOUND, dice)
    reading = read(data, "matrix.docx")
    errors = [found for found in reading.issues if found.severity == "error"]
    assert len(errors) == (not reading.recommendations)
    assert {answer.target.number for answer in reading.answers} <= {found.number for found in reading.recommendations}
    assert {label.number for label in reading.labels} <= {found.number for found in reading.recommendations}
    assert all(found.message for found in reading.issues)
