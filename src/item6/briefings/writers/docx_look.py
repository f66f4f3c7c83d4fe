"""The styles of Word files: everything that is printed has a style, so that people can change the look in one place."""

from __future__ import annotations

from typing import Any

from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt, RGBColor, Twips

from item6.briefings.writers import laid

INK, QUIET, HAIR = RGBColor(0x16, 0x24, 0x2C), RGBColor(0x4D, 0x5A, 0x61), "B9C1C5"
FACE, EAST_ASIAN = "Times New Roman", "SimSun"
"""Faces that every Word has, and for which LibreOffice has others of the same widths."""

TEXT_WIDTH = Mm(laid.TEXT_WIDTH)
CELL_MARGIN = Twips(70)

_LITTLE = 7.5
"""Points of notes, sources and references, whatever the size of running text."""

_PARAGRAPHS: tuple[tuple[str, float, float, float, dict[str, Any]], ...] = (
    # name, size relative to running text or in points from 2 on, points before, points after, more
    ("Title", 1.8, 0, 4, {"bold": True}),
    ("Subtitle", 1.06, 0, 10, {"quiet": True}),
    ("Heading 1", 1.27, 11, 4, {"bold": True, "next": True}),
    ("Heading 2", 1.06, 8, 3, {"bold": True, "italic": True, "next": True}),
    ("Caption", 0.92, 8, 3, {"bold": True, "next": True}),
    ("List Bullet", 1.0, 0, 3, {}),
    ("Lead", 1.12, 0, 6, {}),
    ("Remark", 0.83, 0, 4, {"quiet": True}),
    ("Table text", 0.88, 1, 1, {"tight": True}),
    ("Table head", 0.88, 1.5, 1.5, {"bold": True, "next": True, "tight": True}),
    ("Table note", 0.78, 2, 6, {"quiet": True}),
    ("Recommendation", 1.0, 4, 1, {"next": True, "hanging": Mm(18)}),
    ("Answer", 0.92, 0, 4, {"left": Mm(18)}),
    ("Chart", 1.0, 0, 2, {"next": True}),
    ("Ruled line", 1.0, 0, 0, {"exact": Mm(7.5)}),
    ("Annex heading", 0.9, 7, 3, {"bold": True, "next": True, "tight": True}),
    ("Note head", _LITTLE, 0, 2, {"tight": True}),
    ("Note", _LITTLE, 0, 2, {"hanging": Mm(4.5), "tight": True}),
    ("Reference", _LITTLE, 0, 2, {"tight": True, "broken": True}),
    ("Header", 0.78, 0, 0, {"quiet": True}),
    ("Footer", 0.78, 0, 0, {"quiet": True}),
)

_CHARACTERS: tuple[tuple[str, dict[str, Any]], ...] = (
    ("Strong", {"bold": True}),
    ("Emphasis", {"italic": True}),
    ("Quoted words", {"italic": True}),
    ("Quiet", {"quiet": True, "size": 0.86}),
    ("Note mark", {"superscript": True}),
    ("Note number", {}),
)

TABLE = "Briefing table"

_TABLE_STYLE = f"""
<w:style {nsdecls("w")} w:type="table" w:customStyle="1" w:styleId="BriefingTable">
  <w:name w:val="{TABLE}"/><w:basedOn w:val="TableNormal"/><w:uiPriority w:val="99"/>
  <w:tblPr><w:tblInd w:w="70" w:type="dxa"/><w:tblBorders>
    <w:top w:val="single" w:sz="8" w:space="0" w:color="16242C"/>
    <w:bottom w:val="single" w:sz="4" w:space="0" w:color="{HAIR}"/>
    <w:insideH w:val="single" w:sz="4" w:space="0" w:color="{HAIR}"/>
  </w:tblBorders><w:tblCellMar>
    <w:top w:w="10" w:type="dxa"/><w:left w:w="70" w:type="dxa"/>
    <w:bottom w:w="10" w:type="dxa"/><w:right w:w="70" w:type="dxa"/>
  </w:tblCellMar></w:tblPr>
  <w:tblStylePr w:type="firstRow"><w:tcPr><w:tcBorders>
    <w:bottom w:val="single" w:sz="6" w:space="0" w:color="16242C"/>
  </w:tcBorders></w:tcPr></w:tblStylePr>
</w:style>
"""


def dress(document: Any, language: str, size: float) -> None:
    """Give a new Word document the house's page and styles. size: points of running text."""
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(22)
    section.top_margin, section.bottom_margin = Mm(24), Mm(19)
    section.header_distance, section.footer_distance = Mm(12), Mm(11)
    styles = document.styles
    _language(styles, language)
    normal = styles["Normal"]
    _face(normal, FACE)
    normal.font.size, normal.font.color.rgb = Pt(size), INK
    normal.paragraph_format.space_after, normal.paragraph_format.line_spacing = Pt(5), 1.06
    normal.paragraph_format.widow_control = True
    for name, relative, before, after, more in _PARAGRAPHS:
        _paragraph(styles, name, relative if relative > 2 else relative * size, before, after, more)
    for name, more in _CHARACTERS:
        style = _named(styles, name, WD_STYLE_TYPE.CHARACTER)
        _character(style, more, size)
    styles.element.append(parse_xml(_TABLE_STYLE))
    for name in ("Header", "Footer"):
        stops = styles[name].paragraph_format.tab_stops
        stops.clear_all()
        stops.add_tab_stop(TEXT_WIDTH, WD_TAB_ALIGNMENT.RIGHT)


def _language(styles: Any, language: str) -> None:
    defaults = styles.element.find(qn("w:docDefaults")).find(qn("w:rPrDefault")).find(qn("w:rPr"))
    found = defaults.find(qn("w:lang"))
    found.set(qn("w:val"), {"en": "en-GB"}.get(language, language))


def _named(styles: Any, name: str, kind: WD_STYLE_TYPE) -> Any:
    if name in [style.name for style in styles]:
        return styles[name]
    style = styles.add_style(name, kind)
    style.quick_style = True
    return style


def _paragraph(styles: Any, name: str, size: float, before: float, after: float, more: dict[str, Any]) -> None:
    style = _named(styles, name, WD_STYLE_TYPE.PARAGRAPH)
    if name not in ("Header", "Footer"):
        style.base_style = styles["Normal"]
    borders = style.element.find(qn("w:pPr") + "/" + qn("w:pBdr"))
    if borders is not None:
        borders.getparent().remove(borders)
    shape = style.paragraph_format
    shape.space_before, shape.space_after = Pt(before), Pt(after)
    shape.keep_with_next = bool(more.get("next"))
    shape.keep_together = not more.get("broken")
    if more.get("tight"):
        shape.line_spacing = 1.0
    if "exact" in more:
        shape.line_spacing = more["exact"]
    if "left" in more:
        shape.left_indent = more["left"]
    if "hanging" in more:
        shape.left_indent, shape.first_line_indent = more["hanging"], -more["hanging"]
        shape.tab_stops.add_tab_stop(more["hanging"])
    style.font.size = Pt(round(size * 2) / 2)
    for complex_size in style.element.get_or_add_rPr().findall(qn("w:szCs")):
        complex_size.set(qn("w:val"), str(round(size * 2)))
    _character(style, more, 0)


def _character(style: Any, more: dict[str, Any], size: float) -> None:
    font = style.font
    for spread in style.element.get_or_add_rPr().findall(qn("w:spacing")):
        spread.getparent().remove(spread)
    _face(style, FACE)
    font.bold, font.italic = bool(more.get("bold")), bool(more.get("italic"))
    font.color.rgb = QUIET if more.get("quiet") else INK
    font.superscript = True if more.get("superscript") else None
    if size and "size" in more:
        font.size = Pt(round(size * more["size"] * 2) / 2)


def _face(style: Any, face: str) -> None:
    """One face for all scripts but the East Asian; themes of the template are taken out."""
    style.font.name = face
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for name in [each for each in fonts.attrib if each.lower().endswith("theme")]:
        del fonts.attrib[name]
    for script, which in (("ascii", face), ("hAnsi", face), ("cs", face), ("eastAsia", EAST_ASIAN)):
        fonts.set(qn(f"w:{script}"), which)
