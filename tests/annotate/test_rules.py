from __future__ import annotations

import pytest

from item6.annotate import named_in
from item6.annotate.rules import BODY, GROUP, NAMED_KINDS, TREATY, Rules, rules
from item6.annotate.words import words_of
from item6.terms.labels import ISSUES


def keys(text: str, kind: str) -> list[str]:
    return [each.key for each in named_in(text) if each.kind == kind]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ratify the ICCPR", ["ICCPR"]),
        ("Ratify the ICESCR", ["ICESCR"]),
        ("Ratify the International Covenant on Civil and Political Rights", ["ICCPR"]),
        ("Ratify the International Covenant on Economic, Social and Cultural Rights", ["ICESCR"]),
        ("Ratify the Second Optional Protocol to the ICCPR", ["ICCPR-OP2"]),
        ("Ratify the 2nd Optional Protocol to the International Covenant on Civil and Political Rights", ["ICCPR-OP2"]),
        ("Ratify ICCPR-OP 2", ["ICCPR-OP2"]),
        ("Ratify the Optional Protocol to the ICESCR", ["ICESCR-OP"]),
        (
            "Ratify the Optional Protocol to the International Covenant on Economic, Social and Cultural Rights",
            ["ICESCR-OP"],
        ),
        (
            "Accede to the first Optional Protocol to the International Covenant on Civil and Political Rights",
            ["ICCPR-OP1"],
        ),
        ("Ratify CAT", ["CAT"]),
        ("Ratify OP-CAT", ["OP-CAT"]),
        ("Ratify the OPCAT and CAT", ["OP-CAT", "CAT"]),
        ("Ratify the Optional Protocol to the Convention against Torture", ["OP-CAT"]),
        ("Act as the Committee against Torture asked", []),
        ("Ratify CEDAW and its Optional Protocol", ["CEDAW"]),
        ("Ratify OP-CEDAW", ["CEDAW-OP"]),
        ("Sign the Convention on the Rights of Persons with Disabilities", ["CRPD"]),
        ("Sign the Optional Protocol to the Convention on the Rights of Persons with Disabilities", ["CRPD-OP"]),
        ("Withdraw the reservations to the Convention on the Rights of the Child", ["CRC"]),
        ("Ratify OP-CRC-IC and OP-CRC-SC", ["CRC-OP-IC", "CRC-OP-SC"]),
        ("Ratify the ICRMW, the CED and the Rome Statute", ["ICRMW", "CPED", "Rome Statute"]),
        ("Ratify ILO Convention No. 169", ["ILO Conventions", "ILO 169"]),
        ("Plant more trees", []),
    ],
)
def test_treaties(text: str, expected: list[str]) -> None:
    assert keys(text, TREATY) == expected


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        ("Answer the Committee against Torture", BODY, ["CAT Committee"]),
        ("Invite the Special Rapporteur on forests", BODY, ["Special procedures"]),
        ("Work with OHCHR", BODY, ["OHCHR"]),
        ("Let the Ombudsman visit", BODY, ["NHRI"]),
        ("Teach girls to sail", GROUP, ["Children", "Women"]),
        ("Count the Roma families of the valley", GROUP, ["Minorities"]),
        ("Protect those who seek asylum", GROUP, ["Refugees and asylum-seekers"]),
        ("Plant more trees", GROUP, []),
    ],
)
def test_bodies_and_groups(text: str, kind: str, expected: list[str]) -> None:
    assert keys(text, kind) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Stop executions", {"Death penalty"}),
        ("Investigate extrajudicial executions", {"Extrajudicial executions"}),
        ("Improve social security", set()),
        ("Build no more prisons", {"Detention"}),
        ("Change the law on sexual orientation and gender identity", {"Sexual Orientation and Gender Identity"}),
        ("Teach gender equality", {"Women's rights"}),
        ("Fight drug trafficking", set()),
        ("Fight human trafficking", {"Trafficking"}),
        ("Hold the General Assembly", set()),
        ("Allow peaceful assembly", {"Freedom of association and peaceful assembly"}),
    ],
)
def test_rules_alone(text: str, expected: set[str]) -> None:
    assert rules().read(words_of(text)).issues == expected


def test_an_exclusion_covers_only_what_lies_in_it() -> None:
    own = Rules([{"name": "Trees", "patterns": ["oak"], "exclusions": ["poison oak"], "hints": ["leaf"]}], [])
    assert own.read(words_of("an oak")).issues == {"Trees"}
    assert own.read(words_of("poison oak")).issues == set()
    assert own.read(words_of("poison oak and oak")).issues == {"Trees"}
    assert own.read(words_of("a leaf")).issues == set()
    assert [sign.strong for sign in own.read(words_of("a leaf")).met] == [False]


def test_the_rules_know_every_issue_and_nothing_else() -> None:
    assert sorted(rules().issues) == sorted(ISSUES)
    assert {entry["kind"] for entry in rules().named.values()} == set(NAMED_KINDS)
    assert {issue for entry in rules().named.values() for issue in entry["issues"]} - set(ISSUES) == set()
    assert [name for name, says in rules().says.items() if says.endswith(" ")] == []
