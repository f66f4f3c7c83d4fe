"""Groups, cycles, ranks, reversals and references, against what was counted by hand."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest
from counted_reviews import FIRST, SECOND, matrix, publish_counted

from item6.measures.cycles import change, over_cycles, reviews_of
from item6.measures.figures import figure, figures
from item6.measures.filters import parse
from item6.measures.groups import grouped_by
from item6.measures.ranks import rank_of, ranked
from item6.measures.references import UnknownReference, read_reference, recomputed, since
from item6.measures.scope import Scope, of_review
from item6.measures.wording import sentence, value_in_words
from item6.record.reader import Record, open_record

GROUPS = [
    ("by", "numbers", [("CHE", 2, 1, 1), ("KEN", 2, 1, 0), ("NOR", 2, 0, 0)]),
    ("by", "state_recommendations", [("CHE", 2, 1, 1), ("KEN", 2, 2, 0), ("NOR", 2, 0, 1)]),
    ("group", "texts", [("WEOG", 4, 1, 2), ("African Group", 2, 2, 0)]),
    ("issue", "texts", [("Death penalty", 2, 0, 1), ("Right to education", 2, 1, 1), ("Torture", 1, 1, 0)]),
    ("action", "numbers", [("2", 1, None, None), ("4", 1, 0, 0), ("5", 3, 1, 1)]),
    ("position", "texts", [("noted", 2, 0, 2), ("pending", 1, None, None), ("supported", 2, 2, 0),
                           ("supported/noted", 1, 0, 0)]),
    ("cycle", "numbers", [("2", 5, 1, 1)]),
    ("session", "numbers", [("19", 5, 1, 1)]),
    ("theme", "numbers", []),
]  # fmt: skip


@pytest.mark.parametrize(("key", "unit", "rows"), GROUPS)
def test_groups_by_hand(record: Record, key: str, unit: str, rows: list[tuple[object, ...]]) -> None:
    found = grouped_by(record, key, of_review(SECOND, unit))
    counts = [(each.value, each.received, each.counts.get("supported"), each.counts.get("noted")) for each in found]
    assert sorted(counts, key=str) == sorted(rows, key=str)
    assert all(figure(record, "received", each.scope).value == each.received for each in found)


def test_groups_of_whole_reviews(record: Record) -> None:
    found = {each.value: each for each in grouped_by(record, "review", Scope())}
    assert {name: (each.received, each.counts["supported"]) for name, each in found.items()} == {
        "MCO-2": (1, 1), "SMR-1": (4, 3), "SMR-2": (5, 1),
    }  # fmt: skip
    assert {each.value: each.received for each in grouped_by(record, "state", Scope())} == {"MCO": 1, "SMR": 9}
    assert [(each.value, each.received) for each in grouped_by(record, "year", Scope())] == [("2009", 4), ("2014", 6)]
    assert found["SMR-2"].share("supported") == Fraction(1, 5)


def test_what_cannot_be_grouped(record: Record) -> None:
    with pytest.raises(ValueError, match="number: not a key to group by"):
        grouped_by(record, "number", Scope())
    with pytest.raises(KeyError):
        grouped_by(record, "by", Scope(), ["speakers"])


def test_change_between_cycles(full: Record) -> None:
    assert reviews_of(full, "SMR") == [FIRST, SECOND]
    before, now = over_cycles(full, ["received", "not_supported_share", "rejected_share"], [FIRST, SECOND], Scope())
    assert [each.value for each in before] == [4, Fraction(1, 4), Fraction(1, 4)]
    assert [each.value for each in now] == [5, Fraction(1, 5), Fraction(0)]
    changes = [change(one, other) for one, other in zip(now, before, strict=True)]
    assert [made.value if made else None for made in changes] == [1, Fraction(-1, 20), Fraction(-1, 4)]
    assert [value_in_words(made) for made in changes if made] == ["+1", "-5.0\u00a0points", "-25.0\u00a0points"]
    assert changes[1] and sentence(changes[1]) == (
        "share not supported (noted or rejected): 20.0\u00a0% in San Marino, cycle 2, against 25.0\u00a0% in San"
        " Marino, cycle 1: -5.0\u00a0points."
    )


def test_what_does_not_compare(record: Record) -> None:
    numbers, texts = (figure(record, "noted", of_review(SECOND, unit)) for unit in ("numbers", "texts"))
    with pytest.raises(ValueError, match="does not compare"):
        change(numbers, texts)
    pending = figure(record, "noted", Scope(parse("number:2.10")))
    assert change(numbers, pending) is None


def test_published_totals_stand_beside_reviews(full: Record) -> None:
    (china,) = reviews_of(full, "CHN")
    ((received, share),) = over_cycles(full, ["received", "not_supported_share"], [china], Scope())
    assert (received.value, share.value) == (428, Fraction(130, 428))
    assert reviews_of(full, "CHN", "texts") == []


def test_ranks(full: Record) -> None:
    def order(name: str, scope: str = "", **options: str) -> list[tuple[int, str, Fraction, str]]:
        found = ranked(full, name, Scope(parse(scope), **options))  # type: ignore[arg-type]  # unit and stage
        return [(each.place, str(each.review), each.value, each.stage) for each in found]

    # A fifth of SMR-2 is pending, so its matrix stands in, in which nothing is.
    assert order("not_supported_share") == [
        (1, "SMR-2", Fraction(2, 5), "matrix"), (2, "CHN-4", Fraction(130, 428), "published"),
        (3, "SMR-1", Fraction(1, 4), "later"), (4, "MCO-2", Fraction(0), "later"),
    ]  # fmt: skip
    assert order("received", "state:WEOG")[0][:3] == (1, "SMR-2", 5)
    assert order("supported_share", "by:CHE") == [
        (1, "SMR-1", Fraction(1, 2), "later"), (1, "SMR-2", Fraction(1, 2), "later"),
    ]  # fmt: skip
    assert [each[1] for each in order("supported", stage="report", unit="state_recommendations")] == ["MCO-2"]


def test_a_place_is_a_figure(full: Record) -> None:
    made = rank_of(full, "not_supported_share", of_review(FIRST))
    assert made is not None
    assert (made.value, made.rows, made.measure) == (3, ("SMR-2", "CHN-4"), "not_supported_share_rank")
    assert sentence(made).startswith("San Marino, cycle 1: place 3 of 4 reviews by share not supported")
    assert recomputed(full, read_reference(made.reference)) == made
    assert rank_of(full, "not_supported_share", Scope(parse("state:SMR"))) is None


REFERENCES = [
    ("noted", Scope(parse("state:SMR cycle:2"))),
    ("supported_share", Scope(parse('by:CHE issue:"Death penalty" -cycle:9 "death penalty"'), "texts")),
    ("received", Scope(parse("text:100% text:a+b"), "upr_info_rows")),
    ("in_part", Scope(parse(""), "state_recommendations", "report", "2014-07-01")),
    ("not_supported", Scope(parse("state:SMR cycle:2"), stage="matrix")),
    ("reversed_to_noted", Scope(parse("state:SMR cycle:2"))),
    ("rejected_share", Scope(parse("state:CHN cycle:4"))),
]


@pytest.mark.parametrize(("name", "scope"), REFERENCES)
def test_a_reference_computes_its_figure_again(full: Record, name: str, scope: Scope) -> None:
    made = figure(full, name, scope)
    assert " " not in made.reference
    again = recomputed(full, read_reference(made.reference))
    assert again is not None
    assert (again, again.reference) == (made, made.reference)


def test_a_change_is_computed_again(full: Record) -> None:
    (before,), (now,) = over_cycles(full, ["not_supported_share"], [FIRST, SECOND], Scope())
    made = change(now, before)
    assert made is not None
    again = recomputed(full, read_reference(made.reference))
    assert again is not None and (again.value, again.reference) == (made.value, made.reference)


@pytest.mark.parametrize(
    ("reference", "sentence"),
    [
        ("", "this is no reference of a figure"),
        ("noted@1?unit=numbers", "this is no reference of a figure"),
        ("refused@1?unit=numbers&stage=later&as_of=&scope=#abcd", "no measure is called refused"),
    ],
)
def test_what_is_no_reference(reference: str, sentence: str) -> None:
    with pytest.raises(UnknownReference, match=sentence):
        read_reference(reference)


def test_another_version_of_a_definition_is_said(record: Record) -> None:
    reference = figure(record, "noted", Scope()).reference.replace("noted@1", "noted@7")
    with pytest.raises(UnknownReference, match="was version 7 then and is version 1 today"):
        recomputed(record, read_reference(reference))


def test_what_changed_since(record: Record, tmp_path: Path) -> None:
    publish_counted(tmp_path, matrix())
    then = figure(record, "noted", Scope(parse("state:SMR cycle:2"), "texts", "report"))
    with open_record(tmp_path) as newer:
        same = recomputed(newer, read_reference(then.reference))
        later = recomputed(newer, read_reference(then.reference), latest=True)
        assert same is not None and later is not None
        assert not since(then, same)
        found = since(then, later)
        assert found and (found.gained, found.lost) == (("SMR-2#2.1/1",), ())


def test_figures_of_an_older_record_ask_for_a_new_build(tmp_path: Path) -> None:
    from item6.record.errors import RecordTooOld

    publish_counted(tmp_path)
    with open_record(tmp_path) as record:
        record.schema_version = 3
        with pytest.raises(RecordTooOld, match="build it again"):
            figures(record, ["received"], Scope())
