from __future__ import annotations

import re
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from gallery import CHART, HOSTILE, LONG_NAME, SCRIPTS
from read_back import W, Word, said, squeezed

from item6.briefings.document import Column, Document, Paragraph, Picture, Table, Text
from item6.briefings.writers.docx import written
from item6.briefings.writers.pictures import png

STYLES = """\
Title
Subtitle
Lead
heading 1
Normal
caption
Table head*3
Table text*12
Table note
caption
Chart
Table note
heading 2
Recommendation
Answer
Recommendation
Answer
Recommendation
Answer
heading 1
caption
Table head*4
Table text*48
Table note
heading 1
List Bullet*6
caption
Table head*2
Table text*12
Table note
heading 2
Normal*4
Remark
heading 1
Remark
Ruled line*4
Normal
Annex heading
Note head
Note*3
Annex heading
Note head*2
Annex heading
Note head*2
Reference
Note head
Reference
Note head
Reference*2
"""


@pytest.fixture(scope="module")
def word(document: Document) -> Word:
    return Word(written(document))


def run_lengths(styles: list[str]) -> str:
    """Names of styles one a line, those that follow one another counted."""
    lines: list[list] = []
    for style in styles:
        if lines and lines[-1][0] == style:
            lines[-1][1] += 1
        else:
            lines.append([style, 1])
    return "".join(f"{name}*{count}\n" if count > 1 else f"{name}\n" for name, count in lines)


def test_every_paragraph_has_its_style(word: Word) -> None:
    assert run_lengths([style for style, _ in word.paragraphs()]) == STYLES


def test_words_and_numbers(word: Word) -> None:
    lines = [line for _, line in word.paragraphs()]
    assert lines[2] == "Ruritania received 561 recommendations and supported 442, that is 78.6\xa0%2."
    assert lines[4] == (
        "It noted 113, and again eleven3 in words. Strong, emphasised, “another's words” and quiet ones. "
        "A/HRC/29/917, para. 115.1, page 12"
    )
    assert (
        f"115.1\tRatify the protocol on the lime trees of the capital, and report on it every second year ({LONG_NAME})"
        in lines
    )
    assert [line for style, line in word.paragraphs() if style == "caption"] == [
        "Table 1. How the recommendations stand", "Chart 1. More was supported than noted",
        "Table 2. Recommendations by State, the most first", "Table 3. Words in cells",
    ]  # fmt: skip


def test_tables_have_headers_that_come_again(word: Word) -> None:
    assert word.headed() == [True, True, True]
    assert word.tables()[0] == [
        ["Position", "Numbers", "Share"],
        ["supported", "44", "78.6\xa0%"],
        ["in_part", "1", "1.8\xa0%"],
        ["noted", "11", "19.6\xa0%"],
        ["pending", "0", "0.0\xa0%"],
    ]


def test_numbers_stand_on_the_right(word: Word) -> None:
    row = next(word.body.iter(f"{W}tbl")).findall(f"{W}tr")[1]
    sides = [each.find(f"{W}p/{W}pPr/{W}jc") for each in row.findall(f"{W}tc")]
    assert [side is not None and side.get(f"{W}val") for side in sides] == [False, "right", "right"]


def test_marks_lead_to_notes_and_back(word: Word) -> None:
    anchors = [each.get(f"{W}anchor") for each in word.body.iter(f"{W}hyperlink")]
    bookmarks = [each.get(f"{W}name") for each in word.body.iter(f"{W}bookmarkStart")]
    assert (
        sorted(set(anchors)) == sorted(bookmarks) == sorted(f"{at}_{n}" for at in ("mark", "note") for n in range(1, 4))
    )
    assert (anchors.count("note_2"), anchors.count("note_3")) == (2, 2)


def test_notes(word: Word) -> None:
    notes = [line for style, line in word.paragraphs() if style == "Note"]
    assert notes == [
        "1\tReceived. Everything that the scope selects, in the unit. 56. Source: A/HRC/29/917, paras. 115 to 118.",
        "2\tSupported. What enjoys the support of the State under review as a whole (A/HRC/RES/5/1, annex, para. 32). "
        "44 of 56, 78.6\xa0%. Source: A/HRC/29/917, paras. 115 to 118.",
        "3\tNoted. What is noted and not supported (A/HRC/RES/5/1, annex, para. 32), whatever words the State uses for "
        "it. 11 of 56. Source: A/HRC/29/917, paras. 115 to 118.",
    ]


def test_notes_stand_in_two_columns_on_the_same_page(word: Word) -> None:
    last = [each.find(f"{W}cols").get(f"{W}num") for each in word.body.iter(f"{W}sectPr")]
    assert last == [None, "2"]


def test_hostile_words_are_words(word: Word) -> None:
    lines = {line for _, line in word.paragraphs()}
    assert set(HOSTILE) <= lines
    assert {re.sub(r"\s.*", "", field) for field in word.fields()} == {"PAGE", "NUMPAGES", "SEQ"}
    outside = b'TargetMode="External"'
    assert [name for name, content in word.parts.items() if outside in content] == []


def test_paragraphs_run_their_own_way(word: Word) -> None:
    turned = {said(each) for each in word.body.iter(f"{W}p") if each.find(f"{W}pPr/{W}bidi") is not None}
    assert turned == {SCRIPTS["Arabic"], f"118.2\t{SCRIPTS['Arabic']}"}
    assert set(SCRIPTS.values()) <= {line for _, line in word.paragraphs()}


def test_the_same_document_gives_the_same_bytes(document: Document) -> None:
    assert written(document) == written(document)


def test_the_picture_has_its_words(word: Word) -> None:
    assert [each.get("descr") for each in word.body.iter() if each.tag.endswith("}docPr")] == [
        "More was supported than noted. A bar of 44 supported, one of 11 noted."
    ]
    assert [content for name, content in word.parts.items() if name.startswith("word/media/")] == [png(CHART)]


def test_without_typst_the_table_stands_for_the_chart(document: Document, monkeypatch: pytest.MonkeyPatch) -> None:
    png.cache_clear()
    monkeypatch.setitem(sys.modules, "typst", None)
    charts = tuple(block for block in document.blocks if isinstance(block, Picture))
    word = Word(written(replace(document, blocks=charts)))
    assert word.tables()[0][1] == ["supported", "44", "78.6\xa0%"]


def test_control_characters_are_left_out(document: Document) -> None:
    odd = "a\x00b\x0bc\ud800d\nend\tof\u2028it"
    table = Table(odd, (Column(odd),), (((Text(odd),),),), odd)
    word = Word(written(replace(document, title=odd, blocks=(Paragraph((Text(odd),)), table))))
    lines = [line for _, line in word.paragraphs()]
    assert lines[0] == lines[2] == lines[4] == "abcd end of it"


@pytest.mark.full
def test_saved_again_by_libreoffice(document: Document, tmp_path: Path) -> None:
    program = shutil.which("soffice")
    assert program, "the full tests need LibreOffice; .ci/run installs it"
    (tmp_path / "briefing.docx").write_bytes(written(document))
    home = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [
        program,
        home,
        "--headless",
        "--convert-to",
        "docx",
        "--outdir",
        tmp_path / "again",
        tmp_path / "briefing.docx",
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    before, again = (
        Word((tmp_path / "briefing.docx").read_bytes()),
        Word((tmp_path / "again" / "briefing.docx").read_bytes()),
    )
    assert again.headed() == [True, True, True]
    cells = [[[squeezed(cell) for cell in row] for row in table] for table in before.tables()]
    assert [[[squeezed(cell) for cell in row] for row in table] for table in again.tables()] == cells
    kept = [(style.lower(), squeezed(line)) for style, line in before.paragraphs()]
    assert [(style.lower(), squeezed(line)) for style, line in again.paragraphs()] == kept
    assert {field.split()[0] for field in again.fields()} >= {"SEQ", "PAGE", "NUMPAGES"}
    assert any(
        b"urn:item6:figures:1" in content for name, content in again.parts.items() if name.startswith("customXml")
    )
