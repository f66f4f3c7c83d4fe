"""Statements as files: what they say, and what is said of files that say nothing."""

from __future__ import annotations

import bad_files
import pytest
from pdf_files import locked_pdf, scan_pdf, text_pdf
from word_files import paragraph, run, word_file

from item6.checks.checking import check
from item6.checks.reading import LONGEST, text_of
from item6.files.errors import Unreadable

SAID = "Ruritania received 50 recommendations and accepted 60 of them."


def verdicts(text: str) -> list[tuple[str, str]]:
    made = check(text, None)
    assert all(text[each.claim.start : each.claim.end] == each.claim.text for each in made)
    return [(each.claim.printed, each.verdict.verdict) for each in made]


FOUND = [("50", "does not add up"), ("60", "not in the record")]


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (SAID.encode(), "a.txt"),
        (f"# Title\n\n{SAID}\n".encode(), "a.md"),
        (SAID.encode("utf-8-sig"), "a.txt"),
        (SAID.encode("utf-16"), "a.txt"),
        (SAID.replace(" and", "\r\nand").encode(), "a.txt"),
        (f"Caf\u00e9. {SAID}".encode("cp1252"), "a.txt"),
        (f"<!DOCTYPE html><html><head><title>90 recommendations</title></head><p>{SAID}".encode(), ""),
        (f"<div><script>var n = '30 recommendations';</script><p>{SAID}</p></div>".encode(), "a.html"),
        (SAID.replace("50 rec", "<b>50</b>&nbsp;rec").join(["<html><body><p>", "</p>"]).encode(), "a.html"),
        (word_file(paragraph(runs=run(SAID))), "a.docx"),
        (text_pdf([["Ruritania received 50 recommendations and", "accepted 60 of them."]]), "a.pdf"),
    ],
)
def test_every_kind_of_file_says_the_same(data: bytes, name: str) -> None:
    assert verdicts(text_of(data, name)) == FOUND


@pytest.mark.parametrize(
    ("data", "key"),
    [
        (b"", "file.empty"),
        (b" \n ", "file.empty"),
        (b"a" * (LONGEST + 1), "file.huge"),
        (locked_pdf(), "file.encrypted"),
        (scan_pdf(), "file.scan"),
        (bad_files.excel(), "file.other_office"),
        (b"%PDF-1.7\nnothing", "file.damaged"),
        (b"\x00\x01\x02" * 500, "file.unknown"),
    ],
)
def test_files_that_say_nothing(data: bytes, key: str) -> None:
    with pytest.raises(Unreadable) as caught:
        text_of(data, "a.bin")
    assert caught.value.key == key


def test_blocks_of_a_page_are_sentences_of_their_own() -> None:
    text = text_of(b"<html><body><h1>China</h1><ul><li>One</li><li>Two &amp; more<br>Three</li></ul>", "")
    assert text.split("\n\n") == ["China", "One", "Two & more", "Three"]


def test_a_hundred_thousand_words() -> None:
    text = "It accepted 290 of the 428 recommendations. " * (100_000 // 7)
    made = check(text, None)
    assert len(made) == 2 * (100_000 // 7)
