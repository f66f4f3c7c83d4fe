"""The charts that documents hold: what is written in them, and that nothing leaves the picture."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest
from drawn_charts import NOTED, PARTLY, PENDING, SUPPORTED, boxes, outside, parsed, row, words_of
from hypothesis import given, settings
from hypothesis import strategies as st

from item6.charts.bars import Row
from item6.charts.ledgers import diverging, ledger, strength
from item6.charts.measuring import length, shortened, wrapped
from item6.charts.slopes import slope
from item6.charts.standing import standing
from item6.charts.tiles import tiles_of_recommending
from item6.charts.timelines import ADDENDUM, ADOPTION, LATER, REPORT, REVIEW, Event, timeline
from item6.terms.states import STATES

HEADS = ["all", "supported", "in part", "noted"]
LONG = "The rights of persons belonging to minorities, of migrants, of refugees and of everybody else in Ruritania"
ARABIC = "حرية الدين والمعتقد وحقوق الأقليات"


@pytest.mark.parametrize(
    ("rows", "written"),
    [
        ([], HEADS),
        ([row("Cycle 1", 4, 1, 2)], [*HEADS, "Cycle 1", "7", "4", "1", "2"]),
        ([row("Cycle 1")], [*HEADS, "Cycle 1", "0", "0", "0", "0"]),
        ([row("A", 1), row("B", 0, 0, 0, 3)],
         [*HEADS, "pending", "A", "1", "1", "0", "0", "0", "B", "3", "0", "0", "0", "3"]),
        ([row("<b>&", 1)], [*HEADS, "<b>&", "1", "1", "0", "0"]),
        ([row(ARABIC, 1)], [*HEADS, "حرية الدين والمعتقد وحقوق", "الأقليات", "1", "1", "0", "0"]),
    ],
)  # fmt: skip
def test_a_ledger_prints_every_count(rows: list[Row], written: list[str]) -> None:
    assert words_of(ledger(rows, "x")) == written


def test_parts_of_bars_are_as_long_as_their_counts_to_one_scale() -> None:
    drawn = boxes(parsed(ledger([row("A", 6, 0, 2), row("B", 2)], "x")), 0, 0)
    bars = [(x2 - x, y2 - y) for name, x, y, x2, y2 in drawn if name == "a bar"]
    assert [long for long, high in bars if high == 15] == [360.0, 120.0, 120.0, 120.0]  # noted twice: with its pattern


def test_diverging_bars_meet_on_one_line() -> None:
    """Noted ends there, supported begins there, and what is in part lies half on either side."""
    drawn = parsed(diverging([row("A", 6, 0, 2), row("B", 1, 4, 1), row("C", 0, 0, 4)], "x"))
    lines = {float(each.get("x1", 0)) for each in drawn.iter("line")}
    starts = [{each.get("class"): float(each.get("x", 0)) for each in group} for group in drawn.iter("g")]
    longs = [{each.get("class"): float(each.get("width", 0)) for each in group} for group in drawn.iter("g")]
    assert len(lines) == 1
    line = lines.pop()
    assert starts[0]["supported"] == pytest.approx(line, abs=0.02)
    assert starts[0]["noted"] + longs[0]["noted"] == pytest.approx(line, abs=0.02)
    assert starts[1]["in-part"] + longs[1]["in-part"] / 2 == pytest.approx(line, abs=0.02)
    assert starts[2]["noted"] + longs[2]["noted"] == pytest.approx(line, abs=0.02)


def test_diverging_counts_what_is_pending_and_draws_nothing_for_it() -> None:
    drawn = diverging([row("A", 0, 0, 0, 5)], "x")
    assert words_of(drawn) == ["all", "noted", "in part", "supported", "pending", "A", "5", "0", "0", "0", "5"]
    assert [name for name, *_ in boxes(parsed(drawn), 0, 0)].count("a bar") == 6  # the marks of the heads


def test_strength_shows_all_categories_the_strongest_first() -> None:
    written = " ".join(words_of(strength({5: {SUPPORTED: 2, NOTED: 3}, 2: {SUPPORTED: 1}}, "x")))
    starts = ["5 specific", "4 general", "3 considering", "2 continuing", "1 minimal"]
    assert sorted(starts, key=written.index) == starts
    assert "without a category" not in written
    assert "without a category" in " ".join(words_of(strength({0: {PENDING: 1}}, "x")))


def test_timeline_says_what_happened_when_and_how_long_it_took() -> None:
    events = [
        Event(REVIEW, "Review", date(2031, 5, 6)),
        Event(REPORT, "Report", date(2031, 6, 6), ("A/HRC/99/5", "12 recommendations")),
        Event(ADDENDUM, "Answers", date(2031, 6, 6)),
        Event(ADOPTION, "Adoption", None),
        Event(LATER, "Mid-term report", date(2033, 1, 1), expected=True),
    ]
    assert words_of(timeline(events, "x")) == [
        "6 May 2031", "Review", "31 days later", "6 Jun 2031", "Report", "A/HRC/99/5", "12 recommendations",
        "the same day", "6 Jun 2031", "Answers", "no date", "Adoption", "1 Jan 2033", "Mid-term report",
    ]  # fmt: skip
    marks = [each.tag for each in parsed(timeline(events, "x")) if each.get("class") in ("dot", "open")]
    assert marks == ["circle", "rect", "path", "path", "circle"]
    dashes = [each.get("stroke-dasharray") for each in parsed(timeline(events, "x")).iter("line")]
    assert dashes == [None, None, None, "3 4"]


def test_every_state_has_its_tile_or_is_named_as_having_made_none() -> None:
    members = {code for code, state in STATES.items() if not state.fictional}
    counts = dict.fromkeys(sorted(members)[:190], 3)
    written = " ".join(words_of(tiles_of_recommending(counts, "x", under_review="ZWE"))).split()
    assert {each for each in written if each in members} == members - {"ZWE"}
    assert words_of(tiles_of_recommending({}, "x"))[0] == "African Group: 0"


@pytest.mark.parametrize(
    ("points", "written"),
    [
        ([("RUR-1", Fraction(1, 4), "25.0 %")], ["25.0 %", "RUR-1"]),
        ([("RUR-1", Fraction(0), "0.0 %"), ("RUR-2", Fraction(1), "100.0 %")], ["0.0 %", "RUR-1", "100.0 %", "RUR-2"]),
        ([], []),
    ],
)
def test_slope(points: list[tuple[str, Fraction, str]], written: list[str]) -> None:
    drawn = slope(points, "x", width=480)
    assert words_of(drawn) == written
    assert outside(drawn) == []


ANY = st.text(st.characters(exclude_categories=["Cs"]), max_size=300) | st.sampled_from(
    [LONG, ARABIC, "W" * 200, "少数民族" * 40]
)
COUNT = st.integers(0, 400)


@settings(deadline=None)
@given(st.lists(st.builds(row, ANY, COUNT, COUNT, COUNT, COUNT), max_size=60), ANY)
def test_nothing_is_drawn_beyond_the_edges_of_rows(rows: list[Row], title: str) -> None:
    assert outside(ledger(rows, title)) == []
    assert outside(diverging(rows, title)) == []


EVENT = st.builds(
    Event, st.sampled_from([REVIEW, REPORT, LATER]), ANY, st.none() | st.dates(), st.lists(ANY, max_size=3).map(tuple)
)


@settings(deadline=None)
@given(st.lists(EVENT, max_size=9))
def test_nothing_is_drawn_beyond_the_edges_of_a_timeline(events: list[Event]) -> None:
    assert outside(timeline(events, "x")) == []


@settings(deadline=None)
@given(st.dictionaries(st.sampled_from(sorted(STATES)), st.integers(1, 99)))
def test_nothing_is_drawn_beyond_the_edges_of_tiles(counts: dict[str, int]) -> None:
    assert outside(standing(tiles_of_recommending(counts, "x"))) == []


@settings(deadline=None)
@given(ANY, st.floats(60, 500), st.integers(1, 4))
def test_lines_fit_and_lose_nothing_before_the_last(words: str, room: float, lines: int) -> None:
    found = wrapped(words, room, lines)
    assert 1 <= len(found) <= lines
    assert [line for line in found if length(line) > room] == []
    kept = "".join("".join(found).split())
    whole = "".join(words.split())
    assert kept == whole or (found[-1].endswith("…") and whole.startswith(kept[:-1]))


def test_shortened_words_say_so() -> None:
    assert shortened("Ruritania", 500) == "Ruritania"
    assert shortened(LONG, 90) == "The rights…"
    assert PARTLY in row("A").counts
