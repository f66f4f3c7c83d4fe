"""What is told beyond one sentence or review: sessions, days, themes in their row, sums over a text."""

from __future__ import annotations

import pytest

from item6.checks import whole_sessions
from item6.checks.checking import Checked, check
from item6.checks.resolving import Context
from item6.record.reader import Record


def _said(text: str, record: Record | None, **context: str) -> list[tuple[str, str]]:
    return [(each.claim.text, each.verdict.verdict) for each in check(text, record, Context(**context))]  # type: ignore[arg-type]  # by name


def _only(text: str, record: Record | None, words: str, **context: str) -> Checked:
    (found,) = (each for each in check(text, record, Context(**context)) if each.claim.text == words)  # type: ignore[arg-type]  # by name
    return found


@pytest.fixture
def only_san_marino(monkeypatch: pytest.MonkeyPatch) -> None:
    """Sessions at which but one State was reviewed, so that the small record holds them whole."""
    monkeypatch.setattr(whole_sessions, "reviewed_at", lambda: {6: ("SMR",), 19: ("SMR",), 20: ("MCO", "CHN")})


@pytest.mark.usefixtures("only_san_marino")
@pytest.mark.parametrize(
    ("text", "words", "verdict"),
    [
        ("At the 6th session of the Working Group, 4 recommendations were made in total.", "4", "matches"),
        ("At the 6th session of the Working Group, 3 recommendations were accepted.", "3", "matches"),
        ("At the 6th session of the Working Group, 75% of recommendations were accepted.", "75%", "matches"),
        ("At the 6th session of the Working Group, 40 recommendations were made in total.", "40", "differs"),
        ("The 6th session of the Working Group has ended. In total, 4 recommendations were made.", "4", "matches"),
        ("The average number of recommendations of the 6th session of the Working Group was 4.", "4", "matches"),
        ("The average number of recommendations of the 6th session of the Working Group was 9.", "9", "differs"),
        ("One State was reviewed at the 6th session of the Working Group, and 4 recommendations made.", "4", "matches"),
        ("At the 19th session of the Working Group, 3 recommendations were accepted.", "3", "matches on another count"),
        ("At the 20th session of the Working Group, 3 recommendations were accepted.", "3", "not in the record"),
        ("At the 44th session of the Working Group, 2,980 recommendations were made.", "2,980", "not in the record"),
    ],
)
def test_sessions_as_a_whole(record: Record, text: str, words: str, verdict: str) -> None:
    assert _only(text, record, words).verdict.verdict == verdict


def test_a_session_that_is_not_whole_says_how_much_is_there(record: Record) -> None:
    found = _only("At the 6th session of the Working Group, 4 recommendations were made.", record, "4")
    assert (found.verdict.verdict, found.verdict.why) == (
        "not in the record",
        "the record holds 0 of the 16 reviews of session 6",
    )


def test_states_of_a_session_are_told_by_the_calendar(record: Record) -> None:
    text = "{} countries were reviewed at the 25th session of the Working Group, and all received recommendations."
    assert _only(text.format(14), record, "14").verdict.verdict == "matches"
    assert _only(text.format(12), record, "12").verdict.verdict == "depends on a definition"


@pytest.mark.parametrize(
    ("day", "why"),
    [
        ("2010-02-01", "as it was on the day of the text (2010-02-01); answers came on 2010-06-01"),
        ("2010-07-01", "until 2010-06-01; the text is of 2010-07-01"),
    ],
)
def test_superseded_by_the_day(record: Record, day: str, why: str) -> None:
    text = "San Marino accepted 1 recommendation at its first review."
    found = _only(text, record, "1", as_of=day)
    assert found.verdict.verdict == "superseded"
    assert why in found.verdict.why


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("Torture attracted more recommendations than any other theme at San Marino's first review.", "matches"),
        ("Torture tops the list of recommendations at San Marino's first review.", "matches"),
    ],
)
def test_themes_in_their_row(record: Record, text: str, verdict: str) -> None:
    (found,) = (each for each in check(text, record) if each.claim.kind == "rank")
    assert found.verdict.verdict == verdict


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("In January 2022, Nepal agreed to implement 233 recommendations.", "differs"),
        ("In July 2021, Nepal agreed to implement 233 recommendations.", "not in the record"),
        ("In January 2021, Nepal agreed to implement 233 recommendations.", "matches"),
    ],
)
def test_the_day_of_an_answer(record: Record, text: str, verdict: str) -> None:
    (found,) = (each for each in check(text, record) if each.claim.kind == "date")
    assert found.verdict.verdict == verdict


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("New Zealand's review was held on 29 April 2024.", "matches"),
        ("New Zealand's fourth review was held on 22 January 2024.", "differs"),
        ("The second review of Kenya was held in January 2015.", "matches"),
        ("The second review of Kenya was held in 2016.", "differs"),
    ],
)
def test_days_of_reviews_that_the_record_does_not_hold(record: Record, text: str, verdict: str) -> None:
    (found,) = (each for each in check(text, record) if each.claim.kind == "date")
    assert found.verdict.verdict == verdict


_LONG = "Ruritania received 200 recommendations.\n\nMuch was said of it.\n\nTen States spoke.\n\n"


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        (
            _LONG + "In the end it accepted 110, noted 60 and rejected 40.",
            ["40"],
        ),
        (
            _LONG + "In the end it accepted 110, noted 60 and rejected 30.",
            [],
        ),
        ("Ruritania received 200 recommendations.\n\nKenya accepted 110, noted 60 and rejected 40.", []),
        (_LONG + "It received 200 recommendations. It accepted 110, noted 60 and rejected 40.", ["40"]),
        ("The number of recommendations to Ruritania rose from 172 to 278, an increase of 80%.", ["80%"]),
        ("The number of recommendations to Ruritania rose from 172 to 278, an increase of 62%.", []),
        ("The 14 States reviewed received 2,800 recommendations, an average of 200.", []),
        ("The 14 States reviewed received 2,800 recommendations, an average of 240.", ["240"]),
    ],
)
def test_sums_over_a_text(text: str, wrong: list[str]) -> None:
    assert [words for words, verdict in _said(text, None) if verdict == "does not add up"] == wrong


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Twelve officers were charged. None of them was convicted.", []),
        ("The letter was signed by 120 organisations. None of them received an answer.", []),
        ("Each of the 12 prisoners was beaten. All of them were accused of treason.", []),
        ("The court rejected 14 applications. None was accepted on appeal.", []),
        ("None of the judges under review was dismissed.", []),
        ("Ruritania received 12 recommendations on prisons. None of them was accepted.", ["None of them"]),
        ("Ruritania received 12 recommendations on prisons. None was accepted.", ["None was accepted"]),
        ("None of the recommendations on prisons was accepted.", ["None of the"]),
        ("None of the “accepted” recommendations concern prisons.", ["None of the"]),
    ],
)
def test_none_is_said_of_recommendations(text: str, found: list[str]) -> None:
    assert [each.claim.text for each in check(text, None) if each.claim.kind == "none-of"] == found
