from __future__ import annotations

import re

import pytest

from item6.annotate import suggest
from item6.annotate.crosswalk import OHCHR_3, values_of
from item6.annotate.rules import rules, table
from item6.terms.labels import ISSUES


@pytest.mark.parametrize(
    ("text", "themes", "persons", "sdgs"),
    [
        ("Abolish the death penalty", ["Death penalty"], ["Persons deprived of their liberty & detainees"], ["16"]),
        (
            "Ratify the Convention on the Rights of Persons with Disabilities",
            ["Persons with disabilities: definition, general principles", "Acceptance of international norms"],
            ["persons with disabilities"],
            ["10", "16"],
        ),
        (
            "Bring water to the poorest villages",
            ["Human Rights & drinking water & sanitation"],
            ["persons living in poverty"],
            ["6"],
        ),
        ("Improve social security", ["Right to social security"], [], ["1"]),
        ("", [], [], []),
    ],
)
def test_suggestions(text: str, themes: list[str], persons: list[str], sdgs: list[str]) -> None:
    found = suggest(text)
    assert [[each.label for each in part] for part in (found.themes, found.persons, found.sdgs)] == [
        themes,
        persons,
        sdgs,
    ]


def test_issues_that_are_known_count_instead_of_our_own() -> None:
    assert [each.label for each in suggest("Do it", ["Death penalty"]).themes] == ["Death penalty"]
    assert suggest("Do it", []).themes == ()


def test_an_exclusion_keeps_words_out() -> None:
    named = [each.label for each in suggest("Train law enforcement officers", []).themes]
    assert "Constitutional & legislative framework" not in named
    assert "Constitutional & legislative framework" in [each.label for each in suggest("Change the law", []).themes]


def test_the_file_names_what_there_is() -> None:
    known = table("suggested.toml")
    assert set(known) == {"theme", "person", "sdg"}
    assert {entry["name"] for entry in known["theme"]} - set(values_of(OHCHR_3)) == set()
    entries = [entry for kind in known.values() for entry in kind]
    assert {issue for entry in entries for issue in entry.get("issues", ())} - set(ISSUES) == set()
    assert {key for entry in entries for key in entry.get("named", ())} - set(rules().named) == set()
    assert [entry["name"] for entry in known["sdg"] if not re.fullmatch(r"1?\d", entry["name"])] == []
