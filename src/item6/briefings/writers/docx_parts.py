"""Pieces of Word files that python-docx has no words for: fields, bookmarks, links within, and parts of our own."""

from __future__ import annotations

import io
import zipfile
from typing import Any
from xml.sax.saxutils import escape

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from item6.briefings.writers.machine import NAMESPACE

_ITEM = "{6D1C6A5E-6A1E-4B6F-9C5D-0A7E17E60006}"
"""The name of the part with the list of figures among others of its sort; the same in every file."""


def element(name: str, /, **attributes: str) -> Any:
    """An element of Word's namespace. attributes: of the same, `_` at the end is left out."""
    made = OxmlElement(f"w:{name}")
    for key, value in attributes.items():
        made.set(qn(f"w:{key.rstrip('_')}"), value)
    return made


_AFTER_BIDI = ("adjustRightInd", "snapToGrid", "spacing", "ind", "contextualSpacing", "mirrorIndents",
               "suppressOverlap", "jc", "textDirection", "textAlignment", "textboxTightWrap", "outlineLvl", "divId",
               "cnfStyle", "rPr", "sectPr", "pPrChange")  # fmt: skip
_AFTER_BORDER = ("shd", "tabs", "suppressAutoHyphens", "kinsoku", "wordWrap", "overflowPunct", "topLinePunct",
                 "autoSpaceDE", "autoSpaceDN", "bidi", *_AFTER_BIDI)  # fmt: skip
"""What follows in the properties of a paragraph, whose order the standard fixes (ECMA-376 part 1, 17.3.1.26)."""


def turn(paragraph: Any) -> None:
    """Let the paragraph run from right to left."""
    paragraph._p.get_or_add_pPr().insert_element_before(element("bidi"), *(f"w:{each}" for each in _AFTER_BIDI))


def rule(paragraph: Any, *sides: str, line: str, colour: str) -> None:
    """Lines at sides of a paragraph. line: `single` or `dotted`."""
    border = element("pBdr")
    for side in sides:
        border.append(element(side, val=line, sz="4", space="1", color=colour))
    paragraph._p.get_or_add_pPr().insert_element_before(border, *(f"w:{each}" for each in _AFTER_BORDER))


def add_field(paragraph: Any, instruction: str, shown: str, style: str | None = None) -> None:
    """A field that Word computes. shown: until it does."""
    for kind, words in (("begin", ""), ("instrText", instruction), ("separate", ""), ("shown", shown), ("end", "")):
        run = paragraph.add_run("", style=style)
        if kind == "instrText":
            made = element("instrText")
            made.set(qn("xml:space"), "preserve")
            made.text = f" {words} "
            run._r.append(made)
        elif kind == "shown":
            run.text = words
        else:
            run._r.append(element("fldChar", fldCharType=kind))


def add_link(paragraph: Any, words: str, bookmark: str, style: str) -> None:
    """Words that lead to a bookmark of the same file."""
    link = element("hyperlink", anchor=bookmark, history="1")
    run = paragraph.add_run(words, style=style)
    link.append(run._r)
    paragraph._p.append(link)


def add_bookmark(paragraph: Any, name: str, number: int, run: Any) -> None:
    """A bookmark around a run, or around the link that holds it."""
    inner = run._r if run._r.getparent() is paragraph._p else run._r.getparent()
    inner.addprevious(element("bookmarkStart", id_=str(number), name=name))
    inner.addnext(element("bookmarkEnd", id_=str(number)))


def add_figures(document: Any, text: str) -> None:
    """Put the list of figures into a custom XML part, which Word and LibreOffice carry along."""
    package = document.part.package
    rels = document.part.rels
    for old in [key for key, each in rels.items() if each.reltype == RELATIONSHIP_TYPE.CUSTOM_XML]:
        del rels[old]  # the template of python-docx brings one, which is empty
    xml = f'<?xml version="1.0" encoding="UTF-8"?><figures xmlns="{NAMESPACE}">{escape(text)}</figures>'
    item = Part(PackURI("/customXml/item1.xml"), "application/xml", xml.encode(), package)
    about = (
        '<?xml version="1.0" encoding="UTF-8" standalone="no"?><ds:datastoreItem '
        f'xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml" ds:itemID="{_ITEM}">'
        f'<ds:schemaRefs><ds:schemaRef ds:uri="{NAMESPACE}"/></ds:schemaRefs></ds:datastoreItem>'
    )
    kind = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"
    item.relate_to(
        Part(PackURI("/customXml/itemProps1.xml"), kind, about.encode(), package), RELATIONSHIP_TYPE.CUSTOM_XML_PROPS
    )
    document.part.relate_to(item, RELATIONSHIP_TYPE.CUSTOM_XML)


def add_footnote(document: Any, paragraph: Any, words: str) -> None:
    """A footnote at the end of a paragraph, the only one of the document: a part of its own, as Word makes them."""
    part = document.part
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
    xml = (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
        '<w:footnotes xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
        '<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p>'
        '</w:footnote><w:footnote w:id="1"><w:p><w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'
        f'<w:footnoteRef/></w:r><w:r><w:t xml:space="preserve"> {escape(words)}</w:t></w:r></w:p></w:footnote>'
        "</w:footnotes>"
    )
    notes = Part(PackURI("/word/footnotes.xml"), kind, xml.encode(), part.package)
    part.relate_to(notes, RELATIONSHIP_TYPE.FOOTNOTES)
    run = paragraph.add_run()
    run.font.superscript = True
    run._r.append(element("footnoteReference", id_="1"))


def drop_thumbnail(document: Any) -> None:
    """Take out the picture of an empty page that the template of python-docx brings."""
    rels = document.part.package.rels
    for key in [key for key, each in rels.items() if each.reltype == RELATIONSHIP_TYPE.THUMBNAIL]:
        del rels[key]


def same_bytes(package: bytes) -> bytes:
    """The package with its parts in order and without times, so that the same document gives the same file."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(package)) as made, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as again:
        names = [entry.filename for entry in made.infolist()]
        for name in sorted(names, key=lambda each: (each != "[Content_Types].xml", each)):
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.compress_type, entry.external_attr = zipfile.ZIP_DEFLATED, 0o600 << 16
            again.writestr(entry, made.read(name))
    return out.getvalue()
