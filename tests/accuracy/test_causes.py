"""Errors meet their causes; what falls into the third set aside; when a split is proved."""

from __future__ import annotations

from pathlib import Path

import pytest
from accuracy import with_measured
from accuracy_causes import ANSWER, EXPORT, READ, WORDS, Cause, Remaining, explain, holds, in_one_piece, load, save
from accuracy_scores import is_set_aside

from item6.terms.passages import Passage, PdfPlace, Span
from item6.terms.recommendations import Text


@pytest.mark.parametrize(
    ("document", "aside"),
    [
        ("slovenia2014.pdf", True),
        ("Slovenia2014", True),
        ("slovenia2010.pdf", False),
        ("china2013.pdf", False),
        ("yemen2014.pdf", True),
    ],
)
def test_the_third_set_aside_never_changes(document: str, aside: bool) -> None:
    assert is_set_aside(document) == aside


def cause(side: str, *, key: str = "a1", number: str = "7.1", state: str = "FRA", note: str = "") -> Cause:
    return Cause("ruritania2031", side, state, key, number, "reader", "looked at", note)


def error(side: str, *, key: str = "a1", number: str = "7.1", state: str = "FRA") -> Remaining:
    return Remaining("ruritania2031", side, state, key, number)


@pytest.mark.parametrize(
    ("left", "known", "unexplained", "stale"),
    [
        pytest.param([], [], 0, 0, id="nothing"),
        pytest.param([error(READ)], [cause(READ)], 0, 0, id="the same"),
        pytest.param([error(READ)], [], 1, 0, id="no cause"),
        pytest.param([], [cause(READ)], 0, 1, id="error gone"),
        pytest.param([error(READ)], [cause(EXPORT)], 1, 1, id="another side"),
        pytest.param([error(READ)], [cause(READ, key="b2")], 1, 1, id="another text"),
        pytest.param([error(READ)], [cause(READ, state="ITA")], 1, 1, id="another State"),
        pytest.param([error(READ)], [cause(READ, number="7.2")], 1, 1, id="another number"),
        pytest.param([error(EXPORT, number="")], [cause(EXPORT)], 0, 0, id="the export knows no numbers"),
        pytest.param([error(ANSWER, state="")], [cause(ANSWER, state="", number="7.2")], 1, 1, id="another paragraph"),
        pytest.param([error(READ), error(READ)], [cause(READ)], 0, 0, id="twice the same"),
    ],
)
def test_errors_and_causes(left: list[Remaining], known: list[Cause], unexplained: int, stale: int) -> None:
    found = explain(left, known, set())
    assert (len(found.unexplained), len(found.stale)) == (unexplained, stale)


@pytest.mark.parametrize(
    ("texts", "words", "stale"),
    [
        ({("ruritania2031", "7.1", "a1")}, 1, 0),
        ({("ruritania2031", "7.2", "a1")}, 0, 1),
        (set(), 0, 1),
    ],
)
def test_wrong_words_are_known_while_they_are_read(texts: set[tuple[str, str, str]], words: int, stale: int) -> None:
    found = explain([], [cause(WORDS)], texts)
    assert (len(found.words), len(found.stale)) == (words, stale)


@pytest.mark.parametrize(
    ("whole", "part", "held"),
    [
        ("sign and ratify the lighthouse treaty and the harbour treaty", "ratify the harbour treaty", True),
        ("sign and ratify the lighthouse treaty and the harbour treaty", "sign and ratify the treaty", True),
        ("sign and ratify the lighthouse treaty", "treaty lighthouse the ratify", False),
        ("sign and ratify the lighthouse treaty", "paint all lighthouses", False),
        ("sign and ratify the lighthouse treaty", "treaty", False),
    ],
)
def test_holds(whole: str, part: str, held: bool) -> None:
    assert holds(whole.split(), part.split()) == held


@pytest.mark.parametrize(
    ("words", "pages", "one"),
    [
        ("Paint the lighthouse and report on it", (4,), True),
        ("Paint the lighthouse and report on it", (4, 5), True),
        ("Paint the lighthouse and report on it", (4, 4), False),
        ("Paint the lighthouse (Borduria); report on it", (4,), False),
        ("Paint the lighthouse; 7.12. Report on it", (4,), False),
        ("Paint the lighthouse (No. 12) and report on it", (4,), True),
    ],
)
def test_in_one_piece(words: str, pages: tuple[int, ...], one: bool) -> None:
    place = PdfPlace(tuple(Span(page, 10 * at, 10 * at + 5) for at, page in enumerate(pages)), "pdfium 1")
    text = Text(1, words, ("FRA",), ("France",), Passage("A/HRC/99/9", "0" * 64, place, words))
    assert in_one_piece(text) == one


def test_table_of_causes_survives_a_round(tmp_path: Path) -> None:
    causes = [cause(READ, note="a comma, and a “quote”"), cause(EXPORT)]
    save(tmp_path / "causes.csv", causes)
    assert load(tmp_path / "causes.csv") == sorted(causes)


def test_a_cause_without_meaning_is_refused(tmp_path: Path) -> None:
    save(tmp_path / "causes.csv", [Cause("ruritania2031", READ, "FRA", "a1", "7.1", "bad luck", "looked at", "")])
    with pytest.raises(ValueError, match=r"causes\.csv: unknown causes: bad luck"):
        load(tmp_path / "causes.csv")


def test_only_what_stands_between_the_marks_is_replaced() -> None:
    document = "before\n\n<!-- measured -->\n\nold\n\n<!-- end of measured -->\n\nafter\n"
    expected = "before\n\n<!-- measured -->\n\nnew\n\n<!-- end of measured -->\n\nafter\n"
    assert with_measured(document, "new") == expected
    assert with_measured(expected, "new") == expected
