from __future__ import annotations

import pytest
from made_readings import FREEDONIA, document, listed, reading, text

from item6.reconcile.decided import answers_of, corrected, differing_totals, mark_of
from item6.terms.answers import Target
from item6.terms.decisions import Decision
from item6.terms.passages import JsonPlace

OURS = "ab" * 32
FILES = {OURS: "ours.jsonl"}
TREES, MAPS, OAKS = "Plant trees", "Publish the maps", "Plant oaks"
REPORT = reading(
    document(),
    listed("5.1", text(TREES, "CHL", "PER")),
    listed("5.2", text(MAPS, "PER"), text(OAKS, "CHL", part=2)),
    listed("5.4", text("Open the archive")),
)


def decision(kind: str, target: Target, **said: str | int) -> Decision:
    in_order = tuple(sorted(said.items()))
    return Decision(kind, FREEDONIA, target, in_order, "page 14", "seen", "Ana", "2031-07-04", OURS, 3)


def correction(number: str, part: int | None = None, **said: str | int) -> Decision:
    return decision("correct", Target(number, part), **said)


def listing(*numbers: str) -> list[tuple[str, list[tuple[str, tuple[str, ...]]]]]:
    """The list as it is, in short, for those numbers."""
    return [
        (each.number, [(part.words, part.states) for part in each.texts])
        for each in REPORT.recommendations
        if each.number in numbers
    ]


FIRST, THIRD = listing("5.1"), listing("5.4")


@pytest.mark.parametrize(
    ("made", "expected"),
    [
        ([], listing("5.1", "5.2", "5.4")),
        ([correction("5.1", states="FRA;PER")],
         [("5.1", [(TREES, ("FRA", "PER"))]), *listing("5.2"), *THIRD]),
        ([correction("5.2", 2, states="")],
         [*FIRST, ("5.2", [(MAPS, ("PER",)), (OAKS, ())]), *THIRD]),
        ([correction("5.2", 2, new_number="5.3")],
         [*FIRST, ("5.2", [(MAPS, ("PER",))]), ("5.3", [(OAKS, ("CHL",))]), *THIRD]),
        ([correction("5.2", new_number="5.3")],
         [*FIRST, ("5.3", [(MAPS, ("PER",)), (OAKS, ("CHL",))]), *THIRD]),
        ([correction("5.2", 1, new_number="5.1", states="CIV")],
         [("5.1", [(TREES, ("CHL", "PER")), (MAPS, ("CIV",))]), ("5.2", [(OAKS, ("CHL",))]), *THIRD]),
        ([correction("5.2", 2, new_number="5.3"), correction("5.3", states="ITA")],
         [*FIRST, ("5.2", [(MAPS, ("PER",))]), ("5.3", [(OAKS, ("ITA",))]), *THIRD]),
    ],
)  # fmt: skip
def test_corrections(made: list[Decision], expected: list) -> None:
    found = corrected(REPORT, made, FILES)
    assert [
        (each.number, [(part.words, part.states) for part in each.texts]) for each in found.report.recommendations
    ] == expected
    assert found.issues == ()
    assert all([part.part for part in each.texts] == list(range(1, len(each.texts) + 1))
               for each in found.report.recommendations)  # fmt: skip


def test_a_number_that_was_corrected_away_stays_known() -> None:
    found = corrected(REPORT, [correction("5.4", new_number="5.3"), correction("5.2", 2, new_number="5.5")], FILES)
    assert [(each.alias, each.number, each.how) for each in found.aliases] == [("5.4", "5.3", "corrected")]


MARK = mark_of([(1, TREES)], None)


@pytest.mark.parametrize(
    ("target", "mark", "sentence"),
    [
        (Target("5.1"), "", None),
        (Target("5.1"), MARK, None),
        (Target("5.1", 1, "PER"), MARK, None),
        (Target("5.2", 2), mark_of([(1, MAPS), (2, OAKS)], 2), None),
        (Target("5.9"), "", "line 3: XFR-2 has no 5.9; the decision is not in force"),
        (Target("5.1", 2), "", "line 3: XFR-2 has no 5.1/2; the decision is not in force"),
        (Target("5.1", None, "ITA"), "", "line 3: XFR-2 has no 5.1 of ITA; the decision is not in force"),
        (Target("5.2"), MARK, "line 3: 5.2 has other words than when it was decided on; the decision is not in force"),
    ],
)
def test_what_a_decision_is_about_must_be_there(target: Target, mark: str, sentence: str | None) -> None:
    said: dict[str, str | int] = {"position": "accepted_in_part", "stage": "adoption", "oral": 1, "words": "in part"}
    made = decision("answer", target, **said, **({"fingerprint": mark} if mark else {}))
    answers, issues = answers_of([made], REPORT.recommendations, FILES)
    assert [each.message for each in issues] == ([sentence] if sentence else [])
    assert {each.place.file for each in issues} <= {"ours.jsonl"}
    assert [each.target for each in answers] == ([] if sentence else [target])


def test_an_answer_that_was_entered() -> None:
    said: dict[str, str | int] = {
        "position": "rejected",
        "stage": "later",
        "oral": 0,
        "words": "no",
        "date": "2031-06-30",
    }
    ((found,), _) = answers_of([decision("answer", Target("5.1"), **said)], REPORT.recommendations, FILES)
    assert (found.position, found.normalised, found.as_written, found.stage) == ("noted", "rejected", "no", "later")
    assert (found.document, found.date, found.source) == (OURS, "2031-06-30", "written")
    assert (found.passage.locator, found.passage.words) == (JsonPlace("/2"), "no")


@pytest.mark.parametrize(
    ("said", "counted", "sentences"),
    [
        ({"received": 428, "accepted": 290, "in_part": 8, "noted": 32, "rejected": 98}, None, []),
        ({"received": 428}, None, []),
        ({"received": 428}, {"received": 428}, []),
        ({"received": 5, "accepted": 3}, None, ["line 3: 5 recommendations of XFR-2, but the parts add up to 3"]),
        ({"received": 5}, {"received": 4}, ["line 3: 5 recommendations of XFR-2 in all, 4 were counted"]),
    ],
)
def test_published_totals(said: dict[str, str | int], counted: dict[str, int] | None, sentences: list[str]) -> None:
    found = differing_totals([decision("totals", Target(), **said)], counted, FILES)
    assert [each.message for each in found] == sentences
