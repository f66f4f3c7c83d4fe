"""The specimen: its documents still hold the traps, the reader finds what was written by hand, make.py repeats it."""

from __future__ import annotations

import io
import re
import subprocess
import sys
import zipfile
from collections.abc import Mapping
from functools import lru_cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import pypdfium2
import pytest
from specimen_files import SPECIMEN, Row, expected

from item6.sources.wg_report import read
from item6.terms.answers import Answer
from item6.terms.documents import Reading
from item6.terms.names import ReviewName, number_key
from item6.terms.recommendations import Recommendation, Text

FIRST, SECOND, DRAFT = "ruritania-2010-report.pdf", "ruritania-2015-report.pdf", "ruritania-2015-draft.docx"
LARGEST = 300_000


@lru_cache
def reading(document: str) -> Reading:
    return read((SPECIMEN / "documents" / document).read_bytes(), document)


@lru_cache
def pages(document: str) -> list[str]:
    """The text of each page as PDFium gives it, with plain line ends and its mark for a hyphen at a line end."""
    with pypdfium2.PdfDocument(SPECIMEN / "documents" / document) as file:
        return [page.get_textpage().get_text_range().replace("\r\n", "\n") for page in file]


def answer_to(answers: tuple[Answer, ...], number: str, part: int) -> Answer:
    """The last answer of the report to a text: of its part, or of its number."""
    found = [a for a in answers if a.target.number == number and a.target.part in (None, part)]
    return found[-1]


def row(document: str, read_: Reading, recommendation: Recommendation, text: Text) -> Row:
    answer = answer_to(read_.answers, recommendation.number, text.part)
    review = read_.document.review
    return {
        "document": document,
        "symbol": read_.document.symbol,
        "state": review and review.state,
        "cycle": review and review.cycle,
        "number": recommendation.number,
        "number_as_printed": recommendation.number_as_printed,
        "kind": recommendation.kind,
        "part": text.part,
        "text": text.words,
        "recommending_states": list(text.states),
        "position": answer.position,
        "normalised": answer.normalised,
        "as_written": answer.as_written,
        "stage": answer.stage,
        "page": text.passage.page,
        "position_document": document,
        "position_page": answer.passage.page,
    }


def rows(document: str) -> list[Row]:
    read_ = reading(document)
    found = [row(document, read_, each, text) for each in read_.recommendations for text in each.texts]
    return in_order(found)


def in_order(found: list[Row]) -> list[Row]:
    return sorted(found, key=lambda each: (number_key(each["number"]), each["part"]))


def compared(each: Row) -> Row:
    """Without the State's words, of which a reader may keep more or less, and the label of a part of the dialogue."""
    left_out = {"as_written"} | ({"number_as_printed"} if each["kind"] == "dialogue" else set())
    return {key: value for key, value in each.items() if key not in left_out}


def differences(found: list[Row], wanted: list[Row]) -> list[str]:
    """One line for each value that is not the expected one, and for each text that one side has alone."""
    ours, theirs = ({f"{each['number']}/{each['part']}": compared(each) for each in side} for side in (found, wanted))
    missing = [f"{name} is missing" for name in theirs if name not in ours]
    added = [f"{name} is found: {ours[name]['text']!r}" for name in ours if name not in theirs]
    return (
        missing
        + added
        + [
            f"{name} {key}: {ours[name][key]!r} is found, not {value!r}"
            for name, wanted_row in theirs.items()
            for key, value in wanted_row.items()
            if name in ours and ours[name][key] != value
        ]
    )


@pytest.mark.parametrize("document", [FIRST, SECOND, DRAFT])
def test_recommendations(document: str) -> None:
    assert differences(rows(document), expected(document, "recommendations")) == []


@pytest.mark.parametrize(
    ("document", "symbol", "review", "session", "draft", "format_"),
    [
        (FIRST, "A/HRC/14/901", ReviewName("XRU", 1), 7, False, "pdf"),
        (SECOND, "A/HRC/29/917", ReviewName("XRU", 2), 21, False, "pdf"),
        (DRAFT, "A/HRC/WG.6/21/L.91", ReviewName("XRU", 2), 21, True, "docx"),
    ],
)
def test_document(document: str, symbol: str, review: ReviewName, session: int, draft: bool, format_: str) -> None:
    found = reading(document).document
    assert (found.file, found.symbol, found.review) == (document, symbol, review)
    assert (found.session, found.draft, found.format, found.family) == (session, draft, format_, "wg_report")


@pytest.mark.parametrize("document", [FIRST, SECOND, DRAFT])
def test_commitments(document: str) -> None:
    found = [{"words": each.words, "page": each.passage.page} for each in reading(document).commitments]
    assert found == [{"words": each["words"], "page": each["page"]} for each in expected(document, "commitments")]


@pytest.mark.parametrize("document", [FIRST, SECOND, DRAFT])
def test_speakers(document: str) -> None:
    found = [{"state": each.state, "page": each.passage.page} for each in reading(document).speakers]
    assert found == expected(document, "speakers")


@pytest.mark.parametrize("document", [FIRST, SECOND, DRAFT])
def test_totals(document: str) -> None:
    found = [{"measure": t.measure, "value": t.value, "page": t.passage.page} for t in reading(document).totals]
    assert found == expected(document, "totals")


@pytest.mark.parametrize("document", [FIRST, SECOND, DRAFT])
def test_issues(document: str) -> None:
    """Every Issue that was foreseen, and no other; each names the words that it is about."""
    found = [(each.key, each.place.number or "", str(each.arguments)) for each in reading(document).issues]
    wanted = [(each["key"], each["number"], each["words"]) for each in expected(document, "issues")]
    assert sorted(each[:2] for each in found) == sorted(each[:2] for each in wanted)
    assert [each for each in wanted if not any(names(one, each) for one in found)] == []


def names(found: tuple[str, str, str], wanted: tuple[str, str, str]) -> bool:
    return found[:2] == wanted[:2] and wanted[2] in found[2]


def test_draft_and_report_hold_the_same_texts() -> None:
    """But for the one that was changed and the one that was dropped, see `draft.py`."""
    aliases = {each["draft"]: each["final"] for each in expected(DRAFT, "aliases")}
    draft = {(aliases[each["number"]], each["part"]): each["text"] for each in rows(DRAFT)}
    final = {(each["number"], each["part"]): each["text"] for each in rows(SECOND)}
    differing = {key for key in draft.keys() | final.keys() if draft.get(key) != final.get(key)}
    assert differing == {("115.25", 1), (None, 1)}


TRAPS = [
    pytest.param(FIRST, 2, r"\nII\. Conclusions and/or recommendations\.{9,}", id="heading-in-the-contents"),
    pytest.param(
        FIRST, 4, r"\n1 The following delegations .*: Morocco, Peru\s+and Viet\s+Nam", id="states-in-footnote"
    ),
    pytest.param(FIRST, 5, r"b\) reviewing [^;]+; and c\)lifting", id="irregular-letters"),
    pytest.param(FIRST, 6, r"ratify \n\(Egypt\)/ratify \([^)]*\) the [^;]*for \n6$", id="page-ends-in-a-shared-tail"),
    pytest.param(FIRST, 7, r"^A/HRC/14/901\nthe Protection", id="header-in-a-shared-tail"),
    pytest.param(FIRST, 7, r"Islamic Republic of\nIran", id="reverse-order-across-lines"),
    pytest.param(FIRST, 7, r"Zenda2\(Congo\)", id="footnote-digit-glued-to-a-bracket"),
    pytest.param(FIRST, 7, r"an awareness[\x02\ufffe-]", id="hyphen-of-a-compound-at-the-line-end"),
    pytest.param(FIRST, 7, r"the imple[\x02\ufffe-]", id="hyphen-in-a-word-at-the-line-end"),
    pytest.param(
        FIRST, 7, r"the reports \n2 The recommendation as read .*\n.*\(Congo\)”\.\n7$", id="footnote-in-an-item"
    ),
    pytest.param(FIRST, 8, r"Nos\. 7,\n10 and 21 in", id="cited-number-at-a-line-start"),
    pytest.param(FIRST, 8, r"\n4 To register", id="number-without-dot"),
    pytest.param(FIRST, 8, r"27 \(b\), 31,\n43 \(a\) and \(c\)", id="cited-paragraph-at-a-line-start"),
    pytest.param(FIRST, 8, r"\(Austria\s+and Hungary\);", id="states-in-a-commitment"),
    pytest.param(SECOND, 3, r"received 40 recommendations, of which 26", id="totals-of-the-review-before"),
    pytest.param(SECOND, 7, r"\n115\.9Continue", id="no-space-after-the-number"),
    pytest.param(SECOND, 7, r"\n115\.14\. \.Inform", id="number-torn-from-its-text"),
    pytest.param(SECOND, 7, r"\n115-15\. Designate", id="wrong-separator"),
    pytest.param(SECOND, 7, r"\n155\.17\. Appoint", id="wrong-main-number"),
    pytest.param(SECOND, 7, r"\n115\.20\.\nGuarantee", id="number-alone-on-its-line"),
    pytest.param(SECOND, 7, r"\(Spain\);115\.23\. Support", id="two-numbers-on-one-line"),
    pytest.param(SECOND, 7, r"\(Canada, \n7$", id="page-ends-in-a-bracket"),
    pytest.param(SECOND, 9, r"\(Burkina Faso\)\. 118\. The", id="next-paragraph-on-the-line-of-an-item"),
    pytest.param(SECOND, 9, r"115\.3,\n115\.31 and 115\.33 above", id="cited-item-at-a-line-start"),
]


@pytest.mark.parametrize(("document", "page", "pattern"), TRAPS)
def test_traps_stand(document: str, page: int, pattern: str) -> None:
    """What only print can show; a change of the texts may move it away."""
    assert re.search(pattern, pages(document)[page - 1])


WORD_TRAPS = [
    pytest.param('<w:ilvl w:val="1"/>', 57, id="automatic-numbers"),
    pytest.param("6.1", 0, id="no-number-in-the-text"),
    pytest.param("<w:noBreakHyphen", 1, id="hyphen-that-does-not-break"),
    pytest.param("\u00a0", 1, id="space-that-does-not-break"),
    pytest.param("<w:tab/>", 1, id="tabulator"),
    pytest.param("<w:br/>", 1, id="line-end-in-a-paragraph"),
    pytest.param("<w:del ", 1, id="words-taken-out-with-changes-tracked"),
    pytest.param("<w:ins ", 1, id="words-put-in-with-changes-tracked"),
]


@pytest.mark.parametrize(("words", "times"), WORD_TRAPS)
def test_word_traps_stand(words: str, times: int) -> None:
    body = members((SPECIMEN / "documents" / DRAFT).read_bytes())["word/document.xml"].decode()
    assert body.partition("Original: English")[2].count(words) == times


def test_readme_names_what_is_there() -> None:
    named = set(re.findall(r"\b(?:6|69|7[12]|11[5-8])\.\d+\b", (SPECIMEN / "README.md").read_text(encoding="utf-8")))
    numbers = {each["number"] for document in (FIRST, SECOND, DRAFT) for each in expected(document, "recommendations")}
    assert len(named) > 60
    assert named - numbers == set()


def test_documents_are_small() -> None:
    sizes = {path.name: path.stat().st_size for path in files(SPECIMEN)}
    assert sizes.keys() >= {FIRST, SECOND, DRAFT}
    assert {name: size for name, size in sizes.items() if size >= LARGEST} == {}


def members(content: bytes) -> Mapping[str, bytes]:
    """Members of a Word file; their compression depends on the machine's zlib."""
    with zipfile.ZipFile(io.BytesIO(content)) as file:
        return {name: file.read(name) for name in file.namelist()}


@pytest.mark.full
def test_make_gives_the_same_files(tmp_path: Path) -> None:
    try:
        installed = version("typst")
    except PackageNotFoundError:
        pytest.fail("the specimen is made with typst, which is not installed: python3 start.py test installs it")
    subprocess.run([sys.executable, SPECIMEN / "make.py", "--into", tmp_path], check=True, timeout=120)
    committed = {path.name: path.read_bytes() for path in files(SPECIMEN)}
    made = {path.name: path.read_bytes() for path in files(tmp_path)}
    differing = {name for name in committed.keys() | made.keys() if not same(name, committed.get(name), made.get(name))}
    assert not differing, f"made with typst {installed}; the committed files: see TYPST in specimen/make.py"


def files(folder: Path) -> list[Path]:
    return [path for name in ("documents", "variants", "expected") for path in (folder / name).iterdir()]


def same(name: str, one: bytes | None, other: bytes | None) -> bool:
    if one is None or other is None:
        return False
    return members(one) == members(other) if name.endswith(".docx") else one == other
