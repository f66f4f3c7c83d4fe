from __future__ import annotations

import csv
import io
import random
import re
from pathlib import Path

import pytest
from docx import Document
from word_files import (
    RELATIONSHIPS,
    W,
    definition,
    level,
    list_of,
    numbered,
    paragraph,
    part,
    relationships,
    run,
    word_file,
    word_parts,
    zipped,
)

from item6.files.docx import headers, read_docx
from item6.files.errors import Unreadable
from item6.terms.passages import DocxParagraph


def texts(data: bytes) -> list[str]:
    return [line.text for line in read_docx(data).lines]


def text_of(runs: str, *, styles: str = "", properties: str = "") -> str:
    """The text of one paragraph of these runs."""
    (line,) = read_docx(word_file(paragraph(runs=runs, properties=properties), styles=styles)).lines
    return line.text


def field(part: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{part}"/></w:r>'


INSTRUCTION = '<w:r><w:instrText xml:space="preserve"> REF para6 \\h </w:instrText></w:r>'
BOX = f"<w:txbxContent>{paragraph('in a box')}</w:txbxContent>"
DRAWN = f"<w:drawing><wps:wsp><wps:txbx>{BOX}</wps:txbx></wps:wsp></w:drawing>"
HIDDEN_STYLES = (
    '<w:style w:type="character" w:styleId="Secret"><w:rPr><w:vanish/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Ghost"><w:rPr><w:vanish/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Body"><w:basedOn w:val="Ghost"/>'
    '<w:rPr><w:vanish w:val="0"/></w:rPr></w:style>'
)


@pytest.mark.parametrize(
    ("runs", "expected"),
    [
        (run("Ratify ") + run("the Convention", "<w:b/>") + run(" (Chile);"), "Ratify the Convention (Chile);"),
        ("<w:r><w:t>  blanks that nobody asked for \n</w:t></w:r>", "blanks that nobody asked for"),
        ("<w:r><w:t>6.1</w:t><w:tab/><w:t>Ratify</w:t></w:r>", "6.1\tRatify"),
        ('<w:r><w:t>one</w:t><w:br/><w:t>two</w:t><w:br w:type="page"/><w:t>three</w:t><w:cr/></w:r>',
         "one two three "),
        (run("one\u2028two\u0085three"), "one two three"),
        ("<w:r><w:t>well</w:t><w:noBreakHyphen/><w:t>being, co</w:t><w:softHyphen/><w:t>operation</w:t></w:r>",
         "well-being, cooperation"),
        (run("co\u00adoperation"), "cooperation"),
        ('<w:r><w:sym w:font="Symbol" w:char="F0B7"/><w:sym w:font="Symbol" w:char="F032"/>'
         '<w:sym w:font="Wingdings" w:char="F032"/><w:sym w:font="Arial" w:char="00E9"/><w:sym w:char="x"/></w:r>',
         "•2•é"),
        (f'<w:hyperlink w:anchor="a">{run("see here")}</w:hyperlink>', "see here"),
        (run("All States ") + f'<w:ins w:id="1">{run("and observers")}</w:ins>', "All States and observers"),
        (run("Adopt") + '<w:del w:id="1"><w:r><w:delText>Consider adopting</w:delText></w:r></w:del>', "Adopt"),
        ("<w:r><w:delText>left over</w:delText></w:r>" + run("kept"), "kept"),
        (f'<w:moveFrom w:id="1">{run("here ")}</w:moveFrom>{run("and ")}<w:moveTo w:id="2">{run("there")}</w:moveTo>',
         "and there"),
        (f'<w:ins w:id="1"><w:del w:id="2">{run("in and out")}</w:del></w:ins>{run("stays")}', "stays"),
        (run("paragraph ") + field("begin") + INSTRUCTION + field("separate") + run("6") + field("end") + run(" above"),
         "paragraph 6 above"),
        (field("begin") + INSTRUCTION + field("end") + run("no result"), "no result"),
        (field("begin") + run("IF ") + field("begin") + INSTRUCTION + field("separate") + run("1") + field("end")
         + run("=1") + field("separate") + run("yes") + field("end"), "yes"),
        (field("begin") + INSTRUCTION + run("an instruction that never ends is text"),
         "an instruction that never ends is text"),
        (field("end") + field("separate") + run("only ends"), "only ends"),
        (f'<w:fldSimple w:instr="PAGE">{run("7")}</w:fldSimple>', "7"),
        (run("Batwas people") + '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'
         '<w:footnoteReference w:id="8"/></w:r>' + run(" (Congo)"), "Batwas people (Congo)"),
        (run("title") + '<w:r><w:footnoteReference w:customMarkFollows="1" w:id="1"/><w:t>*</w:t></w:r>', "title"),
        (run("text") + '<w:r><w:endnoteReference w:id="1"/></w:r><w:r><w:annotationRef/></w:r>', "text"),
        (run("before ") + f"<w:r>{DRAWN}</w:r>" + run("after"), "before after"),
        (f'<w:r><mc:AlternateContent><mc:Choice Requires="wps">{DRAWN}</mc:Choice><mc:Fallback><w:pict><v:textbox>{BOX}'
         "</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>" + run("after"), "after"),
        ('<w:r><mc:AlternateContent><mc:Choice Requires="w14"><w:t>new</w:t></mc:Choice><mc:Fallback><w:t>old</w:t>'
         "</mc:Fallback></mc:AlternateContent></w:r>", "new"),
        (f"<mc:AlternateContent><mc:Fallback>{run('old')}</mc:Fallback></mc:AlternateContent>", "old"),
        (f"<w:sdt><w:sdtPr><w:alias/></w:sdtPr><w:sdtContent>{run('in a control')}</w:sdtContent></w:sdt>",
         "in a control"),
        (f"<w:smartTag><w:smartTagPr/>{run('Geneva')}</w:smartTag><w:unheardOf>{run(' 2031')}</w:unheardOf>",
         "Geneva 2031"),
        ("<m:oMath><m:r><m:t>x</m:t></m:r></m:oMath>" + run(" per cent"), "x per cent"),
        (f"<w:r><w:ruby><w:rt>{run('tōkyō')}</w:rt><w:rubyBase>{run('東京')}</w:rubyBase></w:ruby></w:r>", "東京"),
        (run("shown") + run("hidden", "<w:vanish/>") + run(" shown", '<w:vanish w:val="false"/>'), "shown shown"),
        (run("shown") + run("hidden", '<w:rStyle w:val="Secret"/>'), "shown"),
    ],
)  # fmt: skip
def test_words_of_a_paragraph(runs: str, expected: str) -> None:
    assert text_of(runs, styles=HIDDEN_STYLES) == expected


@pytest.mark.parametrize(
    ("style", "expected"), [("Ghost", "really"), ("Body", "not really"), ("None", "not really")], ids=str
)
def test_paragraph_styles_may_hide_text(style: str, expected: str) -> None:
    runs = run("not ") + run("really", '<w:vanish w:val="0"/>')
    assert text_of(runs, styles=HIDDEN_STYLES, properties=f'<w:pStyle w:val="{style}"/>') == expected


def cell(*inside: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{''.join(inside)}</w:tc>"


def row(*cells: str, properties: str = "") -> str:
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def table(*rows: str) -> str:
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{''.join(rows)}</w:tbl>"


A, B, C, D = (paragraph(letter) for letter in "abcd")


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (A + table(row(cell(B), cell(C)), row(cell(D), cell(A, B))) + C, "abcdabc"),
        (table(row(cell(A, table(row(cell(B))), C))) + D, "abcd"),
        (table(row(cell(A)), row(cell(B), properties='<w:del w:id="1"/>'), row(cell(C), properties="<w:hidden/>")) + D,
         "ad"),
        (f"<w:sdt><w:sdtPr/><w:sdtContent>{A}{table(row(cell(B)))}</w:sdtContent></w:sdt>{C}", "abc"),
        (f"<w:customXml>{A}</w:customXml><w:ins w:id='1'>{B}</w:ins><w:del w:id='2'>{C}</w:del>{D}", "abd"),
        (f"<mc:AlternateContent><mc:Choice>{A}</mc:Choice><mc:Fallback>{B}</mc:Fallback></mc:AlternateContent>{C}",
         "ac"),
        (paragraph(runs=f"<w:r><w:pict>{BOX}</w:pict></w:r>" + run("a")) + B + "<w:sectPr/>", "ab"),
    ],
)  # fmt: skip
def test_paragraphs_in_reading_order(body: str, expected: str) -> None:
    lines = read_docx(word_file(body)).lines
    assert ("".join(line.text for line in lines), [line.unit for line in lines]) == (
        expected,
        list(range(1, len(expected) + 1)),
    )


def test_places_do_not_count_the_number_that_word_makes() -> None:
    body = paragraph("Heading") + paragraph("Ratify the Convention (Chile);", properties=numbered(1))
    found = read_docx(word_file(body, numbering=definition(0, level(0, "6.%1")) + list_of(1, 0)))
    start = found.text.index("Ratify")
    assert (found.text, found.extractor, found.pages) == ("Heading\n6.1\tRatify the Convention (Chile);", "", None)
    assert found.locate((start, start + 6)) == DocxParagraph(2, 2, 0, 6)
    assert found.locate((start - 4, start + 6)) == DocxParagraph(2, 2, 0, 6)
    assert found.locate((0, start + 6)) == DocxParagraph(1, 2, 0, 6)
    assert found.locate((0, 8)) == DocxParagraph(1, 1, 0, 7), "a line end is no character of the paragraph"


HEADER = paragraph("A/HRC/WG.6/52/L.6") + paragraph() + table(row(cell(paragraph("Strelsau, 2031"))))


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        ((), ()),
        ((HEADER,), ("A/HRC/WG.6/52/L.6\nStrelsau, 2031",)),
        ((HEADER, "", HEADER, paragraph("Page 2")), ("A/HRC/WG.6/52/L.6\nStrelsau, 2031", "Page 2")),
        ((paragraph(runs=f"<w:r>{DRAWN}</w:r>"),), ("in a box",)),
        (
            (
                f"<w:p><w:r><mc:AlternateContent><mc:Choice>{DRAWN}</mc:Choice><mc:Fallback><w:pict>{BOX}</w:pict>"
                "</mc:Fallback></mc:AlternateContent></w:r></w:p>",
            ),
            ("in a box",),
        ),
    ],
)
def test_headers(found: tuple[str, ...], expected: tuple[str, ...]) -> None:
    data = word_file(A, headers=found)
    assert (headers(data), texts(data)) == (expected, ["a"])


STRICT = "http://purl.oclc.org/ooxml/"


def test_strict_files_are_read_too() -> None:
    parts = word_parts(
        paragraph("a", properties=numbered(1)), numbering=definition(0, level(0, "6.%1")) + list_of(1, 0)
    )
    strict = {
        name: content.replace(W, STRICT + "wordprocessingml/main").replace(
            RELATIONSHIPS, STRICT + "officeDocument/relationships"
        )
        for name, content in parts.items()
    }
    assert (strict == parts, texts(zipped(strict))) == (False, ["6.1\ta"])


def test_parts_may_have_other_names() -> None:
    parts = word_parts("") | {
        "_rels/.rels": relationships(("officeDocument", "/word/Document2.xml")),
        "Word/document2.XML": part("document", f"<w:body>{A}</w:body>"),
        "word/_rels/document2.xml.rels": relationships(("header", "../word/deep/header.xml"), ("styles", "gone.xml")),
        "word/deep/header.xml": part("hdr", B),
    }
    assert (texts(zipped(parts)), headers(zipped(parts))) == (["a"], ("b",))


@pytest.mark.parametrize("missing", ["[Content_Types].xml", "_rels/.rels", "word/_rels/document.xml.rels"])
def test_the_text_needs_no_other_part(missing: str) -> None:
    parts = word_parts(A)
    del parts[missing]
    assert texts(zipped(parts)) == ["a"]


def nested(name: str, inside: str = "") -> str:
    return f"<w:{name}>" * 5000 + inside + f"</w:{name}>" * 5000


DAMAGED = "the file is cut off or damaged: "


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"word/document.xml": "<w:document"}, DAMAGED + "word/document.xml is no sound XML"),
        ({"word/document.xml": ""}, DAMAGED + "word/document.xml is no sound XML"),
        ({"word/document.xml": part("document", "&unknown;")}, DAMAGED + "word/document.xml is no sound XML"),
        ({"word/document.xml": part("document", "")}, DAMAGED + "it has no text part"),
        ({"word/document.xml": "<html/>"}, DAMAGED + "it has no text part"),
        ({"word/styles.xml": "<w:styles>"}, DAMAGED + "word/styles.xml is no sound XML"),
        ({"word/numbering.xml": "noise"}, DAMAGED + "word/numbering.xml is no sound XML"),
        ({"_rels/.rels": "<"}, DAMAGED + "_rels/.rels is no sound XML"),
        (
            {"word/document.xml": part("document", "<w:body>" + nested("sdt", A) + "</w:body>")},
            DAMAGED + "its parts are nested without end",
        ),
        (
            {"word/document.xml": part("document", "<w:body><w:p>" + nested("ins") + "</w:p></w:body>")},
            DAMAGED + "its parts are nested without end",
        ),
    ],
)  # fmt: skip
def test_damaged_files(changes: dict[str, str], expected: str) -> None:
    style, numbering = '<w:style w:styleId="A"/>', definition(0)
    with pytest.raises(Unreadable) as caught:
        read_docx(zipped(word_parts(A, styles=style, numbering=numbering) | changes))
    assert str(caught.value) == expected


def test_what_python_docx_writes_is_read() -> None:
    document = Document()
    document.add_heading("Report of the Working Group", 1)
    document.add_paragraph("Ratify the Convention (Chile);", style="List Number")
    document.add_paragraph("Adopt a law (Kenya);", style="List Number")
    document.add_table(1, 2).rows[0].cells[1].text = "two\nlines"
    document.sections[0].header.paragraphs[0].text = "A/HRC/52/6"
    memory = io.BytesIO()
    document.save(memory)
    assert texts(memory.getvalue()) == [
        "Report of the Working Group",
        "1.\tRatify the Convention (Chile);",
        "2.\tAdopt a law (Kenya);",
        "",
        "two lines",
    ]
    assert headers(memory.getvalue()) == ("A/HRC/52/6",)


def test_long_chains_of_styles_and_fields_without_end() -> None:
    count = 5000
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="s{n}"><w:basedOn w:val="s{n + 1}"/></w:style>' for n in range(count)
    )
    runs = (field("begin") + run("x")) * count
    found = texts(word_file(paragraph(runs=runs, properties='<w:pStyle w:val="s0"/>') + A * count, styles=styles))
    assert (len(found), found[0]) == (count + 1, "x" * count)


@pytest.mark.parametrize("seed", range(60))
def test_mutated_files_are_read_or_refused(seed: int) -> None:
    """Tags, attributes and text cut, doubled, swapped and replaced in every part."""
    dice = random.Random(seed)
    styles = (
        '<w:style w:type="paragraph" w:styleId="A"><w:basedOn w:val="B"/><w:pPr>' + numbered(1) + "</w:pPr></w:style>"
    )
    body = A + paragraph("b", properties=numbered(1, 1)) + table(row(cell(paragraph("c", properties=numbered(1)))))
    numbering = definition(0, level(0, "%1."), level(1, "%1.%2", form="lowerLetter")) + list_of(1, 0)
    parts = word_parts(body, styles=styles, numbering=numbering, headers=(HEADER,))
    for _ in range(dice.randint(1, 4)):
        name = dice.choice(sorted(parts))
        pieces = re.split(r"(<[^>]*>|\"[^\"]*\")", parts[name])
        at, other = dice.randrange(len(pieces)), dice.randrange(len(pieces))
        pieces[at] = dice.choice(
            ["", pieces[at] * 2, pieces[other], '"-1"', '"99999999999999999999"', '"%9%1%"', "\ufffe"]
        )
        parts[name] = "".join(pieces)
    data = zipped(parts)
    try:
        body_read = read_docx(data)
        headers(data)
    except Unreadable as error:
        assert error.key == "file.damaged"
    else:
        assert [line.unit for line in body_read.lines] == list(range(1, len(body_read.lines) + 1))
        assert all("\n" not in line.text for line in body_read.lines)


@pytest.mark.full
@pytest.mark.parametrize(
    ("file", "gold", "count"),
    [
        ("china/Matrix_recommendations_2013.docx", "china_2013", 252),
        ("china/Matrix_recommendations_2018.docx", "china_2018", 346),
        ("slovenia/cycle2/UPR20__Slovenia_ThematicListRecommendations_E.docx", "slovenia_2014", 163),
        ("slovenia/cycle3/UPR34_Slovenia_Thematic_list_of_Recommendations.docx", "slovenia_2019", 215),
    ],
)
def test_every_recommendation_of_a_matrix_is_in_its_text(corpus: Path, file: str, gold: str, count: int) -> None:
    found = re.sub(r"\W+", "", read_docx((corpus / file).read_bytes()).text)
    with (corpus / "gold" / f"matrix_{gold}.csv").open(encoding="utf-8", newline="") as lines:
        rows = [re.sub(r"\W+", "", line["number"] + line["text"]) for line in csv.DictReader(lines)]
    assert (len(rows), [text for text in rows if text not in found]) == (count, [])
