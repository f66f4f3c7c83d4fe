from __future__ import annotations

import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from item6.pipeline import build, stored_path
from item6.pipeline.pictures import place_of
from item6.record.reader import open_record
from item6.terms.passages import DocxCell, DocxParagraph, Passage, PdfPlace, SheetCell, Span


@pytest.mark.parametrize(
    ("locator", "place"),
    [
        (PdfPlace((Span(14, 0, 9),), "x"), "page 14"),
        (PdfPlace((Span(14, 0, 9), Span(14, 20, 29)), "x"), "page 14"),
        (PdfPlace((Span(14, 0, 9), Span(15, 0, 9)), "x"), "pages 14 and 15"),
        (PdfPlace((Span(9, 0, 9), Span(15, 0, 9), Span(10, 0, 9)), "x"), "pages 9, 10 and 15"),
        (DocxParagraph(120, 120, 0, 9), "paragraph 120 of the Word file"),
        (DocxParagraph(120, 123, 0, 9), "paragraphs 120 and 123 of the Word file"),
        (DocxCell(1, 2, 3), "table 1, row 2, cell 3"),
        (SheetCell(2, 3), "place without page"),
    ],
)
def test_places_in_words(locator: object, place: str) -> None:
    assert place_of(Passage(None, "0" * 64, locator, "words")) == place  # type: ignore[arg-type]  # one of a union


def test_the_words_and_where_they_stand(run: Callable, specimen_home: Path) -> None:
    said = run("--home", specimen_home, "passage", "XRU-2#115.1/1")
    lines = said.out.splitlines()
    assert (said.code, lines[0]) == (0, "XRU-2#115.1/1")
    assert lines[1].startswith("  │ Ratify the Optional Protocol")
    assert lines[-1] == "  A/HRC/29/917, page 6, ruritania-2015-report.pdf"
    assert said.err == (f"a picture of the place: item6 --home {specimen_home} passage 'XRU-2#115.1/1' -o place.png\n")


def test_the_place_as_a_picture(run: Callable, specimen_home: Path, tmp_path: Path) -> None:
    target = tmp_path / "the place.png"
    said = run("--home", specimen_home, "passage", "Ruritania 2015#115.1", "-o", target)
    assert (said.code, said.err) == (0, f"{target}: the place on the page, as a picture\n")
    with Image.open(io.BytesIO(target.read_bytes())) as picture:
        assert picture.format == "PNG"
        assert picture.width > 1000
        colours = picture.convert("RGB").getcolors(maxcolors=1 << 24) or []
    yellow = sum(count for count, (red, _, blue) in colours if red > 240 and blue < 200)
    assert yellow > 1000
    assert list(tmp_path.iterdir()) == [target]


def test_a_passage_as_json(run: Callable, specimen_home: Path) -> None:
    whole = json.loads(run("--home", specimen_home, "passage", "XRU-2#115.1/1", "--format", "json").out)
    assert list(whole) == ["name", "words", "symbol", "document", "sha256", "page", "locator"]
    assert (whole["symbol"], whole["document"], whole["page"]) == ("A/HRC/29/917", "ruritania-2015-report.pdf", 6)
    assert whole["locator"]["pdf"]["spans"][0][0] == 6


def test_a_word_file_has_no_pages(run: Callable, specimen: Path, tmp_path: Path) -> None:
    home = tmp_path / "home"
    build(home, [specimen / "ruritania-2015-draft.docx"])
    with open_record(home) as record:
        name = record.recommendations(record.reviews()[0].name)[0].name
    words = run("--home", home, "passage", name)
    assert words.code == 0
    assert " of the Word file, ruritania-2015-draft.docx" in words.out
    said = run("--home", home, "passage", name, "-o", tmp_path / "place.png")
    assert said.code == 2
    assert said.err.startswith("ruritania-2015-draft.docx: a Word file has no fixed pages to draw: look for paragraph")
    assert not (tmp_path / "place.png").exists()


def test_a_lost_document_is_said(run: Callable, own_specimen_home: Path, tmp_path: Path) -> None:
    with open_record(own_specimen_home) as record:
        copies = [stored_path(own_specimen_home, each) for each in record.documents()]
    for copy in copies:
        copy.unlink()
    said = run("--home", own_specimen_home, "passage", "XRU-2#115.1", "-o", tmp_path / "place.png")
    assert said.code == 1
    assert said.err.endswith(": the copy of ruritania-2015-report.pdf is lost or changed: build again\n")


@pytest.mark.parametrize(
    ("asked", "code", "said"),
    [
        ("SMR-2#6.2", 0, "SMR-2#6.2: this is SMR-2#5.1 in A/HRC/99/4\n"),
        ("SMR-2#6.3/1", 0, "SMR-2#6.3/1: this is SMR-2#5.2/1 in A/HRC/99/4\n"),
        ("SMR-2#6.1", 2, "6.1 of the draft is not in the report of SMR-2: see what became of the others with: "
                         "item6 reconcile SMR-2 --notes\n"),
    ],
)  # fmt: skip
def test_numbers_of_the_draft(
    run: Callable, answered_home: Path, tmp_path: Path, asked: str, code: int, said: str
) -> None:
    found = run("--home", answered_home, "passage", asked, "--format", "json", "-o", tmp_path / "found.json")
    assert (found.code, found.err) == (code, said)
