from __future__ import annotations

import csv
import io
from collections import Counter

import pytest

from item6.annotate.crosswalk import KINDS, OHCHR_2, OHCHR_3, OHCHR_4, UPR_INFO, VOCABULARIES, across, find, values_of
from item6.annotate.rules import FOLDER
from item6.terms.labels import ISSUES

ROWS = list(csv.DictReader(io.StringIO((FOLDER / "crosswalk.csv").read_text("utf-8"))))

NOWHERE_AT_OHCHR = {"Human rights violations by state agents"}
"""OHCHR labels what was done, not that agents of the State did it."""


@pytest.mark.parametrize(
    ("value", "source", "target", "expected"),
    [
        ("D23 Death penalty", OHCHR_2, OHCHR_3, [("Death penalty", "exact")]),
        ("Death penalty", OHCHR_4, OHCHR_2, [("D23 Death penalty", "exact")]),
        ("Death penalty", UPR_INFO, OHCHR_4, [("Death penalty", "exact")]),
        ("d23 death PENALTY", OHCHR_2, UPR_INFO, [("Death penalty", "exact")]),
        (
            "A12 Acceptance of international norms",
            OHCHR_2,
            OHCHR_4,
            [("Ratification of & accession to international instruments", "narrower")],
        ),
        (
            "Right to work and to just & favorable conditions of work & labour rights",
            OHCHR_3,
            OHCHR_2,
            [("E31 Right to work", "narrower"), ("E32 Right to just and favourable conditions of work", "narrower")],
        ),
        ("G1 Members of minorities", OHCHR_2, UPR_INFO, [("Minorities", "exact")]),
        ("G1 Members of minorities", OHCHR_2, OHCHR_2, [("G1 Members of minorities", "exact")]),
        ("Trees and rivers", OHCHR_2, OHCHR_3, []),
    ],
)
def test_across(value: str, source: str, target: str, expected: list[tuple[str, str]]) -> None:
    assert [(link.value, link.kind) for link in across(value, source, target)] == expected


def test_a_way_back_turns_the_kind_round() -> None:
    there = across("E51 Right to education - General", OHCHR_2, OHCHR_3)
    assert [(link.value, link.kind) for link in there] == [("Right to education", "broader")]
    back = {link.value: link.kind for link in across("Right to education", OHCHR_3, OHCHR_2)}
    assert back == {
        "E51 Right to education - General": "narrower",
        "E54 technical and vocational education": "narrower",
    }


def test_it_says_where_it_is_lossy() -> None:
    [link] = across("D45 Freedom of association", OHCHR_2, UPR_INFO)
    assert (link.value, link.kind) == ("Freedom of association and peaceful assembly", "broader")
    assert link.lossy == "lost: UPR Info does not tell association from assembly"
    assert link.reason == "UPR Info has association and assembly as one issue"


@pytest.mark.parametrize(("source", "target"), [("ohchr-5", OHCHR_2), (OHCHR_2, "upr")])
def test_an_unknown_vocabulary_is_said(source: str, target: str) -> None:
    with pytest.raises(ValueError, match="is no vocabulary; there are ohchr-2, ohchr-3, ohchr-4, upr-info"):
        across("Death penalty", source, target)


def test_every_link_has_its_reason_and_says_what_is_lost() -> None:
    assert [row for row in ROWS if not row["reason"]] == []
    assert [row for row in ROWS if row["kind"] not in KINDS] == []
    assert [row for row in ROWS if row["kind"] in ("broader", "related") and not row["lossy"]] == []
    assert [row for row in ROWS if {row["from_vocabulary"], row["to_vocabulary"]} - set(VOCABULARIES)] == []
    pairs = Counter((row["from_vocabulary"], row["from"], row["to_vocabulary"], row["to"]) for row in ROWS)
    assert {pair for pair, count in pairs.items() if count > 1} == set()


def test_every_issue_is_linked() -> None:
    assert set(values_of(UPR_INFO)) == set(ISSUES) - NOWHERE_AT_OHCHR


@pytest.mark.parametrize("vocabulary", VOCABULARIES)
def test_values_are_found_as_they_are_written(vocabulary: str) -> None:
    assert len(values_of(vocabulary)) > 40
    assert [value for value in values_of(vocabulary) if find(value, vocabulary) != value] == []


@pytest.mark.full
def test_every_theme_of_the_matrices_is_known(corpus) -> None:
    missing = set()
    for name, vocabulary in (
        ("china_2013", OHCHR_2),
        ("slovenia_2014", OHCHR_2),
        ("china_2018", OHCHR_2),
        ("slovenia_2019", OHCHR_3),
    ):
        with (corpus / "gold" / f"matrix_{name}.csv").open(encoding="utf-8", newline="") as file:
            themes = {theme for row in csv.DictReader(file) for theme in row["themes"].split("|") if theme}
        missing |= {theme for theme in themes if find(theme, vocabulary) is None}
    assert missing == set()
