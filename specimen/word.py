"""Word files: the draft and addenda, with paragraph numbers that only Word makes (automatic lists), and tables.

The same blocks give the same bytes each time.
"""

from __future__ import annotations

import datetime
import io
import re
import zipfile
from dataclasses import dataclass

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt
from docx.table import Table
from docx.text.paragraph import Paragraph
from lxml import etree
from script import LINE_END, Block

NUMBERED_STYLE = "Numbered paragraph"
_CHANGE = re.compile(r"⟪([^→]*)→([^⟫]*)⟫")
_UNUSED = ("/thumbnail", "/stylesWithEffects", "/customXml")
_EPOCH = datetime.datetime(2015, 1, 27, 12, 0, 0)
_LISTS = f"""
<w:numbering {nsdecls("w")}>
  <w:abstractNum w:abstractNumId="1">
    <w:multiLevelType w:val="multilevel"/>
    <w:lvl w:ilvl="0">
      <w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/><w:lvlJc w:val="left"/>
    </w:lvl>
    <w:lvl w:ilvl="1">
      <w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2"/><w:lvlJc w:val="left"/>
      <w:pPr><w:ind w:left="567"/></w:pPr>
    </w:lvl>
  </w:abstractNum>
  <w:abstractNum w:abstractNumId="2">
    <w:multiLevelType w:val="singleLevel"/>
    <w:lvl w:ilvl="0">
      <w:start w:val="1"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1."/><w:lvlJc w:val="right"/>
    </w:lvl>
  </w:abstractNum>
  <w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>
  <w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num>
</w:numbering>
"""
_NOTICE = (
    "Ruritania is a fictional State: this specimen was written for testing and is no document of the United Nations."
)


@dataclass(frozen=True)
class Front:
    """What stands before the text. bold, titles: lines below it."""

    nations: str
    symbol: str
    assembly: str
    distribution: str
    bold: tuple[str, ...]
    titles: tuple[str, ...]
    file_title: str


def draft_front(symbol: str, issued: str, session: str) -> Front:
    """Of a draft report. issued: date of distribution. session: of the Working Group, in words."""
    return Front(
        "United Nations",
        symbol,
        "General Assembly",
        f"Distr.: Limited\n{issued}\n\nOriginal: English",
        ("Human Rights Council", "Working Group on the Universal Periodic Review", session),
        ("Draft report of the Working Group on the Universal Periodic Review", "Ruritania"),
        "Draft report on Ruritania (specimen)",
    )


def word_bytes(front: Front, blocks: list[Block]) -> bytes:
    """The Word file; blocks of kind `row` that follow one another become a table."""
    document = blank()
    _styles(document)
    document.part.numbering_part.element[:] = parse_xml(_LISTS)
    _masthead(document, front)
    table = None
    for count, block in enumerate(blocks):
        if block.kind == "row":
            table = table or document.add_table(rows=0, cols=len(cells_of(block)))
            add_row(table, cells_of(block))
        else:
            table = None
            _write(document, block, split=count % 3 == 0)
    return settled(document, front.file_title)


def cells_of(block: Block) -> list[str]:
    """Words of each cell of a row."""
    return re.split(r"\s*¦\s*", block.words)


def add_row(table: Table, cells: list[str]) -> None:
    """Write a row at the end of the table; see `~` in `script.py` for a single cell and for `"`."""
    row = table.add_row().cells
    if len(cells) == 1:
        row[0].merge(row[-1]).text = cells[0]
        return
    for cell, words, above in zip(row, cells, table.rows[-2].cells if len(table.rows) > 1 else row, strict=True):
        if words == '"':
            above.merge(cell)
        else:
            cell.text = words


def blank() -> WordDocument:
    """A Word file without paragraphs and without what python-docx's template brings along."""
    document = Document()
    _strip(document)
    return document


def _strip(document: WordDocument) -> None:
    """Take out of python-docx's template what the draft has no use for: 90 styles, a copy of them and a picture."""
    for relations in (document.part.package.rels, document.part.rels):
        for key in [key for key, relation in relations.items() if relation.reltype.endswith(_UNUSED)]:
            del relations[key]
    styles = document.styles.element
    for style in styles.findall(qn("w:style")):
        if style.get(qn("w:default")) != "1":
            styles.remove(style)


def _styles(document: WordDocument) -> None:
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = "Times New Roman", Pt(10)
    style = document.styles.add_style(NUMBERED_STYLE, WD_STYLE_TYPE.PARAGRAPH)
    style.base_style = normal
    style.element.get_or_add_pPr().append(_list_mark(1, 0))


def _masthead(document: WordDocument, front: Front) -> None:
    table = document.add_table(rows=2, cols=2)
    words = ((front.nations, front.symbol), (front.assembly, front.distribution))
    for row, texts in zip(table.rows, words, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    for text in front.bold:
        document.add_paragraph().add_run(text).bold = True
    for text in front.titles:
        run = document.add_paragraph().add_run(text)
        run.bold, run.font.size = True, Pt(14)
    document.add_paragraph(_NOTICE)


def _write(document: WordDocument, block: Block, *, split: bool) -> None:
    """A paragraph; main ones have their number from the style, items from the paragraph itself."""
    paragraph = document.add_paragraph(style=NUMBERED_STYLE if block.kind == "paragraph" else None)
    if block.kind == "item":
        paragraph._p.get_or_add_pPr().append(_list_mark(1, 1))
    elif block.kind == "heading" and block.label:
        paragraph._p.get_or_add_pPr().append(_list_mark(2, 0))
    middle = len(block.words) // 2 if split and not _CHANGE.search(block.words) else 0
    for words in filter(None, (block.words[:middle], block.words[middle:])):
        _write_words(paragraph, words, bold=block.bold or block.kind == "heading")


def _write_words(paragraph: Paragraph, words: str, *, bold: bool) -> None:
    done = 0
    for change in _CHANGE.finditer(words):
        _write_run(paragraph, words[done : change.start()], bold=bold)
        paragraph._p.append(_tracked("del", change[1]))
        paragraph._p.append(_tracked("ins", change[2]))
        done = change.end()
    _write_run(paragraph, words[done:], bold=bold)


def _write_run(paragraph: Paragraph, words: str, *, bold: bool) -> None:
    """Runs, with tabulators, line ends and hyphens that do not break as Word's own marks."""
    for count, part in enumerate(words.replace(LINE_END, "\n").split("\u2011")):
        run = paragraph.add_run(part)
        run.bold = bold
        if count:
            run._r.get_or_add_rPr().addnext(parse_xml(f"<w:noBreakHyphen {nsdecls('w')}/>"))


def _tracked(kind: str, words: str) -> etree._Element:
    """A change that Word keeps track of: `ins` or `del`."""
    name = "w:delText" if kind == "del" else "w:t"
    when = _EPOCH.isoformat() + "Z"
    return parse_xml(
        f'<w:{kind} {nsdecls("w")} w:id="{1 if kind == "del" else 2}" w:author="Secretariat" w:date="{when}">'
        f'<w:r><w:rPr><w:b/></w:rPr><{name} xml:space="preserve">{words}</{name}></w:r></w:{kind}>'
    )


def _list_mark(number: int, level: int) -> etree._Element:
    return parse_xml(f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>')


def settled(document: WordDocument, title: str) -> bytes:
    """The file with fixed times and uncompressed members, so that its bytes depend on no clock and no zlib."""
    properties = document.core_properties
    properties.author, properties.title = "item6 specimen, a fictional State", title
    properties.created = properties.modified = properties.last_printed = _EPOCH
    properties.comments = properties.keywords = properties.last_modified_by = ""
    properties.revision = 1
    draft, settled = io.BytesIO(), io.BytesIO()
    document.save(draft)
    with zipfile.ZipFile(draft) as old, zipfile.ZipFile(settled, "w", zipfile.ZIP_STORED) as new:
        for name in sorted(old.namelist(), key=lambda name: (name != "[Content_Types].xml", name)):
            new.writestr(zipfile.ZipInfo(name, (2015, 1, 27, 12, 0, 0)), old.read(name))
    return settled.getvalue()
