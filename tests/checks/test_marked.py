"""The text with its claims, as every output arranges it; nothing is lost, nothing is put in."""

from __future__ import annotations

from html import escape
from itertools import pairwise, product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from word_files import paragraph, run, word_file

from item6.checks.as_docx import as_docx, own_file
from item6.checks.as_html import as_html
from item6.checks.as_page import as_page
from item6.checks.as_rows import COLUMNS, as_objects
from item6.checks.checking import Checked, check
from item6.checks.claims import VERDICTS, Claim
from item6.checks.marked import Marked, mark, unwrapped
from item6.checks.marks import MARKS
from item6.checks.resolving import About, Context
from item6.checks.verdicts import Verdict
from item6.files.docx import read_docx
from item6.files.docx_making import docx_of
from item6.record.reader import Record

TEXT = "China's UPR\nAt its fourth UPR China accepted 209 of the 428 recommendations.\n\nIt noted 32 and rejected 98."


def marked(text: str, record: Record | None = None) -> Marked:
    return mark("a.txt", text, check(text, record), record, Context())


def claimed(*spans: tuple[int, int], verdict: str = "matches") -> list[Checked]:
    """Claims at these places."""
    return [
        Checked(Claim(start, end, "x", "count", "received", "recommendations", None), About(), Verdict(verdict))
        for start, end in spans
    ]


def test_every_verdict_has_a_mark_and_no_two_look_the_same() -> None:
    assert set(MARKS) == set(VERDICTS)
    assert len({each.sign for each in MARKS.values()}) == len(VERDICTS)
    assert all(each.plain.isascii() for each in MARKS.values())


def test_paragraphs_and_their_notes(record: Record) -> None:
    blocks = list(marked(TEXT, record).blocks())
    assert ["".join(piece.text for piece in block.pieces) for block in blocks] == [
        "China's UPR", "At its fourth UPR China accepted 209 of the 428 recommendations.",
        "It noted 32 and rejected 98.",
    ]  # fmt: skip
    assert [[note.checked.claim.text for note in block.notes] for block in blocks] == [[], ["209", "428"], ["32", "98"]]
    assert [(piece.text, piece.begins) for piece in blocks[1].pieces] == [
        ("At its fourth UPR China accepted ", ()), ("209", (1,)), (" of the ", ()), ("428", (2,)),
        (" recommendations.", ()),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "paragraphs"),
    [
        ("a long line of some forty-eight characters here\ngoes on below", 1),
        ("a long line of some forty-eight characters ends.\nAnother begins", 2),
        ("short\nlines\nare kept apart", 3),
        ("a long line of some forty-eight characters here\n• an item", 2),
        ("a long line of some forty-eight characters here\n\n\nafter", 2),
        ("", 0),
    ],
)
def test_lines_that_go_on_are_one_paragraph(text: str, paragraphs: int) -> None:
    assert len(list(marked(text).blocks())) == paragraphs
    assert len(unwrapped(text)) == len(text)


@settings(deadline=None)
@given(
    st.text("ab .\n•1", max_size=120),
    st.lists(st.tuples(st.integers(0, 119), st.integers(1, 40)), max_size=6),
)
def test_pieces_are_the_text_and_each_claim_begins_once(text: str, places: list[tuple[int, int]]) -> None:
    spans = sorted((at, min(len(text), at + length)) for at, length in places if at < len(text))
    spans = [(start, end) for start, end in spans if start < end and not text[start].isspace()]
    made = mark("", text, claimed(*spans), None, Context())
    blocks = list(made.blocks())
    said = "".join(piece.text for block in blocks for piece in block.pieces)
    assert said.split() == text.split() or "".join(said.split()) == "".join(text.split())
    assert sorted(number for block in blocks for piece in block.pieces for number in piece.begins) == [
        note.number for note in made.notes
    ]
    assert [note.number for block in blocks for note in block.notes] == [note.number for note in made.notes]
    assert all(a.checked.claim.start <= b.checked.claim.start for a, b in pairwise(made.notes))
    assert as_html(made).count('<li id="n') == len(made.notes)
    assert read_docx(as_docx(made)).text.split() == text.split()


def test_what_stands_behind_a_verdict(record: Record) -> None:
    text = "At its first review San Marino received 4 recommendations. At its fourth UPR China accepted 290 of the 428."
    notes = marked(text, record).notes
    own = notes[0].evidence[0]
    assert (own.record, len(own.rows), own.sentence) == (
        record.hash,
        4,
        "San Marino, cycle 1: 4 numbered recommendations.",
    )
    assert all(row.page for row in own.rows)
    published = notes[1].evidence[0]
    assert (published.stage, published.rows) == ("as published", ())
    assert published.documents and published.date
    assert notes[1].basis == "supported, in numbered recommendations, as published: 290"


def test_official_sources_that_disagree_are_both_shown(record: Record) -> None:
    said = product(("first", "second"), ("accepted", "noted", "rejected"), range(12))
    texts = (f"At its {cycle} review San Marino {verb} {count} recommendations." for cycle, verb, count in said)
    found = [note for text in texts for note in marked(text, record).notes if note.sources]
    assert found
    for note in found:
        assert note.checked.verdict.verdict == "sources of record disagree"
        assert len({each.value for each in note.sources}) > 1
        assert all(each.references for each in note.sources)
        page = as_html(Marked("a", "x" * 99, (note,), record.hash, Context()))
        assert all(f"<li>{escape(each.name)}: <b>{each.value}</b></li>" in page for each in note.sources)


def test_the_page_alone_says_all_of_it(record: Record) -> None:
    page = as_html(marked(TEXT, record), "2031-09-30")
    for said in (
        '<mark class="look">209</mark>', "<b>differs</b>", "290, not 209", "290 supported of 428", "as published",
        "Checked on 2031-09-30 against record", record.hash, "item6 explain",
    ):  # fmt: skip
        assert said in page
    assert "<script" not in page and "http://" not in page and "https://" not in page and "url(" not in page


def test_words_of_others_do_nothing_on_the_page() -> None:
    tried = "<script>x</script>\x00\x1b[31m\u202e\ud800\"'&{{ 1 }} 50 recommendations and accepted 60"
    made = mark(tried, f"It received {tried}.", check(f"It received {tried}.", None), None, Context(title=tried))
    page = as_html(made)
    assert len(made.notes) == 2
    assert "<script>" not in page and "&lt;script&gt;" in page
    assert not set("\x00\x1b\u202e\ud800") & set(page)
    page.encode()


def test_a_page_of_a_bounded_number_of_claims(record: Record) -> None:
    page = as_page(marked(f"{TEXT}\n\n" * 20, record), 10)
    assert (page["claims"], page["left"], sum(len(block["notes"]) for block in page["blocks"])) == (80, 70, 10)
    assert [each["numbers"] for each in page["counts"] if each["verdict"] == "differs"] == [[1, 5, 9]]


def test_rows_for_programs(record: Record) -> None:
    first, *_ = as_objects(marked(TEXT, record))
    assert tuple(first) == (*COLUMNS, "nearest", "date", "rows", "sources")
    assert first["why"].endswith(first["nearest"])


def test_comments_stand_at_the_claims_of_the_own_file(record: Record) -> None:
    own = word_file(paragraph(runs=run("At its fourth UPR China accepted 209 of the 428.")))
    text = read_docx(own).text
    made = as_docx(marked(text, record), own_file(own), "2031-09-30T10:00:00Z")
    assert read_docx(made).text == text
    assert own_file(own, "a.html") is None and own_file(b"text") is None


@settings(deadline=None)
@given(st.text(max_size=200))
def test_a_new_word_file_has_every_character_at_its_place(text: str) -> None:
    found = read_docx(docx_of(text)).text
    assert len(found) == len(text)
    plain = [(a, b) for a, b in zip(text, found, strict=True) if a.isprintable() and a.isascii()]
    assert all(a == b for a, b in plain)


def test_time_grows_with_length_alone(record: Record) -> None:
    """Counted in paragraphs and pieces, not in seconds: each is made once."""
    for times in (10, 100):
        made = marked(f"{TEXT}\n\n" * times, record)
        pieces = sum(len(block.pieces) for block in made.blocks())
        assert (len(made.notes), pieces) == (4 * times, 11 * times)
