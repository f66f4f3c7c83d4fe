from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from item6.terms.issue_catalogue import CATALOGUE
from item6.terms.issues import SEVERITIES, Place, issue
from item6.terms.passages import (
    DocxCell,
    DocxParagraph,
    JsonPlace,
    Locator,
    Passage,
    PdfPlace,
    SheetCell,
    Span,
    locator_from_json,
    locator_to_json,
)
from item6.terms.recommendations import fingerprint

COUNT = st.integers(0, 10_000)
LOCATOR = st.one_of(
    st.builds(PdfPlace, st.lists(st.builds(Span, COUNT, COUNT, COUNT), min_size=1, max_size=4).map(tuple), st.text()),
    st.builds(DocxParagraph, COUNT, COUNT, COUNT, st.none() | COUNT),
    st.builds(DocxCell, COUNT, COUNT, COUNT),
    st.builds(SheetCell, COUNT, COUNT),
    st.builds(JsonPlace, st.text()),
)


@given(LOCATOR)
def test_locators_come_back_from_json(locator: Locator) -> None:
    assert locator_from_json(json.loads(json.dumps(locator_to_json(locator)))) == locator


@pytest.mark.parametrize(
    ("locator", "page"),
    [
        (PdfPlace((Span(7, 10, 20), Span(8, 0, 5)), "pdfium 1"), 7),
        (DocxParagraph(3, 3), None),
        (SheetCell(2, 1), None),
    ],
)
def test_page_of_a_passage(locator: Locator, page: int | None) -> None:
    assert Passage(None, "00", locator, "words").page == page


@pytest.mark.parametrize("value", [{}, {"page": 3}, {"docx": {"table": 1}}, {"sheet": [1, 2]}])
def test_no_locator_of_a_known_kind(value: dict[str, object]) -> None:
    with pytest.raises(ValueError, match="no locator of a known kind"):
        locator_from_json(value)


@pytest.mark.parametrize(
    "same",
    [
        "ratify the optional protocol",
        "Ratify  the\nOptional Protocol;",
        "RATIFY, the \u201cOptional\u201d Protocol.",
    ],
)
def test_fingerprint_stays_when_only_the_setting_changes(same: str) -> None:
    assert fingerprint(same) == fingerprint("Ratify the Optional Protocol")


@pytest.mark.parametrize(
    "other", ["Ratify the Protocol", "Ratify Optional the Protocol", "Ratifythe Optional Protocol", ""]
)
def test_fingerprint_changes_with_the_words(other: str) -> None:
    assert fingerprint(other) != fingerprint("Ratify the Optional Protocol")


@given(st.text(), st.sampled_from([str.upper, str.casefold, str.strip, lambda words: f"({words});"]))
def test_fingerprints_are_twelve_digits_whatever_the_words(words: str, setting: object) -> None:
    assert callable(setting)
    printed = fingerprint(words)
    assert (len(printed), int(printed, 16) >= 0) == (12, True)
    ascii_words = words.encode("ascii", "ignore").decode()
    assert fingerprint(setting(ascii_words)) == fingerprint(ascii_words)


ARGUMENTS = st.dictionaries(
    st.sampled_from(["what", "why", "limit", "language"]), st.text() | st.integers(), max_size=4
)


@given(st.sampled_from(sorted(CATALOGUE)), ARGUMENTS, st.text())
def test_issues_do_not_depend_on_the_order_of_arguments(key: str, arguments: dict[str, object], file: str) -> None:
    one = issue(key, Place(file), arguments)
    other = issue(key, Place(file), dict(reversed(arguments.items())))
    assert one == other
    assert dict(one.arguments) == {name: str(value) for name, value in arguments.items()}
    assert (one.code, one.severity) == (CATALOGUE[key].code, CATALOGUE[key].severity)


def test_issue_sentences_are_filled() -> None:
    cut = issue("file.damaged", Place("ruritania.pdf"), {"why": "it ends on page 3"})
    assert cut.message == "the file is cut off or damaged: it ends on page 3"
    assert cut.hint == "download it again"


def test_unknown_issue_is_an_error() -> None:
    with pytest.raises(KeyError):
        issue("file.nowhere", Place("ruritania.pdf"))


def test_codes_and_severities_of_the_catalogue() -> None:
    codes = [kind.code for kind in CATALOGUE.values()]
    assert len(codes) == len(set(codes))
    assert {kind.severity for kind in CATALOGUE.values()} <= set(SEVERITIES)
