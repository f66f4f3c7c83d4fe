"""OHCHR's form made from a record: the table of cycles 2 and 3, on a landscape page, grouped by theme."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import docx
from docx.enum.section import WD_ORIENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from item6.briefings.asked import Asked
from item6.briefings.workbook.rows import recommendations_of, stage_of
from item6.files.holdable import holdable
from item6.record.reader import Record
from item6.record.rows import RecommendationRow, TextRow
from item6.terms.answers import NOTED, PARTLY, PENDING, SUPPORTED
from item6.terms.labels import PERSON, SDG, THEME
from item6.terms.names import ReviewName
from item6.terms.states import name_of

HEADINGS = ("Recommendation", "Position", "Full list of themes", "Assessment/comments on level of implementation")
_WIDTHS = (Mm(92), Mm(25), Mm(62), Mm(88))
_POSITIONS = {SUPPORTED: "Supported", NOTED: "Noted", PARTLY: "Supported/Noted", PENDING: "Pending"}
_FACE = "Arial"


def form(asked: Asked) -> tuple[bytes, dict[str, tuple[int, int, int]]]:
    """The form as DOCX with its last column empty, and the place of each number's cell there: table, row, cell."""
    record, review = asked.record, asked.review
    rows = recommendations_of(record, review, stage_of(record, review, asked.stage))
    themes = _labels(record, review)
    document = docx.Document()
    _page(document, record, review)
    table = document.add_table(rows=0, cols=len(HEADINGS))
    table.style = "Table Grid"
    table.autofit = False
    for column, width in zip(table.columns, _WIDTHS, strict=True):
        column.width = width
    head = table.add_row()
    for cell, words in zip(head.cells, HEADINGS, strict=True):
        _write(cell, [words], strong=True, shade="F1EFE9")
    _property(head, "cantSplit")
    _property(head, "tblHeader")
    places, at = dict[str, tuple[int, int, int]](), 1
    files = {each.sha256: each.symbol or each.file for each in record.documents()}
    for theme, of_theme in _by_theme(rows, themes):
        if theme:
            spanning = table.add_row()
            _write(spanning.cells[0].merge(spanning.cells[-1]), [f"Theme: {theme}"], strong=True, shade="DBE5F1")
            spanning.cells[0].paragraphs[0].paragraph_format.keep_with_next = True
            _property(spanning, "cantSplit")
            at += 1
        for row in of_theme:
            added = table.add_row()
            _property(added, "cantSplit")
            at += 1
            places[row.number] = (1, at, len(HEADINGS))
            for cell, width, lines, size in zip(
                added.cells, _WIDTHS,
                (_recommendation(row, files), [_POSITIONS[row.position]], themes.get(row.number, ()), ()),
                (None, None, Pt(7.5), None), strict=True,
            ):  # fmt: skip
                cell.width = width
                _write(cell, lines, size=size)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue(), places


def _page(document: Any, record: Record, review: ReviewName) -> None:
    """A4 across, with the form's own page header: review, what it is, page."""
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Mm(297), Mm(210)
    section.left_margin = section.right_margin = Mm(15)
    section.top_margin = section.bottom_margin = Mm(18)
    style = document.styles["Normal"]
    style.font.name, style.font.size = _FACE, Pt(9)
    style.element.rPr.rFonts.set(qn("w:cs"), _FACE)
    style.paragraph_format.space_after = Pt(1)
    style.paragraph_format.line_spacing = 1.0
    row = record.review(review)
    session = f" – {_ordinal(row.session)} session" if row and row.session else ""
    title = f"UPR of {name_of(review.state)} ({_ordinal(review.cycle)} Cycle{session})"
    document.core_properties.title = f"{title}: thematic list of recommendations"
    document.core_properties.author = "item6"
    document.core_properties.comments = f"record {record.hash}"
    header = section.header.paragraphs[0]
    header.style = style  # that of headers has tab stops of its own
    stops = header.paragraph_format.tab_stops
    stops.add_tab_stop(Mm(110))
    stops.add_tab_stop(Mm(245))
    header.add_run(f"{title}\tThematic list of recommendations\tPage ")
    _field(header, "PAGE")
    header.add_run(" of ")
    _field(header, "NUMPAGES")


def _by_theme(
    rows: Sequence[RecommendationRow], themes: Mapping[str, Sequence[str]]
) -> Iterator[tuple[str, list[RecommendationRow]]]:
    """Rows under the first theme of each; first those that have none, over which no heading stands."""
    grouped: dict[str, list[RecommendationRow]] = {}
    for row in rows:
        first = next(iter(themes.get(row.number, ())), "")
        grouped.setdefault(first.removeprefix("- ") if first.startswith("- ") else "", []).append(row)
    yield from sorted(grouped.items())


def _labels(record: Record, review: ReviewName) -> Mapping[str, list[str]]:
    """Lines of the column for themes, by number: themes, then goals and affected persons under their own words."""
    found: dict[str, dict[str, dict[str, None]]] = {}
    for label in record.labels(review):
        found.setdefault(label.number, {}).setdefault(label.kind, {})[label.value] = None
    return {
        number: [
            *(f"- {value}" for value in kinds.get(THEME, ())),
            *(line for kind, head in ((SDG, "SDGs:"), (PERSON, "Affected persons:")) if kind in kinds
              for line in (head, *(f"- {value}" for value in kinds[kind]))),
        ]
        for number, kinds in found.items()
    }  # fmt: skip


def _recommendation(row: RecommendationRow, files: Mapping[str, str]) -> list[str]:
    """`28.212. Ratify ... (Tunisia);` and where the position stands."""
    words = "; ".join(_text(text) for text in row.texts)
    answered = [text for text in row.texts if text.position != PENDING]
    sources = dict.fromkeys(files.get(text.position_document or "", "") for text in answered)
    source = ", ".join(each for each in sources if each)
    return [f"{row.number}. {words};", *([f"Source of position: {source}"] if source else [])]


def _text(text: TextRow) -> str:
    brackets = text.states_as_written or ((", ".join(map(name_of, text.states)),) if text.states else ())
    return " ".join((text.words, *(f"({each.strip('()')})" for each in brackets)))


def _write(cell: Any, lines: Sequence[str], *, strong: bool = False, shade: str = "", size: Any = None) -> None:
    """A paragraph for each line; the first one is the cell's own. size: of the letters, None for that of the page."""
    for at, line in enumerate(lines):
        paragraph = cell.paragraphs[0] if not at else cell.add_paragraph()
        run = paragraph.add_run(holdable(line))
        run.bold, run.font.size = strong, size
    if shade:
        fill = OxmlElement("w:shd")
        for name, value in (("w:val", "clear"), ("w:color", "auto"), ("w:fill", shade)):
            fill.set(qn(name), value)
        cell._tc.get_or_add_tcPr().append(fill)


def _property(row: Any, name: str) -> None:
    row._tr.get_or_add_trPr().append(OxmlElement(f"w:{name}"))


def _field(paragraph: Any, code: str) -> None:
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), code)
    paragraph._p.append(field)


def _ordinal(number: int) -> str:
    ending = "th" if 10 < number % 100 < 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"
