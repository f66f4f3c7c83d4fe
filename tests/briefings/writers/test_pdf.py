from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest
from gallery import HOSTILE, LONG_NAME, SCRIPTS
from PIL import Image, ImageChops, ImageStat
from read_back import pages, squeezed, tags

from item6.briefings.document import Column, Document, Heading, Paragraph, Space, Table, Text
from item6.briefings.writers import WriterMissing, fonts
from item6.briefings.writers.laid import widths
from item6.briefings.writers.machine import NAME
from item6.briefings.writers.pdf import remarks, written
from item6.files.pdf import attachment


@pytest.fixture(scope="module")
def plain(document: Document) -> Document:
    """The document without letters that no system need have a font for."""
    odd = {SCRIPTS["Chinese"], SCRIPTS["Arabic"]}
    kept = (block for block in document.blocks if not any(each in repr(block) for each in odd))
    return replace(document, blocks=tuple(kept))


@pytest.fixture(scope="module")
def pdf(plain: Document) -> bytes:
    return written(plain)


def test_words_and_numbers(pdf: bytes) -> None:
    words = squeezed(" ".join(pages(pdf)))
    expected = [
        "Ruritania: every block that a briefing is made of, under a title that is long enough for two lines",
        "Ruritania received 561 recommendations and supported 442, that is 78.6 %2.",
        "Table 1. How the recommendations stand Position Numbers Share supported 44 78.6 % in_part 1 1.8 %",
        "Numbered recommendations, after the addendum.",
        "Chart 1. More was supported than noted",
        f"115.1 Ratify the protocol on the lime trees of the capital, and report on it every second year ({LONG_NAME})",
        SCRIPTS["Cyrillic"],
        SCRIPTS["accented"],
        "Unless a note says otherwise: numbered recommendations, Ruritania, cycle 2, after the addendum, counted by",
        "2 Supported. What enjoys the support of the State under review as a whole",
        "44 = supported@1; 78.6 % = supported_share@1; 11 = noted@1?unit=numbers&stage=addendum&as_of=&scope=",
        *HOSTILE,
    ]
    assert [each for each in expected if squeezed(each) not in words] == []


def test_every_page_says_where_it_belongs(pdf: bytes, plain: Document) -> None:
    found = pages(pdf)
    assert [f"{at}of{len(found)}" in squeezed(page) for at, page in enumerate(found, 1)] == [True] * len(found)
    assert [squeezed(f"XRU-2 · record {plain.record[:12]}") in squeezed(page) for page in found] == [True] * len(found)


def test_it_is_tagged(pdf: bytes) -> None:
    found = tags(pdf)
    kinds = Counter(kind for kind, _ in found)
    assert (kinds["Table"], kinds["TH"]) >= (3, 9)
    assert {"H1", "H2", "P", "L", "LI", "TR", "TD", "Figure", "Caption", "Link"} <= set(kinds)
    assert [words for kind, words in found if kind == "Figure"] == [
        "More was supported than noted. A bar of 44 supported, one of 11 noted."
    ]
    assert b"pdfuaid" in pdf


def test_what_it_says_of_itself(pdf: bytes, plain: Document) -> None:
    about = pypdfium2.PdfDocument(pdf).get_metadata_dict()
    assert (about["Title"], about["CreationDate"]) == (plain.title, "")
    assert b"/Lang(en)" in pdf


def test_the_same_document_gives_the_same_bytes(plain: Document, pdf: bytes) -> None:
    assert written(plain) == pdf


def test_it_carries_its_figures(pdf: bytes, plain: Document) -> None:
    listed = attachment(pdf, NAME)
    assert listed is not None
    assert json.loads(listed)["record"] == plain.record
    assert attachment(pdf, "other.json") is None


def test_links_lead_to_notes(pdf: bytes) -> None:
    assert pdf.count(b"/Subtype/Link") == 8


def test_a_bound_on_its_pages_is_kept_by_smaller_letters(plain: Document) -> None:
    blocks = (Paragraph((Text("A line of words that goes on for a while. " * 150),)), Space("Since then?", 5))
    whole = replace(plain, blocks=blocks, sources=())
    assert len(pages(written(whole))) == 2
    assert len(pages(written(replace(whole, pages=1)))) == 1


def test_notes_stand_on_the_page_of_a_short_text(plain: Document) -> None:
    short = replace(plain, blocks=plain.blocks[:1], pages=1)
    assert ["Notes" in page for page in pages(written(short))] == [True]


def test_other_scripts(document: Document) -> None:
    """Their letters are in the file as text, or a sentence says what to install."""
    text = squeezed(" ".join(pages(written(document))))
    lacking = {each.name for each in fonts.chosen(repr(document.blocks)).missing}
    assert ("建议鲁里坦尼亚批准该公约" in text) == ("Chinese" not in lacking)
    assert len(remarks(document)) == len(lacking)


def test_a_script_without_font(document: Document, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fonts, "_of_system", frozenset)
    made = written(document)
    assert (b"pdfuaid" in made, len(tags(made)) > 50) == (False, True)
    assert remarks(document) == (
        "no font of this system has Arabic letters, and the PDF shows boxes for them: install fonts-noto-core "
        "(Debian, Ubuntu) or a font such as Noto Naskh Arabic",
        "no font of this system has Chinese letters, and the PDF shows boxes for them: install fonts-noto-cjk "
        "(Debian, Ubuntu) or a font such as Noto Serif CJK SC",
    )


def test_without_typst(plain: Document, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    with pytest.raises(WriterMissing, match=r"a PDF needs typst, which is not installed: run python3 start\.py setup"):
        written(plain)


def test_no_heading_stands_alone_at_the_end_of_a_page(plain: Document) -> None:
    def blocks() -> Iterator[Heading | Paragraph]:
        for at in range(60):
            yield Heading(f"Heading {at}")
            yield Paragraph((Text("Words under it. " * (10 + at)),))

    made = pages(written(replace(plain, blocks=tuple(blocks()), sources=())))
    last = [[line for line in page.splitlines() if line.strip()][-3] for page in made]
    assert [line for line in last if line.startswith("Heading")] == []


@pytest.mark.full
def test_pages_look_as_they_did(pdf: bytes) -> None:
    """The first page against the picture that somebody looked at, with room for other versions of fonts."""
    shown = pypdfium2.PdfDocument(pdf)[0].render(scale=0.75).to_pil().convert("L")
    kept = Image.open(Path(__file__).with_name("first-page.png")).convert("L")
    assert shown.size == kept.size
    assert ImageStat.Stat(ImageChops.difference(shown, kept)).mean[0] < 4


def test_a_short_document_saves_a_page_with_smaller_letters(plain: Document) -> None:
    blocks = (Paragraph((Text("A line of words that goes on for a while. " * 108),)), Space("Since then?", 5))
    whole = replace(plain, blocks=blocks, sources=())
    assert len(pages(written(whole))) == 2
    assert len(pages(written(replace(whole, pages=2)))) == 1
    assert len(pages(written(replace(whole, pages=8)))) == 1


def test_a_longer_document_saves_a_page_with_letters_one_size_smaller(plain: Document) -> None:
    blocks = (Paragraph((Text("A line of words that goes on for a while. " * 122),)), Space("Since then?", 5))
    whole = replace(plain, blocks=blocks, sources=())
    assert [len(pages(written(replace(whole, pages=most)))) for most in (0, 2, 8)] == [2, 1, 2]


@pytest.mark.parametrize(
    ("columns", "expected"),
    [
        ((Column("A"), Column("B", True)), [83.0, 83.0]),
        ((Column("A", width=3), Column("Recommendations", True)), [124.5, 41.5]),
        ((Column("A", width=9), Column("Recommendations", True)), [135.6, 30.4]),
        ((Column("A", width=0), Column("B", width=0)), [83.0, 83.0]),
        (tuple(Column("Recommendations") for _ in range(8)), [20.75] * 8),
    ],
)
def test_columns_have_room_for_their_titles(columns: tuple[Column, ...], expected: list[float]) -> None:
    assert [round(each, 2) for each in widths(Table("", columns, ()))] == expected
