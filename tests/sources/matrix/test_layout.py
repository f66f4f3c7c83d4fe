"""Columns of a matrix by the words of their headings."""

from __future__ import annotations

import pytest
from word_tables import EARLIER, LATER

from item6.files.docx_tables import Cell, Row
from item6.sources.matrix.layout import layout_of


def row(*texts: str, number: int = 1) -> Row:
    """A row of one-line cells."""
    cells = enumerate(texts, start=1)
    return Row(number, tuple(Cell(place, place, 1, False, (text,) if text else ()) for place, text in cells))


@pytest.mark.parametrize(
    ("heading", "expected"),
    [
        (EARLIER, "text position themes"),
        (LATER, "text position themes sdgs"),
        (("Recommendation", "Recommending state/s", "Position", "Themes"), "text states position themes"),
        (("No.", "Recommendations", "Affected persons", "SDGs"), "number text persons sdgs"),
        (("Para.", "RECOMMENDATION:", "Full list of themes"), "number text themes"),
        (("Recommendation and position", "Comments"), "text"),
        (("Recommendation",), None),
        (("Position", "Full list of themes"), None),
        (("7.1 Recommendation of trees", "Supported"), None),
        (("Recommendation " + "that is long " * 12, "Supported"), None),
        ((), None),
    ],
)
def test_headings(heading: tuple[str, ...], expected: str | None) -> None:
    layout = layout_of(row(*heading))
    assert (None if layout is None else " ".join(layout.columns)) == expected


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        pytest.param([("a", 1, 1), ("b", 2, 1), ("c", 3, 1), ("d", 4, 1)], "a b c", id="as-many"),
        pytest.param([("a", 1, 3), ("b", 9, 1), ("c", 7, 1), ("d", 8, 1)], "a b c", id="as-many-on-another-grid"),
        pytest.param([("a", 1, 2), ("c", 3, 1)], "a a c", id="joined"),
        pytest.param([("a", 1, 1), ("b", 2, 1)], "a b -", id="cut-short"),
    ],
)
def test_cells_of_a_row(cells: list[tuple[str, int, int]], expected: str) -> None:
    layout = layout_of(row(*EARLIER))
    assert layout is not None
    given = Row(2, tuple(Cell(n, column, span, False, (text,)) for n, (text, column, span) in enumerate(cells, 1)))
    found = [layout.cell(given, column) for column in ("text", "position", "themes")]
    assert " ".join(cell.text if cell else "-" for cell in found) == expected
    assert layout.cell(given, "sdgs") is None
