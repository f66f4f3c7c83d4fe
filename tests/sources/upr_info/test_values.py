"""Cells of the export: columns in any order, values in every form that was met."""

from __future__ import annotations

import pytest

from item6.sources.upr_info import looks_like_export
from item6.sources.upr_info.columns import find_columns
from item6.sources.upr_info.decoding import plausible
from item6.sources.upr_info.values import action_of, is_nobody, issues_of, response_of, session_of, shown

USUAL = "To,To-Rgrp,To-Org,Text,From,From-Rgrp,From-Org,Response,Action,Issue,Session"
UHRI = "Text,Countries Concerned,Reccomending Body,Themes,UPR Reccomending States,UPR Position,Type,UPR Session"


@pytest.mark.parametrize(
    ("heading", "expected"),
    [
        (USUAL, True),
        ("Session,Issue,Action,Response,From,Text,To", True),
        ("to, TEXT ,from", True),
        ("To,Text,Response", True),
        ("State under Review,Recommendation,Recommending State,Response", True),
        ("To,Text", False),
        ("To,From,Response", False),
        ("Text,From,Response", False),
        ("To-Rgrp,Text,From", False),
        (UHRI, False),
        ("Recommendation,Position,Full list of themes", False),
        ("", False),
    ],
)
def test_headings(heading: str, expected: bool) -> None:
    assert looks_like_export(heading.split(",")) == expected


def test_columns() -> None:
    assert find_columns(USUAL.split(",")) == {
        "To": 0, "Text": 3, "From": 4, "Response": 7, "Action": 8, "Issue": 9, "Session": 10,
    }  # fmt: skip
    assert find_columns(["Text", "To", "Text"]) == {"Text": 0, "To": 1}


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("&#40;Unknown&#41;", "(Unknown)"),
        ("&amp;#40;Unknown&amp;#41;", "(Unknown)"),
        ("Bosnia &amp; Herzegovina", "Bosnia & Herzegovina"),
        ("Trinidad & Tobago", "Trinidad & Tobago"),
        (" two\r\nlines ", "two lines"),
        ("", ""),
    ],
)
def test_shown(cell: str, expected: str) -> None:
    assert shown(cell) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [("(Unknown)", True), ("unknown", True), ("", True), ("-", True), ("Chile", False), ("Atlantis", False)],
)
def test_nobody(name: str, expected: bool) -> None:
    assert is_nobody(name) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Accepted", "Accepted"),
        ("NOTED", "Noted"),
        ("no  response", "No Response"),
        ("General Response", "General Response"),
        ("voluntary pledge", "Voluntary Pledge"),
        ("Accepted in part", "Accepted in part"),
        ("", ""),
    ],
)
def test_responses(words: str, expected: str) -> None:
    assert response_of(words) == expected


@pytest.mark.parametrize(
    ("words", "session", "action"),
    [
        ("4", 4, 4),
        ("12", 12, None),
        ("Session 12", 12, None),
        ("5 - Specific action", 5, 5),
        ("0", None, None),
        ("100", None, None),
        ("4.5", None, None),
        ("4-5", None, None),
        ("12345678901234567890", None, None),
        ("four", None, None),
        ("", None, None),
    ],
)
def test_numbers(words: str, session: int | None, action: int | None) -> None:
    assert (session_of(words), action_of(words)) == (session, action)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Justice", ("Justice",)),
        ("Justice,Torture and other CID treatment", ("Justice", "Torture and other CID treatment")),
        ("Justice; HIV - Aids | Labour", ("Justice", "HIV - Aids", "Labour")),
        ("Justice\nLabour\nJustice", ("Justice", "Labour")),
        (" , ", ()),
        ("", ()),
    ],
)
def test_issues(words: str, expected: tuple[str, ...]) -> None:
    assert issues_of(words) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("plain", 0),
        ("people’s “rights” – café", 9),
        ("peopleÕs ÒrightsÓ Ð cafŽ", 2),
        ("people’s", 2),
        ("peopleís", 1),
        ("caf\x8e", 0),
        ("é", 0),
        ("Élan", 1),
        ("", 0),
    ],
)
def test_plausible(text: str, expected: int) -> None:
    assert plausible(text) == expected
