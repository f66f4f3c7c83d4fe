"""A Document as a Word file that people can edit: true styles, captions, headers of tables, links to notes.

What documents say is only ever the text of runs, never a field. The list of figures lies in a part of its own.
"""

from __future__ import annotations

import io
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any

import docx
from docx.enum.section import WD_SECTION
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Emu, Mm, Pt
from docx.text.paragraph import Paragraph as _Paragraph

from item6.briefings.document import (
    Block,
    Bullets,
    Document,
    Entry,
    Heading,
    Number,
    Paragraph,
    Picture,
    Run,
    Source,
    Space,
    Table,
    Text,
)
from item6.briefings.writers import words
from item6.briefings.writers.annex import annex_of, foot_of, kind_of, mark_of
from item6.briefings.writers.cleaning import plain
from item6.briefings.writers.direction import RIGHT_TO_LEFT, direction_of, runs_right_to_left
from item6.briefings.writers.docx_look import CELL_MARGIN, TABLE, TEXT_WIDTH, dress
from item6.briefings.writers.docx_parts import (
    add_bookmark,
    add_field,
    add_figures,
    add_footnote,
    add_link,
    drop_thumbnail,
    element,
    rule,
    same_bytes,
    turn,
)
from item6.briefings.writers.errors import WriterMissing
from item6.briefings.writers.laid import KEPT_ROWS, Laid, alternative, laid, leads_in, widths
from item6.briefings.writers.machine import as_text
from item6.briefings.writers.pictures import png, size_of, width_of
from item6.briefings.writers.references import breakable

_SIZE, _SMALLER = 11.0, 9.5
"""Points of running text, and of documents with a bound on their pages."""

_STYLES = {"strong": "Strong", "emphasis": "Emphasis", "quoted": "Quoted words", "quiet": "Quiet"}
_LONG = 450
_TIME = datetime(2000, 1, 1, tzinfo=UTC)


def written(document: Document) -> bytes:
    """The file."""
    made = _Written(laid(document))
    out = io.BytesIO()
    made.whole().save(out)
    return same_bytes(out.getvalue())


class _Written:
    """Blocks one after another into a Word document."""

    def __init__(self, laid: Laid) -> None:
        self.laid = laid
        self.document = laid.document
        self.word: Any = docx.Document()
        self.styles: dict[str, str] = {}
        self.marked: set[int] = set()
        self.bookmarks = 0

    def whole(self) -> Any:
        """The document with everything in it."""
        dress(self.word, self.document.language, _SMALLER if self.document.pages else _SIZE)
        # Styles by their name once: python-docx would look for them anew at every run.
        self.styles = {style.name: style.style_id for style in self.word.styles}
        self._properties()
        self._running()
        title = self._paragraph("Title", (Text(self.document.title),))
        if self.document.title_note:
            add_footnote(self.word, title, plain(self.document.title_note))
        if self.document.subtitle:
            self._paragraph("Subtitle", (Text(self.document.subtitle),))
        for at, block in enumerate(self.document.blocks):
            self._block(at, block)
        self._annex()
        if self.document.running is None or self.laid.notes:
            add_figures(self.word, as_text(self.document))
        drop_thumbnail(self.word)
        return self.word

    def _properties(self) -> None:
        about = self.word.core_properties
        about.title, about.subject = plain(self.document.title)[:255], plain(self.document.subtitle)[:255]
        about.author = "item6" if self.document.running is None else ""
        about.language = self.document.language
        about.comments = about.keywords = ""
        about.created = about.modified = _TIME
        about.last_modified_by, about.revision = about.author, 1

    def _running(self) -> None:
        """The head and foot of every page."""
        section = self.word.sections[0]
        head = section.header.paragraphs[0]
        head.style = self.word.styles["Header"]
        title = plain(self.document.title)
        short = title if len(title) < 70 else title[:69].rstrip() + "…"
        head.add_run(" · ".join(filter(None, (kind_of(self.laid), short if self.document.running is None else ""))))
        head.add_run(f"\t{mark_of(self.laid)}")
        rule(head, "bottom", line="single", colour="B9C1C5")
        foot = section.footer.paragraphs[0]
        foot.style = self.word.styles["Footer"]
        foot.add_run(f"{foot_of(self.laid)}\t")
        before, _, rest = words.page_in(self.document.language).partition("{page}")
        between, _, after = rest.partition("{pages}")
        for said, field in ((before, "PAGE"), (between, "NUMPAGES"), (after, "")):
            foot.add_run(said)
            if field:
                add_field(foot, field, "1")

    def _block(self, at: int, block: Block) -> None:
        match block:
            case Heading(said, level):
                self._paragraph(f"Heading {min(max(level, 1), 2)}", (Text(said),))
            case Paragraph(runs, manner):
                paragraph = self._paragraph({"lead": "Lead", "small": "Remark"}.get(manner, "Normal"), runs)
                if leads_in(self.document.blocks, at):
                    paragraph.paragraph_format.keep_with_next = True
            case Bullets(items):
                for item in items:
                    self._paragraph("List Bullet", item)
            case Entry():
                self._entry(block)
            case Table():
                self._table(block, at)
            case Picture():
                self._picture(block, at)
            case Space(prompt, lines):
                self._space(prompt, lines)

    def _paragraph(self, style: str, runs: Iterable[Run], *, marks: bool = True, into: Any = None) -> Any:
        these = tuple(runs)
        paragraph = into if into is not None else self.word.add_paragraph()
        paragraph._p.style = self.styles[style]
        if direction_of(these) == "rtl" or self.document.language.partition("-")[0] in RIGHT_TO_LEFT:
            turn(paragraph)
        for run in these:
            self._run(paragraph, run, marks)
        return paragraph

    def _run(self, paragraph: Any, run: Run, marks: bool) -> None:
        match run:
            case Text(said, manner):
                self._add(paragraph, said, _STYLES.get(manner))
            case Source(said):
                self._add(paragraph, said, "Quiet")
            case Number(said, figure):
                added = self._add(paragraph, said)
                if marks:
                    note = self.laid.note_of[figure.reference]
                    if note not in self.marked:
                        self.marked.add(note)
                        self._bookmark(paragraph, f"mark_{note}", added)
                    add_link(paragraph, str(note), f"note_{note}", "Note mark")

    def _add(self, paragraph: Any, said: str, style: str | None = None) -> Any:
        """Words as a run. A tab at their beginning is one; all other control characters are taken out."""
        tabbed = said.startswith("\t")
        run = paragraph.add_run(("\t" if tabbed else "") + plain(said.removeprefix("\t")))
        if style:
            run._r.style = self.styles[style]
        if runs_right_to_left(said):
            run._r.get_or_add_rPr().append(element("rtl"))
        return run

    def _bookmark(self, paragraph: Any, name: str, run: Any) -> None:
        self.bookmarks += 1
        add_bookmark(paragraph, name, self.bookmarks, run)

    def _entry(self, entry: Entry) -> None:
        states = (Text(f" ({entry.states})", "quiet"),) if entry.states else ()
        head = self._paragraph("Recommendation", (Text(entry.number, "strong"), Text("\t"), Text(entry.text), *states))
        head.paragraph_format.keep_together = len(entry.text) <= _LONG
        beneath: tuple[Run, ...] = entry.answer
        if entry.source.words:
            beneath += (*((Text("  "),) if beneath else ()), entry.source)
        if beneath:
            self._paragraph("Answer", beneath)
        else:
            head.paragraph_format.keep_with_next = False

    def _caption(self, at: int, block: Table | Picture) -> None:
        """`Table 1. ...` with a number that Word counts itself."""
        name, _, number = self.laid.captions[at].partition(" ")
        rest = self.laid.caption(at, block).removeprefix(self.laid.captions[at])
        paragraph = self._paragraph("Caption", (Text(f"{name} "),))
        add_field(paragraph, f"SEQ {name} \\* ARABIC", number)
        self._add(paragraph, rest)

    def _table(self, table: Table, at: int) -> None:
        if table.caption:
            self._caption(at, table)
        self._grid(table)
        self._paragraph("Table note", (Text(table.note),) if table.note else ())

    def _grid(self, table: Table) -> None:
        grid = self.word.add_table(rows=1 + len(table.rows), cols=len(table.columns), style=TABLE)
        grid.alignment, grid.autofit = WD_TABLE_ALIGNMENT.LEFT, False
        narrowed = (TEXT_WIDTH - CELL_MARGIN) / TEXT_WIDTH
        wide = [Mm(each * narrowed) for each in widths(table)]
        for column, width in zip(grid.columns, wide, strict=True):
            column.width = width
        rows = [tuple((Text(column.title),) for column in table.columns), *table.rows]
        for at, (row, cells) in enumerate(zip(grid.rows, rows, strict=True)):
            properties = row._tr.get_or_add_trPr()
            if sum(len(run.words) for cell in cells for run in cell) <= _LONG:
                properties.append(element("cantSplit"))
            if not at:
                properties.append(element("tblHeader"))
            style = "Table text" if at else "Table head"
            for cell, runs, column, width in zip(row._tr.tc_lst, cells, table.columns, wide, strict=False):
                cell.width = width
                paragraph = self._paragraph(style, runs, marks=False, into=_Paragraph(cell.p_lst[0], grid))
                paragraph.paragraph_format.keep_with_next = True if len(rows) - 1 <= KEPT_ROWS else None
                if column.is_number:
                    paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT

    def _picture(self, picture: Picture, at: int) -> None:
        """The chart with its text alternative; without typst its table instead."""
        self._caption(at, picture)
        try:
            drawn = png(picture.svg)
        except WriterMissing:
            self._grid(picture.table)
            self._paragraph("Table note", (Text(picture.table.note),))
            return
        width, height = size_of(drawn)
        paragraph = self._paragraph("Chart", ())
        wide = Mm(width_of(picture.svg))
        shape = paragraph.add_run().add_picture(io.BytesIO(drawn), width=wide, height=Emu(wide * height // width))
        about = shape._inline.docPr
        about.set("descr", alternative(picture))
        about.set("name", plain(picture.name))
        self._paragraph("Table note", (Text(picture.table.note),) if picture.table.note else ())

    def _space(self, prompt: str, lines: int) -> None:
        self._paragraph("Remark", (Text(prompt),)).paragraph_format.keep_with_next = True
        for at in range(lines):
            paragraph = self._paragraph("Ruled line", ())
            paragraph.paragraph_format.keep_with_next = at < lines - 1
            rule(paragraph, "bottom", "between", line="dotted", colour="4D5A61")
        if lines:
            paragraph.paragraph_format.space_after = Mm(4)

    def _annex(self) -> None:
        annex = annex_of(self.laid)
        if not annex:
            return
        self._two_columns()
        if annex.notes:
            self._paragraph("Annex heading", (Text(words.NOTES),))
            self._paragraph("Note head", (Text(annex.head),))
        for note in annex.notes:
            paragraph = self._paragraph("Note", ())
            add_link(paragraph, str(note.number), f"mark_{note.number}", "Note number")
            self._bookmark(paragraph, f"note_{note.number}", paragraph.runs[-1] if paragraph.runs else _last(paragraph))
            self._paragraph("Note", (Text("\t"), Text(f"{note.title}. ", "strong"), Text(note.words)), into=paragraph)
        if annex.sources:
            self._paragraph("Annex heading", (Text(words.SOURCES),))
            for each in annex.sources:
                self._paragraph("Note head", (Text(each),))
        if annex.has_figures:
            self._paragraph("Annex heading", (Text(words.ANNEX),))
            self._paragraph("Note head", (Text(annex.how),))
        for part in annex.listed:
            paragraph = self._paragraph("Note head", (Text(part.title, "strong"),))
            paragraph.paragraph_format.keep_with_next = True
            for line in part.lines:
                self._paragraph("Reference", (Text(breakable(line)),))

    def _two_columns(self) -> None:
        """From here on two columns on the same page, behind an empty line of two points that ends the part before."""
        section = self.word.add_section(WD_SECTION.CONTINUOUS)
        shape = self.word.paragraphs[-1].paragraph_format
        shape.space_before = shape.space_after = Pt(0)
        shape.line_spacing = Pt(2)
        for old in section._sectPr.findall(qn("w:cols")):
            section._sectPr.remove(old)
        columns = element("cols", num="2", space=str(Mm(6).twips))
        section._sectPr.insert_element_before(columns, "w:docGrid")


def _last(paragraph: Any) -> Any:
    return paragraph.hyperlinks[-1].runs[-1]
