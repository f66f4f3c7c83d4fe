from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from item6.terms.symbols import SUFFIXES, Symbol, find_symbols, parse_symbol

REPORT = Symbol("A/HRC", 28, 15)
ADDENDUM = Symbol("A/HRC", 28, 15, suffixes=(("Add", 1),))
NATIONAL = Symbol("A/HRC/WG.6", 20, 1, "RUR")
DRAFT = Symbol("A/HRC/WG.6", 20, 4, limited=True)


@pytest.mark.parametrize(
    ("text", "symbol"),
    [
        ("A/HRC/28/15", REPORT),
        ("A/HRC/ 28/15", REPORT),
        ("A/HRC/28/15*", REPORT),
        ("A/HRC/28/15\u2217", REPORT),
        ("a/hrc/28/15", REPORT),
        ("A/HRC28/15", REPORT),
        ("A/HRC/28/\n15", REPORT),
        ("A/HRC/28/15/Add.1", ADDENDUM),
        ("A/HRC/28/15/ADD. 1", ADDENDUM),
        ("A/HRC/28/15/Add.1/Corr.2", Symbol("A/HRC", 28, 15, suffixes=(("Add", 1), ("Corr", 2)))),
        ("A/HRC/28/L.3/Rev.1", Symbol("A/HRC", 28, 3, limited=True, suffixes=(("Rev", 1),))),
        ("A/HRC/WG.6/20/RUR/1", NATIONAL),
        ("A/HRC/WG.6/20/RUR/1 ", NATIONAL),
        ("A/HRC/WG.6/20/L.4", DRAFT),
        ("A/HRC/WG.6/20L.4", DRAFT),
        ("A/HRC/WG.6/20./L.4", DRAFT),
        ("A/HRC/WG.6/20/L.4/Corr.1", Symbol("A/HRC/WG.6", 20, 4, limited=True, suffixes=(("Corr", 1),))),
        ("A/HRC/DEC/28/107", Symbol("A/HRC/DEC", 28, 107)),
        ("A/HRC/RES/5/1", Symbol("A/HRC/RES", 5, 1)),
        ("A/HRC/RES/S-9/1", None),
        ("A/HRC/13/G/4", None),
        ("A/HRC/28", None),
        ("A/HRC/WG.6/20/RURI/1", None),
        ("A/HRC/28/15 and", None),
        ("A/RES/60/251", None),
        ("", None),
    ],
)
def test_parse(text: str, symbol: Symbol | None) -> None:
    assert parse_symbol(text) == symbol


def test_find_in_printed_order() -> None:
    text = (
        "Three papers (A/HRC/WG.6/20/RUR/1, A/HRC/WG.6/20/\nRUR/2 and A/HRC/WG.6/20/RUR/3) were before it; see also "
        "A/HRC/28/15/Add.1. Elsewhere: XA/HRC/1/2, CEDAW/C/RUR/4, A/HRC/1/23456 and 12/5; A/HRC/WG.6/20/RUR/1 again."
    )
    assert [str(symbol) for symbol in find_symbols(text)] == [
        "A/HRC/WG.6/20/RUR/1",
        "A/HRC/WG.6/20/RUR/2",
        "A/HRC/WG.6/20/RUR/3",
        "A/HRC/28/15/Add.1",
        "A/HRC/WG.6/20/RUR/1",
    ]


def test_page_numbers_behind_a_symbol_are_not_of_it() -> None:
    assert find_symbols("A/HRC/14/15 15 the Convention A/HRC/11/25*\n27") == [
        Symbol("A/HRC", 14, 15),
        Symbol("A/HRC", 11, 25),
    ]


@pytest.mark.parametrize(
    ("symbol", "draft", "report_like", "addendum", "session"),
    [
        ("A/HRC/28/15", False, True, False, None),
        ("A/HRC/28/15/Add.1", False, False, True, None),
        ("A/HRC/28/L.5", False, False, False, None),
        ("A/HRC/WG.6/20/L.4", True, False, False, 20),
        ("A/HRC/WG.6/1/RUR/4", True, False, False, 1),
        ("A/HRC/WG.6/20/RUR/3", False, False, False, 20),
        ("A/HRC/DEC/28/107", False, False, False, None),
    ],
)
def test_what_a_symbol_tells(symbol: str, draft: bool, report_like: bool, addendum: bool, session: int | None) -> None:
    parsed = parse_symbol(symbol)
    assert parsed
    told = (parsed.is_draft, parsed.is_report_like, parsed.is_addendum, parsed.working_group_session)
    assert told == (draft, report_like, addendum, session)


@pytest.mark.parametrize(
    ("one", "other", "relation"),
    [
        ("A/HRC/28/15", "A/HRC/28/15", "same"),
        ("A/HRC/28/15/Add.1", "A/HRC/28/15", "addendum"),
        ("A/HRC/28/15/Corr.1", "A/HRC/28/15", "corrigendum"),
        ("A/HRC/28/15/Rev.1", "A/HRC/28/15", "revision"),
        ("A/HRC/28/15/Add.1/Corr.1", "A/HRC/28/15/Add.1", "corrigendum"),
        ("A/HRC/28/15/Add.1/Corr.1", "A/HRC/28/15", "corrigendum"),
        ("A/HRC/28/15", "A/HRC/28/15/Add.1", "base"),
        ("A/HRC/28/15/Add.1", "A/HRC/28/15/Add.2", "sibling"),
        ("A/HRC/28/15/Corr.1", "A/HRC/28/15/Add.1", "sibling"),
        ("A/HRC/WG.6/20/RUR/1", "A/HRC/WG.6/20/RUR/3", "same review"),
        ("A/HRC/WG.6/20/RUR/1/Add.1", "A/HRC/WG.6/20/RUR/3", "same review"),
        ("A/HRC/WG.6/20/RUR/1", "A/HRC/WG.6/7/RUR/1", None),
        ("A/HRC/WG.6/20/L.4", "A/HRC/WG.6/20/L.5", None),
        ("A/HRC/WG.6/20/L.4", "A/HRC/28/15", None),
        ("A/HRC/28/15", "A/HRC/28/16", None),
    ],
)
def test_relations(one: str, other: str, relation: str | None) -> None:
    first, second = parse_symbol(one), parse_symbol(other)
    assert first and second
    assert first.relates_to(second) == relation


def test_symbols_sort_by_number() -> None:
    printed = ["A/HRC/8/10", "A/HRC/8/9", "A/HRC/28/1", "A/HRC/8/9/Add.1"]
    parsed = [symbol for symbol in map(parse_symbol, printed) if symbol]
    assert [str(symbol) for symbol in sorted(parsed)] == ["A/HRC/8/9", "A/HRC/8/9/Add.1", "A/HRC/8/10", "A/HRC/28/1"]


SUFFIX = st.tuples(st.sampled_from(SUFFIXES), st.integers(1, 20))
ISO3 = st.text(alphabet="ABCDEFGHIJKLMNOPQRSTUVWXYZ", min_size=3, max_size=3)
SYMBOL = st.one_of(
    st.builds(
        Symbol,
        st.just("A/HRC"),
        st.integers(1, 99),
        st.integers(1, 200),
        limited=st.booleans(),
        suffixes=st.lists(SUFFIX, max_size=2).map(tuple),
    ),
    st.builds(Symbol, st.sampled_from(["A/HRC/DEC", "A/HRC/RES"]), st.integers(1, 99), st.integers(1, 150)),
    st.builds(Symbol, st.just("A/HRC/WG.6"), st.integers(1, 60), st.integers(1, 4), ISO3),
    st.builds(Symbol, st.just("A/HRC/WG.6"), st.integers(1, 60), st.integers(1, 20), limited=st.just(True)),
)


@given(SYMBOL)
def test_what_is_printed_is_read_back(symbol: Symbol) -> None:
    assert parse_symbol(str(symbol)) == symbol
    assert find_symbols(f"see {symbol}, page 3") == [symbol]
    assert symbol.base.relates_to(symbol) == ("base" if symbol.suffixes else "same")


@given(st.text(alphabet="A/HRC WG.6LDECSadd0123456789*\n", max_size=60))
def test_any_text_is_answered(text: str) -> None:
    for symbol in find_symbols(text):
        assert parse_symbol(str(symbol)) == symbol
