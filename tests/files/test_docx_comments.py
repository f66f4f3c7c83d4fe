"""Comments in Word files: the range is what was asked for, and nothing else of the file changes."""

from __future__ import annotations

import io
import shutil
import subprocess
import zipfile
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from word_files import W, paragraph, run, word_file, word_parts, zipped

from item6.files.docx import read_docx
from item6.files.docx_comments import Author, Comment, add_comments
from item6.files.errors import Unreadable

SPACE = f"{{{W}}}"
PRESERVE = "{http://www.w3.org/XML/1998/namespace}space"
ANA = Author("Ana & co", "A", "2031-09-30T10:00:00Z")
PLAIN = run("Ruritania accepted 45 of them.")
BOLD = "<w:r><w:rPr><w:b/></w:rPr><w:t>accep</w:t></w:r>"


def comment(start: int, end: int, words: str = "look <again>") -> Comment:
    return Comment(start, end, (((words, True),),))


def marked(data: bytes, *ranges: tuple[int, int]) -> bytes:
    return add_comments(data, [comment(*each) for each in ranges], ANA)


def part(data: bytes, name: str = "word/document.xml") -> bytes:
    return zipfile.ZipFile(io.BytesIO(data)).read(name)


def ranges_of(data: bytes) -> dict[str, str]:
    """What stands between the marks of each comment, by walking the markup in order."""
    open_, found = set(), {}
    for each in ElementTree.fromstring(part(data)).iter():
        name, number = each.tag.removeprefix(SPACE), each.get(f"{SPACE}id", "")
        if name == "commentRangeStart":
            open_.add(number)
            found[number] = ""
        elif name == "commentRangeEnd":
            open_.remove(number)
        words = each.text or ""
        words = words if each.get(PRESERVE) else words.strip()
        said = {"t": words, "tab": "\t", "br": " ", "noBreakHyphen": "-"}.get(name, "")
        for number in open_ if name != "delText" else ():
            found[number] += said.replace("\u00ad", "")
    assert not open_
    return found


TEXT = "Ruritania accepted 45 of them."
BODIES = {
    "one run": paragraph(runs=PLAIN),
    "runs within a word": paragraph(runs=run("Ruritania ") + BOLD + run("ted 4") + run("5 of") + run(" them.")),
    "a link": paragraph(
        runs=f"{run('Ruritania ')}<w:hyperlink>{run('accepted 4')}{run('5')}</w:hyperlink>{run(' of them.')}"
    ),
    "tracked": paragraph(
        runs=run("Ruritania accepted ")
        + "<w:del w:id='1'><w:r><w:delText>44</w:delText></w:r></w:del>"
        + f"<w:ins w:id='2'>{run('45 of')}</w:ins>"
        + run(" them.")
    ),
    "soft hyphens": paragraph(runs=run("\u00adRuri\u00adtania accep\u00adted 4\u00ad5 of them.\u00ad")),
    "spaces that do not count": paragraph(runs=f"<w:r><w:t>\n {TEXT} \n</w:t></w:r>"),
    "breaks in a run": paragraph(
        runs="<w:r><w:rPr><w:i/></w:rPr><w:t>Ruritania</w:t><w:br/><w:t>accepted</w:t><w:br/>"
        "<w:t xml:space='preserve'>45 of</w:t><w:br/><w:t>them.</w:t></w:r>"
    ),
    "a comment and data in the words": paragraph(
        runs="<w:r><w:t>Ruritania<!-- no --> accepted <![CDATA[45 ]]>of them.</w:t></w:r>"
    ),
}  # fmt: skip


@pytest.mark.parametrize("body", BODIES)
def test_every_range_is_what_was_asked_for(body: str) -> None:
    data = word_file(BODIES[body])
    assert read_docx(data).text == TEXT
    for start in range(len(TEXT)):
        for end in range(start + 1, len(TEXT) + 1):
            made = marked(data, (start, end))
            assert ranges_of(made) == {"0": TEXT[start:end]}
            assert read_docx(made).text == TEXT


RANGES = st.tuples(st.integers(0, 28), st.integers(1, 30)).map(lambda each: (each[0], min(30, sum(each))))


@settings(deadline=None)
@given(st.lists(RANGES, max_size=8), st.sampled_from(sorted(BODIES)))
def test_ranges_may_touch_and_overlap(ranges: list[tuple[int, int]], body: str) -> None:
    data = word_file(BODIES[body])
    made = marked(data, *ranges)
    assert ranges_of(made) == {str(at): TEXT[start:end] for at, (start, end) in enumerate(ranges)}
    assert read_docx(made).text == TEXT


def test_halves_of_a_run_keep_its_properties() -> None:
    data = word_file(paragraph(runs='<w:r w:rsidR="00AB"><w:rPr><w:b/></w:rPr><w:t>accepted 45 of them</w:t></w:r>'))
    made = part(marked(data, (9, 11))).decode()
    assert made.count('<w:r w:rsidR="00AB"><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">') == 3


def test_only_what_must_be_is_written_anew() -> None:
    parts = word_parts(paragraph(runs=PLAIN), headers=(paragraph(runs=run("head")),))
    parts["word/media/image1.png"] = "not <a picture>"
    data = zipped(parts)
    made = marked(data, (19, 21))
    before, after = (zipfile.ZipFile(io.BytesIO(each)) for each in (data, made))
    assert after.namelist() == [*before.namelist(), "word/comments.xml"]
    assert [name for name in before.namelist() if before.read(name) != after.read(name)] == [
        "[Content_Types].xml", "word/document.xml", "word/_rels/document.xml.rels",
    ]  # fmt: skip
    put = b'<w:commentRangeStart w:id="0"/>', b'<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>'
    text = part(made)
    for mark in put:
        assert mark in text
    assert marked(data) == data


@pytest.mark.parametrize(
    ("body", "whole"),
    [
        ("<w:sdt><w:sdtContent>" + run("accepted 45 of them") + "</w:sdtContent></w:sdt>", "accepted 45 of them"),
        ("<w:fldSimple w:instr='X'>" + run("accepted 45 of them") + "</w:fldSimple>", "accepted 45 of them"),
        ("<m:oMath><m:r><m:t>accepted 45 of them</m:t></m:r></m:oMath>", ""),
    ],
    ids=["a control", "a field", "a formula"],
)
def test_what_cannot_be_split_is_marked_as_a_whole(body: str, whole: str) -> None:
    made = marked(word_file(paragraph(runs=run("It ") + body)), (12, 14))
    assert ranges_of(made) == {"0": whole}
    assert b'commentRangeStart w:id="0"/><' + body.partition(" ")[0].partition(">")[0][1:].encode() in part(made)


def test_a_list_number_has_its_comment_at_its_paragraph() -> None:
    numbered = '<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>'
    numbering = (
        '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="7"/><w:numFmt w:val="decimal"/>'
        '<w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    data = word_file(f"<w:p>{numbered}{PLAIN}</w:p>", numbering=numbering)
    assert read_docx(data).text == f"7.\t{TEXT}"
    made = marked(data, (0, 1), (0, 12), (22, 24))
    assert ranges_of(made) == {"0": "", "1": "Ruritania", "2": "45"}
    assert part(made).index(b"</w:pPr>") < part(made).index(b"commentRangeStart")


def test_ranges_cross_paragraphs_and_cells() -> None:
    cells = "".join(f"<w:tc>{paragraph(runs=run(words))}</w:tc>" for words in ("noted", "11 all"))
    table = f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>"
    data = word_file(paragraph(runs=PLAIN) + table)
    at = read_docx(data).text.index("them")
    made = marked(data, (at, at + len("them.\nnoted\n11")))
    assert ranges_of(made) == {"0": "them.noted11"}


def test_comments_that_are_there_stay() -> None:
    first = marked(word_file(paragraph(runs=PLAIN)), (0, 9), (19, 21))
    second = marked(first, (19, 21))
    assert ranges_of(second) == {"0": "Ruritania", "1": "45", "2": "45"}
    listed = ElementTree.fromstring(part(second, "word/comments.xml"))
    assert [each.get(f"{SPACE}id") for each in listed] == ["0", "1", "2"]
    assert {each.get(f"{SPACE}author") for each in listed} == {"Ana & co"}
    assert ["".join(each.itertext()) for each in listed] == ["look <again>"] * 3
    assert part(second, "[Content_Types].xml").count(b"comments+xml") == 1
    assert part(second, "word/_rels/document.xml.rels").count(b"/comments") == 1


def test_words_that_xml_cannot_hold_do_not_break_the_file() -> None:
    words = "a\x00\x1b\ud800\ufffe<&]]>\u2028z"
    made = add_comments(word_file(paragraph(runs=PLAIN)), [comment(0, 3, words)], ANA)
    (said,) = ElementTree.fromstring(part(made, "word/comments.xml"))
    assert "".join(said.itertext()) == "a  ��<&]]> z"


@pytest.mark.full
def test_comments_survive_another_program(tmp_path: Path) -> None:
    """LibreOffice opens the file, and what it saves has the same comments at the same words."""
    program = shutil.which("soffice")
    assert program, "the full tests need LibreOffice: .ci/run installs it"
    (tmp_path / "made").mkdir()
    names = {f"{at}.docx": body for at, body in enumerate(BODIES) if body != "soft hyphens"}
    for name, body in names.items():
        data = word_file(BODIES[body])
        made = add_comments(data, [comment(19, 21, "first"), comment(4, 24, "second"), comment(25, 29, "third")], ANA)
        (tmp_path / name).write_bytes(made)
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [program, profile, "--headless", "--convert-to", "docx", "--outdir", str(tmp_path / "made")]
    subprocess.run([*command, *(str(tmp_path / name) for name in names)], check=True, capture_output=True, timeout=300)
    for name, body in names.items():
        saved = (tmp_path / "made" / name).read_bytes()
        listed = ElementTree.fromstring(part(saved, "word/comments.xml"))
        words = {each.get(f"{SPACE}id", ""): "".join(each.itertext()) for each in listed}
        found = {words[number]: said for number, said in ranges_of(saved).items()}
        assert found == {"first": TEXT[19:21], "second": TEXT[4:24], "third": TEXT[25:29]}, body


def test_other_prefixes_encodings_and_the_strict_form() -> None:
    parts = word_parts(paragraph(runs=PLAIN))
    strict = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    document = parts["word/document.xml"].partition("?>")[2] or parts["word/document.xml"]
    none = f'<document xmlns="{W}"><body><p><r><t>{TEXT}</t></r></p></body></document>'
    for written in (
        ('<?xml version="1.0" encoding="UTF-16"?>' + document).encode("utf-16"),
        b'<?xml version="1.0" encoding="windows-1252"?>' + document.encode("cp1252"),
        b"\xef\xbb\xbf" + document.encode(),
        document.replace("w:", "x:").replace("xmlns:w", "xmlns:x").encode(),
        document.replace(W, strict).encode(),
        none.encode(),
    ):
        made = marked(zipped({**parts, "word/document.xml": written}), (19, 21))
        again = add_comments(made, [comment(0, 9)], ANA)  # what was made is read as sound again
        assert read_docx(again).text == TEXT
        if strict.encode() not in written:
            assert ranges_of(made) == {"0": "45"}
            continue
        assert strict.encode() in part(made, "word/comments.xml")


@pytest.mark.parametrize("name", ["word/document.xml", "word/_rels/document.xml.rels", "[Content_Types].xml"])
def test_a_document_type_is_refused(name: str) -> None:
    parts = word_parts(paragraph(runs=PLAIN))
    bomb = '<!DOCTYPE a [<!ENTITY b "cccccccccc">]>'
    parts[name] = bomb + parts[name].partition("?>")[2] if parts[name].startswith("<?xml") else bomb + parts[name]
    with pytest.raises(Unreadable) as caught:
        marked(zipped(parts), (19, 21))
    assert caught.value.key == "file.damaged"


def test_parts_that_the_text_does_not_need_are_bounded_too() -> None:
    parts = word_parts(paragraph(runs=PLAIN))
    bomb = zipped({**parts, "word/media/zeros.bin": "\0" * 40_000_000})
    with pytest.raises(Unreadable) as caught:
        marked(bomb, (19, 21))
    assert caught.value.key == "file.too_large"


def test_markup_without_end_is_said() -> None:
    deep = "<w:smartTag>" * 5000 + PLAIN + "</w:smartTag>" * 5000
    with pytest.raises(Unreadable):
        marked(word_file(paragraph(runs=deep)), (0, 1))
