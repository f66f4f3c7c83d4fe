"""Every measure against what was counted by hand (see tests/makers/counted_reviews.py)."""

from __future__ import annotations

from fractions import Fraction

import pytest

from item6.measures.definitions import MEASURES, definition, names
from item6.measures.figures import Measured, figure, figures
from item6.measures.filters import parse
from item6.measures.scope import Scope
from item6.measures.wording import sentence, value_in_words
from item6.record.reader import Record

BY_HAND = [
    # scope, unit, stage: received, supported, in part, noted, pending, accepted, implemented, rejected
    ("state:SMR cycle:2", "numbers", "", (5, 1, 2, 1, 1, 1, 0, 0)),
    ("state:SMR cycle:2", "texts", "", (6, 2, 1, 2, 1, 2, 0, 1)),
    ("state:SMR cycle:2", "state_recommendations", "", (6, 3, 1, 2, 0, 3, 0, 1)),
    ("state:SMR cycle:2", "numbers", "report", (5, 1, 2, 0, 2, 1, 0, 0)),
    ("state:SMR cycle:2", "texts", "report", (6, 2, 1, 1, 2, 2, 0, 1)),
    ("state:SMR cycle:1", "numbers", "", (4, 3, 0, 1, 0, 3, 1, 1)),
    ("state:SMR cycle:1", "state_recommendations", "", (4, 3, 0, 1, 0, 3, 0, 1)),
    ("state:SMR cycle:1", "numbers", "report", (4, 1, 0, 0, 3, 1, 1, 0)),
    ("state:SMR", "numbers", "", (9, 4, 2, 2, 1, 4, 1, 1)),
    ("", "numbers", "", (10, 5, 2, 2, 1, 5, 2, 1)),
    ("", "state_recommendations", "", (11, 7, 1, 3, 0, 7, 1, 2)),
    ("by:CHE", "numbers", "", (4, 2, 0, 2, 0, 2, 0, 1)),
    ("by:NOR cycle:2", "numbers", "", (2, 0, 2, 0, 0, 0, 0, 0)),  # 2.3 as a whole is in part
    ("by:NOR cycle:2", "texts", "", (2, 0, 1, 1, 0, 0, 0, 1)),
    ("by:WEOG", "texts", "", (7, 3, 1, 3, 0, 3, 1, 2)),
    ("-by:CHE", "state_recommendations", "", (7, 5, 1, 1, 0, 5, 1, 1)),
    ("-by:WEOG state:SMR", "numbers", "", (5, 3, 1, 0, 1, 3, 1, 0)),
    ("by:CHE by:KEN state:SMR cycle:2", "numbers", "", (3, 1, 1, 1, 0, 1, 0, 0)),
    ('issue:"Death penalty"', "numbers", "", (3, 1, 1, 1, 0, 1, 0, 0)),
    ("issue:Torture by:CHE", "numbers", "", (2, 1, 0, 1, 0, 1, 0, 1)),
    ("action:4", "texts", "", (3, 2, 0, 1, 0, 2, 1, 1)),
    ("position:noted", "numbers", "", (2, 0, 0, 2, 0, 0, 0, 1)),
    ("position:noted", "texts", "", (3, 0, 0, 3, 0, 0, 0, 2)),
    ("-position:noted state:SMR cycle:2", "texts", "", (4, 2, 1, 0, 1, 2, 0, 0)),
    ("as_written:rejected", "state_recommendations", "", (2, 0, 0, 2, 0, 0, 0, 2)),
    ("has:explanation", "numbers", "", (1, 0, 0, 1, 0, 0, 0, 0)),
    ("-has:state", "numbers", "", (2, 1, 0, 0, 1, 1, 1, 0)),
    ("-has:answer", "numbers", "", (1, 0, 0, 0, 1, 0, 0, 0)),
    ("-has:issue", "texts", "", (2, 1, 0, 0, 1, 1, 1, 0)),
    ("session:19..", "numbers", "", (6, 2, 2, 1, 1, 2, 1, 0)),
    ("year:2009", "numbers", "", (4, 3, 0, 1, 0, 3, 1, 1)),
    ("number:2.1", "numbers", "", (1, 0, 0, 1, 0, 0, 0, 0)),  # not 2.10
    ("number:2.1*", "numbers", "", (2, 0, 0, 1, 1, 0, 0, 0)),
    ("death penalty", "numbers", "", (3, 1, 1, 1, 0, 1, 0, 0)),
    ("death -degrees", "numbers", "", (2, 1, 0, 1, 0, 1, 0, 0)),
    ("text:schools text:maps", "numbers", "", (2, 1, 1, 0, 0, 1, 1, 0)),
    ("state:WEOG", "numbers", "", (10, 5, 2, 2, 1, 5, 2, 1)),
]
COUNTED = ("received", "supported", "in_part", "noted", "pending", "accepted", "implemented", "rejected")


@pytest.mark.parametrize(("scope", "unit", "stage", "counts"), BY_HAND)
def test_counts_by_hand(record: Record, scope: str, unit: str, stage: str, counts: tuple[int, ...]) -> None:
    asked = Scope(parse(scope), unit, stage)
    found = figures(record, COUNTED, asked)
    assert tuple(each.numerator for each in found) == counts
    assert all(len(each.rows) == each.numerator for each in found)
    if not Measured(record, asked).is_pending:
        for name, count in zip(COUNTED[1:], counts[1:], strict=True):
            share = figure(record, f"{name}_share", asked)
            assert share.value == Fraction(count, counts[0]), name


ROWS = [
    ("noted", "numbers", ("SMR-2#2.1",)),
    ("noted", "texts", ("SMR-2#2.1/1", "SMR-2#2.3/2")),
    ("noted", "state_recommendations", ("SMR-2#2.1/1 CHE", "SMR-2#2.3/2 NOR")),
    ("in_part", "numbers", ("SMR-2#2.3", "SMR-2#2.4")),
    ("not_supported_or_in_part", "numbers", ("SMR-2#2.1", "SMR-2#2.3", "SMR-2#2.4")),
    ("noted_in_words", "numbers", ("SMR-2#2.1",)),
    ("disputed", "numbers", ()),
    ("recommending_states", "numbers", ("CHE", "KEN", "NOR")),
    ("speakers", "numbers", ("CHE", "KEN", "NOR")),
    ("reviews", "numbers", ("SMR-2",)),
    ("reversed_to_noted", "state_recommendations", ("SMR-2#2.1/1 CHE",)),
    ("reversed_to_noted", "numbers", ("SMR-2#2.1",)),
    ("reversed_to_supported", "state_recommendations", ("SMR-2#2.2/1 CHE",)),
]


@pytest.mark.parametrize(("measure", "unit", "rows"), ROWS)
def test_rows_by_hand(record: Record, measure: str, unit: str, rows: tuple[str, ...]) -> None:
    found = figure(record, measure, Scope(parse("state:SMR cycle:2"), unit))
    assert (found.rows, found.numerator, found.value) == (rows, len(rows), len(rows))


SENTENCES = [
    ("received", "state:SMR cycle:2", "", "San Marino, cycle 2: 5 numbered recommendations."),
    ("noted", "state:SMR cycle:2", "",
     "San Marino, cycle 2: 1 noted of 5 numbered recommendations, after the addendum."),
    ("not_supported_share", "state:SMR cycle:2", "",
     "San Marino, cycle 2: 1 of 5 numbered recommendations (20.0\u00a0%) were not supported (noted or rejected), after"
     " the addendum."),
    ("rejected_share", "state:SMR cycle:1 by:CHE", "",
     "Recommendations to San Marino from Switzerland in cycle 1: 1 of 2 numbered recommendations (50.0\u00a0%) were"
     " rejected in the State's words, after the addendum."),
    ("supported_share", "state:SMR cycle:2 number:2.10", "",
     "Recommendations to San Marino in cycle 2 numbered 2.10: pending; no answer has been read to any of 1 numbered"
     " recommendations, as the report of the Working Group has it."),
    ("speakers", "state:SMR cycle:1", "", "San Marino, cycle 1: the record does not tell States that took the floor."),
]  # fmt: skip


@pytest.mark.parametrize(("measure", "scope", "stage", "words"), SENTENCES)
def test_sentences(record: Record, measure: str, scope: str, stage: str, words: str) -> None:
    assert sentence(figure(record, measure, Scope(parse(scope), stage=stage))) == words


def test_a_figure_on_what_is_pending_says_pending(record: Record) -> None:
    pending = Scope(parse("number:2.10"))
    for name in ("supported", "supported_share", "noted", "rejected_share"):
        found = figure(record, name, pending)
        assert (found.value, found.sentence.key, value_in_words(found)) == (None, "pending", "pending")
    assert figure(record, "pending", pending).value == 1
    assert figure(record, "received", pending).value == 1


def test_a_share_of_nothing_has_no_value(record: Record) -> None:
    found = figure(record, "supported_share", Scope(parse("cycle:9")))
    assert (found.value, value_in_words(found)) == (None, "")
    assert sentence(found) == "Recommendations in cycle 9: no numbered recommendations to take a share of."


@pytest.mark.parametrize(
    ("scope", "stage", "expected"),
    [
        ("state:SMR cycle:2", "", "addendum"),
        ("state:SMR cycle:2", "later", "addendum"),
        ("state:SMR cycle:2", "report", "report"),
        ("state:SMR cycle:2 number:2.2", "", "report"),
        ("state:MCO", "", "report"),
        ("state:SMR", "", "later"),
        ("state:SMR", "addendum", "addendum"),
    ],
)
def test_the_stage_that_a_figure_is_of(record: Record, scope: str, stage: str, expected: str) -> None:
    assert figure(record, "noted", Scope(parse(scope), stage=stage)).stage == expected


def test_a_matrix_is_read_where_it_is_asked_for_and_has_no_words_of_the_state(full: Record) -> None:
    scope = Scope(parse("state:SMR cycle:2"), stage="matrix")
    counts = [figure(full, name, scope).value for name in ("supported", "noted", "pending", "rejected")]
    assert counts == [3, 2, 0, None]
    assert figure(full, "noted", Scope(parse("state:SMR cycle:2"))).value == 1  # the State's own answers by themselves
    alone = figure(full, "supported", Scope(parse("state:SMR cycle:2 number:2.10")))
    assert (alone.stage, alone.value) == ("matrix", 1)
    assert figure(full, "supported", Scope(parse("state:SMR cycle:2 number:2.10"), stage="later")).value is None


def test_labels_of_a_matrix_are_counted(full: Record) -> None:
    asked = [('theme:"D23 Death penalty"', 1), ('sdg:"16 - PEACE"', 1), ("has:theme", 2), ("has:sdg", 2)]
    assert [figure(full, "received", Scope(parse(scope))).value for scope, _ in asked] == [count for _, count in asked]


def test_rows_of_an_export_are_counted_by_themselves(full: Record) -> None:
    def count(scope: str, name: str = "received") -> object:
        return figure(full, name, Scope(parse(scope), "upr_info_rows")).value

    assert [count(""), count("by:KEN"), count("action:5"), count("issue:Justice"), count("session:19")] == [
        5,
        2,
        3,
        2,
        5,
    ]
    assert [count("", "supported"), count("", "noted"), count("torture"), count("number:2.1")] == [3, 2, 2, 0]
    found = figure(full, "noted", Scope(parse(""), "upr_info_rows"))
    assert (found.rows, found.stage, found.unit) == (("SMR-2 row 2", "SMR-2 row 6"), "upr_info", "upr_info_rows")


def test_published_totals_are_figures_without_rows(full: Record) -> None:
    scope = Scope(parse("state:CHN cycle:4"))
    found = {each.measure: each for each in figures(full, names(), scope)}
    expected = {
        "received": 428, "supported": 290, "in_part": 8, "noted": 130, "not_supported": 130, "rejected": 98,
        "noted_in_words": 32, "not_supported_share": Fraction(130, 428), "rejected_share": Fraction(98, 428),
    }  # fmt: skip
    assert {name: found[name].value for name in expected} == expected
    assert {each.rows for each in found.values()} == {()}
    assert "pending" not in found and "implemented" not in found
    assert sentence(found["not_supported_share"]) == (
        "China, cycle 4: 130 of 428 numbered recommendations (30.4\u00a0%) were not supported (noted or rejected), as"
        " published (press statement); the list is not in the record."
    )


@pytest.mark.parametrize(
    ("day", "received", "supported", "pending"),
    [
        ("2009-12-31", 0, 0, 0),
        ("2010-01-05", 4, 1, 3),
        ("2010-06-01", 4, 3, 0),
        ("2014-07-01", 9, 4, 2),
        ("2020-01-01", 9, 4, 1),
    ],
)
def test_what_was_known_on_a_day(record: Record, day: str, received: int, supported: int, pending: int) -> None:
    scope = Scope(parse("state:SMR"), as_of=day)
    counts = tuple(figure(record, name, scope).numerator for name in ("received", "supported", "pending"))
    assert counts == (received, supported, pending)


def test_every_measure_has_a_definition_and_an_unknown_one_is_an_error(record: Record) -> None:
    assert all(definition(name).endswith(".") for name in names())
    assert "not_supported_share" in names() and "received_share" not in names()
    for wrong in ("received_share", "accepted_rate", "speakers_share", ""):
        with pytest.raises(KeyError):
            figure(record, wrong, Scope())


def test_words_that_mean_nothing_are_errors() -> None:
    with pytest.raises(ValueError, match="paragraphs: not a unit"):
        Scope(unit="paragraphs")
    with pytest.raises(ValueError, match="draft: not a stage"):
        Scope(stage="draft")
    assert set(MEASURES) <= set(names())
