"""Texts of letters: what is understood, what is counted, what a signature is bound to."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from item6.briefings.document import Bullets, Heading, Paragraph, Text
from item6.briefings.texts import blocks, plain, settled
from item6.letters.kinds import Bound
from item6.letters.texts import hash_of, length


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("Words.", (Paragraph((Text("Words."),)),)),
        ("# Head\n\nWords", (Heading("Head", 1), Paragraph((Text("Words"),)))),
        ("## Head\n\n#### Below", (Heading("Head", 1), Heading("Below", 2))),
        ("## Head\n\n# Above", (Heading("Head", 1), Heading("Above", 1))),
        ("a\nb", (Paragraph((Text("a"), Text(" "), Text("b"))),)),
        ("*a* **b**", (Paragraph((Text("a", "emphasis"), Text(" "), Text("b", "strong"))),)),
        ("> said", (Paragraph((Text("said", "quoted"),)),)),
        ("- a\n- b", (Bullets(((Text("a"),), (Text("b"),))),)),
        ("1. a\n2. b", (Bullets(((Text("a"),), (Text("b"),))),)),
        ("[a](https://a.example)", (Paragraph((Text("a"), Text(" (https://a.example)", "quiet"))),)),
        ("a[^x]\n\n[^x]: note", (Paragraph((Text("a¹"),)), Paragraph((Text("¹ "), Text("note")), "small"))),
        ("a[^y]", (Paragraph((Text("a[^y]"),)),)),
        ("<script>x</script>", (Paragraph((Text("<script>x</script>"),)),)),
        ("![a](https://spy.example/x.png)", (Paragraph((Text("!"), Text("a"),
         Text(" (https://spy.example/x.png)", "quiet"))),)),
        ("[a](javascript:alert)", (Paragraph((Text("[a](javascript:alert)"),)),)),
        ("", ()),
    ],
)  # fmt: skip
def test_what_is_understood(text: str, made: object) -> None:
    assert blocks(text) == made


@pytest.mark.parametrize("same", ["a\r\nb", "a  \nb\n\n\n", "a\rb"])
def test_the_same_text_has_the_same_hash(same: str) -> None:
    assert hash_of(same) == hash_of("a\nb")
    assert hash_of(same) != hash_of("a\nc")


def test_accents_have_one_form() -> None:
    assert hash_of("e\u0301") == hash_of("\u00e9")


def test_words_are_counted_by_the_rule() -> None:
    text = "# One two\n\nthree[^1] four\n\n[^1]: five six"
    assert length(text, Bound(4, True, "", "")).over == 2
    assert length(text, Bound(4, False, "", "")).over == 0
    found = length(text)
    assert (found.words, found.notes, found.most, found.over) == (4, 2, None, 0)


@given(st.text())
def test_any_text_is_settled_once(text: str) -> None:
    assert settled(settled(text)) == settled(text)
    assert isinstance(plain(text), str)
