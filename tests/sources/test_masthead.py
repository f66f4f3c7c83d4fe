from __future__ import annotations

import pytest

from item6.sources.masthead import Masthead, read_masthead
from item6.terms.names import ReviewName
from item6.terms.symbols import parse_symbol

FIRST_PAGE = """United Nations {symbol}
General Assembly
Distr.: General
{date}
Original: English
Human Rights Council
Twenty-ninth session
Agenda item 6
Universal periodic review
Report of the Working Group on the Universal Periodic Review*
{state}
* The annex is circulated as received.
Introduction
1. The Working Group on the Universal Periodic Review held its {session} session from 19 to 30 January 2015. The
review of {reviewed} was held at the 9th meeting, on 23 January 2015.
{more}"""


def page(
    symbol: str = "A/HRC/29/917",
    date: str = "10 April 2015",
    state: str = "Ruritania",
    session: str = "twenty-first",
    reviewed: str | None = None,
    more: str = "",
) -> str:
    return FIRST_PAGE.format(
        symbol=symbol, date=date, state=state, session=session, reviewed=reviewed or state, more=more
    )


def test_a_final_report() -> None:
    symbol = parse_symbol("A/HRC/29/917")
    found = read_masthead(page())
    assert found == Masthead(symbol, "XRU", 21, "2015-04-10")
    assert (found.review, found.draft) == (ReviewName("XRU", 2), False)


@pytest.mark.parametrize(
    ("text", "headers", "symbol", "draft"),
    [
        (page(), (), "A/HRC/29/917", False),
        (page("A/HRC/29/917*"), (), "A/HRC/29/917", False),
        (page("A/HRC/ 29/917"), (), "A/HRC/29/917", False),
        (page("A/HRC29/917"), (), "A/HRC/29/917", False),
        (page("A/HRC/WG.6/21/L.3"), (), "A/HRC/WG.6/21/L.3", True),
        (page("A/HRC/WG.6/1/RUR/4"), (), "A/HRC/WG.6/1/RUR/4", True),
        (page(""), ("A/HRC/WG.6/21/L.3",), "A/HRC/WG.6/21/L.3", True),
        (page(""), ("A/HRC/29/917", "A/HRC/29/917"), "A/HRC/29/917", False),
        # a final report that says what it was before
        (
            page(more="Previously issued under document symbol A/HRC/WG.6/21/L.3; amended.\nA/HRC/29/917"),
            (),
            "A/HRC/29/917",
            False,
        ),
        # documents of the review and of others, which are only spoken of
        (
            page(more="the national report (A/HRC/WG.6/21/RUR/1), the compilation (A/HRC/WG.6/21/RUR/2)"),
            (),
            "A/HRC/29/917",
            False,
        ),
        (page(more="A/HRC/29/917\nsee A/HRC/27/5 and A/HRC/29/917/Add.1"), (), "A/HRC/29/917", False),
        (page("", more="the national report (A/HRC/WG.6/21/RUR/1)"), (), None, False),
        ("", (), None, False),
    ],
)
def test_symbols(text: str, headers: tuple[str, ...], symbol: str | None, draft: bool) -> None:
    found = read_masthead(text, headers)
    assert (found.symbol and str(found.symbol), found.draft) == (symbol, draft)


@pytest.mark.parametrize(
    ("state", "reviewed", "expected"),
    [
        ("Chile", None, "CHL"),
        ("CHILE", None, "CHL"),
        ("Chile*", "Chile", "CHL"),
        ("Chile∗ 1", "Chile", "CHL"),
        ("Bolivia (Plurinational State of)", None, "BOL"),
        ("Bolivia (Plurinational State\nof)*", "the State", "BOL"),
        ("Lao People’s Democratic\nRepublic", "the State", "LAO"),
        ("Republic of Korea", None, "KOR"),
        ("Sao Tome and Principe", None, "STP"),
        ("The former Yugoslav Republic of\nMacedonia", "the State", "MKD"),
        # the title is torn or names something else
        ("Note by the secretariat", "Chile", "CHL"),
        ("Note by the secretariat", "the Republic of\nChile", "CHL"),
        ("Note by the secretariat", "Great Britain and Northern Ireland, United Kingdom of", "GBR"),
        ("Note by the secretariat", "the applicant, which had asked Chile,", "CHL"),
        ("Note by the secretariat", "Atlantis", None),
        ("Atlantis", "the island", None),
    ],
)
def test_states_under_review(state: str, reviewed: str | None, expected: str | None) -> None:
    assert read_masthead(page(state=state, reviewed=reviewed)).reviewed == expected


def test_the_title_of_the_first_cycle() -> None:
    text = "UNIVERSAL PERIODIC REVIEW\nReport of the Working Group on the Universal Periodic Review*\nCOSTA RICA\n"
    assert read_masthead(text) == Masthead(None, "CRI", None, None)


@pytest.mark.parametrize(
    ("session", "number", "review"),
    [
        ("first", 1, "CHL-1"),
        ("Seventh", 7, "CHL-1"),
        ("twelfth", 12, "CHL-1"),
        ("thirteenth", 13, "CHL-2"),
        ("twenty-first", 21, "CHL-2"),
        ("Twenty-\nfirst", 21, "CHL-2"),
        ("twenty first", 21, "CHL-2"),
        ("twentyfirst", 21, "CHL-2"),
        ("21st", 21, "CHL-2"),
        ("fortieth", 40, "CHL-3"),
        ("forty-first", 41, "CHL-4"),
        ("43rd", 43, "CHL-4"),
        # where no session is known, the session of the Council in the symbol tells the cycle
        ("resumed", None, "CHL-2"),
        ("99th", 99, "CHL-2"),
    ],
)
def test_sessions(session: str, number: int | None, review: str | None) -> None:
    found = read_masthead(page(state="Chile", session=session))
    assert (found.session, found.review and str(found.review)) == (number, review)


@pytest.mark.parametrize(
    ("more", "session"),
    [
        ("(A/HRC/WG.6/19/RUR/1), (A/HRC/WG.6/19/RUR/2) and (A/HRC/WG.6/18/L.2)", 19),
        ("the report of the Council", None),
    ],
)
def test_sessions_of_symbols_where_no_sentence_tells(more: str, session: int | None) -> None:
    assert read_masthead(page(session="resumed", more=more)).session == session


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        ("10 April 2015", "2015-04-10"),
        ("3 December 2008", "2008-12-03"),
        ("10\nApril\n2015", "2015-04-10"),
        ("Geneva, 10 April 2015", "2015-04-10"),
        ("from 19 January 2015\n10 April 2015", "2015-04-10"),
        ("from 19 to 30 January 2015\n10 April 2015", "2015-04-10"),
        ("19–30 January 2015\n10 April 2015", "2015-04-10"),
        ("on 23 January 2015, 10 April 2015", "2015-04-10"),
        ("", None),
        ("April 2015", None),
        ("10 Avril 2015", "2015-04-10"),
        ("31 June 2015", None),
    ],
)
def test_dates(date: str, expected: str | None) -> None:
    assert read_masthead(page(date=date)).date == expected


def test_what_stands_far_behind_is_not_the_masthead() -> None:
    filling = "words of the dialogue " * 600
    text = f"Some report\n{filling}\n{page()}"
    assert read_masthead(text) == Masthead(parse_symbol("A/HRC/29/917"), None, None, None)


def test_nothing_at_all() -> None:
    found = read_masthead("")
    assert found == Masthead(None, None, None, None)
    assert (found.review, found.draft) == (None, False)


def test_no_review_without_state_or_session() -> None:
    assert (Masthead(None, "CHL", None, None).review, Masthead(None, None, 21, None).review) == (None, None)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Nations Unies A/HRC/29/917/Add.1\nDistr. générale\n3 juin 2015\nRapport du Groupe de travail sur l’Examen "
            "périodique\nuniversel*\nRuritanie\nAdditif\n",
            ("XRU-2", "2015-06-03"),
        ),
        (
            "Nations Unies A/HRC/14/901/Add.1\nDistr. générale\n1er mars 2010\nExamen périodique universel\nRapport du "
            "Groupe de travail sur l’Examen périodique universel\nCôte d’Ivoire\nAdditif\n",
            ("CIV-1", "2010-03-01"),
        ),
        (
            "Naciones Unidas A/HRC/44/901/Add.1\nDistr. general\n3 de junio de 2020\nInforme del Grupo de Trabajo "
            "sobre el Examen Periódico Universal\nBolivia (Estado Plurinacional\nde)*\nAdición\n",
            ("BOL-3", "2020-06-03"),
        ),
    ],
)
def test_addenda_in_french_and_spanish(text: str, expected: tuple[str, str]) -> None:
    found = read_masthead(text)
    assert (str(found.review), found.date) == expected
