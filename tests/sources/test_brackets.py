from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from item6.sources.brackets import Group, find_groups
from item6.terms.states import STATES


def found(text: str, *exclude: str) -> list[tuple[str, str]]:
    """What is printed of each group, and its States."""
    groups = find_groups(text, 0, len(text), frozenset(exclude))
    return [(text[group.start : group.end], " ".join(group.states)) for group in groups]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # one bracket
        ("Build a school (Chile);", [("(Chile)", "CHL")]),
        ("Build a school(Chile)", [("(Chile)", "CHL")]),
        ("Build a school ( Chile )", [("( Chile )", "CHL")]),
        ("Build a school (Spain, Tunisia, Portugal).", [("(Spain, Tunisia, Portugal)", "ESP TUN PRT")]),
        ("Build a school (Spain and Tunisia)", [("(Spain and Tunisia)", "ESP TUN")]),
        ("Build a school (Spain; Tunisia/Portugal)", [("(Spain; Tunisia/Portugal)", "ESP TUN PRT")]),
        ("Build a school (Chile, Peru, Chile)", [("(Chile, Peru, Chile)", "CHL PER")]),
        ("Build a school (Spain,\nPeru)", [("(Spain,\nPeru)", "ESP PER")]),
        ("Build a school (peru)", [("(peru)", "PER")]),
        # names that hold "and"
        (
            "Build (Bosnia and Herzegovina, United Kingdom of Great Britain and Northern Ireland)",
            [("(Bosnia and Herzegovina, United Kingdom of Great Britain and Northern Ireland)", "BIH GBR")],
        ),
        ("Build (Antigua and Barbuda and Cuba)", [("(Antigua and Barbuda and Cuba)", "ATG CUB")]),
        # several in a row
        ("Build (Benin) (Mali) (Togo)", [("(Benin) (Mali) (Togo)", "BEN MLI TGO")]),
        ("Build (Benin); (Mali); (Togo);", [("(Benin); (Mali); (Togo)", "BEN MLI TGO")]),
        ("Build (Benin), (Mali) & (Togo).", [("(Benin), (Mali) & (Togo)", "BEN MLI TGO")]),
        ("Build (Benin) and (Mali)", [("(Benin) and (Mali)", "BEN MLI")]),
        ("Build (Benin)\n(Mali)", [("(Benin)\n(Mali)", "BEN MLI")]),
        ("Build (Benin)7 (Mali)* (Togo)", [("(Benin)7 (Mali)* (Togo)", "BEN MLI TGO")]),
        ("Build (Benin, Mali) (Mali, Togo)", [("(Benin, Mali) (Mali, Togo)", "BEN MLI TGO")]),
        ("Build; (Benin); (Mali)", [("(Benin); (Mali)", "BEN MLI")]),
        ("Build (Benin); dig (Mali)", [("(Benin)", "BEN"), ("(Mali)", "MLI")]),
        ("Build (Benin) or (Mali)", [("(Benin)", "BEN"), ("(Mali)", "MLI")]),
        ("Build (Benin)/(Mali)", [("(Benin)", "BEN"), ("(Mali)", "MLI")]),
        (
            "Send (Czechia; Norway; Iraq) and keep (Czechia) an invitation",
            [("(Czechia; Norway; Iraq)", "CZE NOR IRQ"), ("(Czechia)", "CZE")],
        ),
        # brackets in names
        ("Build (Iran (Islamic Republic of));", [("(Iran (Islamic Republic of))", "IRN")]),
        (
            "Build (Venezuela (Bolivarian Republic of), Peru)",
            [("(Venezuela (Bolivarian Republic of), Peru)", "VEN PER")],
        ),
        ("Build (Islamic Republic of\nIran)", [("(Islamic Republic of\nIran)", "IRN")]),
        ("Build (Iran (Islamic Republic of), Mali", [("(Iran (Islamic Republic of), Mali", "IRN MLI")]),
        # a half is missing
        ("amend the law Austria)", [("Austria)", "AUT")]),
        ("join the Court Ghana), soon", [("Ghana)", "GHA")]),
        ("amend the law Austria, Cuba) and dig", [("Austria, Cuba)", "AUT CUB")]),
        ("dig a well (Chile", [("(Chile", "CHL")]),
        ("dig a well (Chile; build a road (Peru)", [("(Chile", "CHL"), ("(Peru)", "PER")]),
        ("dig a well (Chile (Peru)", [("(Chile (Peru)", "CHL PER")]),
        ("read all texts (such as article 5 of the Code (1999) (Chile)", [("(Chile)", "CHL")]),
        ("dig a well )Chile( now", []),
        # other brackets beside those of States
        ("ratify it (OP-CAT) (Chile)", [("(Chile)", "CHL")]),
        ("end it (resolution 62/149) (Chile) (see above)", [("(Chile)", "CHL")]),
        ("end () it (Chile)", [("(Chile)", "CHL")]),
        ("help the BATWA people8(Congo)", [("(Congo)", "COG")]),
        ("help people4 (Congo5)", [("(Congo5)", "COG")]),
        ("end it (as seen in 2010 (Chile) and later)", [("(Chile)", "CHL")]),
    ],
)
def test_groups(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Build a school in Chile",
        "Build a school [Chile]",
        "Ratify it (CPED)",
        "Ratify Convention (No. 118)",
        "Plan (2011-2020)",
        "Do (a) this and (b) that",
        "Act (such as in Chile)",
        "Help migrants (from Chile and other States)",
        "Help migrants (Chileans)",
        "End it (EU)",
        "Follow the talks (Geneva, Switzerland) to their end",
        "Close the prison (Mexico City)",
        "Build a school (Atlantis);",
        "Write, with respect for Chile, a law) of 1999",
        "sign (i) Chile's draft",
    ],
)
def test_brackets_of_something_else(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Build (Ruritania, Chile)", [("(Ruritania, Chile)", "CHL")]),
        ("Build in the capital (Ruritania) a school (Chile)", [("(Chile)", "CHL")]),
        ("Build (Ruritania)", []),
    ],
)
def test_the_state_under_review_recommends_nothing(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text, "XRU") == expected
    assert found(text) != expected or not expected


@pytest.mark.parametrize(
    ("text", "group"),
    [
        ("x (Chile, Peru)", Group(2, 15, ("CHL", "PER"), ("Chile, Peru",))),
        ("x (Chile) (Peru)", Group(2, 16, ("CHL", "PER"), ("Chile", "Peru"))),
        ("x ( Lao\nPDR )", Group(2, 13, ("LAO",), ("Lao PDR",))),
        ("x (Holly See)", Group(2, 13, ("VAT",), ("Holly See",), (("Holly See", "VAT"),))),
        (
            "x (New Zeeland) (Azerbeijan)",
            Group(
                2,
                28,
                ("NZL", "AZE"),
                ("New Zeeland", "Azerbeijan"),
                (("New Zeeland", "NZL"), ("Azerbeijan", "AZE")),
            ),
        ),
        (
            "x (Trinidad an Tobago, Cuba)",
            Group(2, 28, ("TTO", "CUB"), ("Trinidad an Tobago, Cuba",), (("Trinidad an Tobago", "TTO"),)),
        ),
        ("x (Chile, Atlantis);", Group(2, 19, ("CHL",), ("Chile, Atlantis",), (), "Atlantis")),
        ("x (Chile, Peru, Atlantis) y", Group(2, 25, ("CHL", "PER"), ("Chile, Peru, Atlantis",), (), "Atlantis")),
        (
            "x (Chile, Mu); (Peru, Atlantis).",
            Group(2, 31, ("CHL", "PER"), ("Chile, Mu", "Peru, Atlantis"), (), "Mu Atlantis"),
        ),
        ("x (United Kingdom France, Mexico)", Group(2, 33, ("GBR", "FRA", "MEX"), ("United Kingdom France, Mexico",))),
    ],
)
def test_what_a_group_keeps(text: str, group: Group) -> None:
    assert find_groups(text, 0, len(text)) == [group]


def test_only_the_range_is_looked_at() -> None:
    text = "dig (Benin); build (Chile); sell (Peru)"
    assert [group.states for group in find_groups(text, 12, 27)] == [("CHL",)]


NAMES = [state.name for state in STATES.values()]
ITEM = st.lists(
    st.one_of(
        st.lists(st.sampled_from(NAMES), min_size=1, max_size=4, unique=True).map(
            lambda names: f"({', '.join(names)})"
        ),
        st.sampled_from(["Build schools", "the law", "(a)", "(No. 5)", ";", ",", " and ", "/", "(2011-2020)", "\n"]),
    ),
    max_size=12,
)


@settings(max_examples=100, deadline=None)
@given(ITEM)
def test_every_bracket_of_names_is_found_once(parts: list[str]) -> None:
    text = " ".join(parts)
    groups = find_groups(text, 0, len(text))
    wanted = [part[1:-1] for part in parts if part[1:-1].partition(",")[0] in NAMES or part[1:-1] in NAMES]
    assert [printed for group in groups for printed in group.printed] == wanted
    ends = [0, *(place for group in groups for place in (group.start, group.end)), len(text)]
    assert ends == sorted(ends)
    assert {text[group.start] + text[group.end - 1] for group in groups} <= {"()"}
    assert {(group.near, group.leftover) for group in groups} <= {((), "")}
