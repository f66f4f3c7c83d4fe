"""What must hold of every figure, on records and filters made at random."""

from __future__ import annotations

from collections import defaultdict

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from made_readings import answer, document, listed, text

from item6 import pipeline
from item6.measures.figures import Measured, figure
from item6.measures.filters import Filter, Term
from item6.measures.references import read_reference, recomputed
from item6.measures.scope import Scope
from item6.record.reader import Record, open_record
from item6.record.writer import publish
from item6.terms.answers import POSITION_OF, POSITIONS, combined
from item6.terms.documents import Reading
from item6.terms.names import ReviewName

REVIEW = ReviewName("SMR", 2)
STATES = ("CHE", "KEN", "NOR")

TERMS = st.one_of(
    st.builds(Term, st.just("by"), st.sampled_from([("CHE",), ("KEN", "NOR"), ("WEOG",)]), st.booleans()),
    st.builds(Term, st.just("cycle"), st.sampled_from([("1",), ("2",), ("1..2",)]), st.booleans()),
    st.builds(Term, st.just("issue"), st.sampled_from([("Torture",), ("Death penalty", "Culture")]), st.booleans()),
    st.builds(Term, st.just("action"), st.sampled_from([("4",), ("5",)]), st.booleans()),
    st.builds(Term, st.just("has"), st.sampled_from([("answer",), ("state",), ("issue",)]), st.booleans()),
    st.builds(Term, st.just("words"), st.sampled_from([("death",), ("the",), ('"death penalty"',)]), st.booleans()),
)
UNIT_TERMS = st.builds(Term, st.just("position"), st.sampled_from([(each,) for each in POSITIONS]), st.booleans())
UNITS = st.sampled_from(["numbers", "texts", "state_recommendations"])
STAGES = st.sampled_from(["", "report", "addendum", "later"])
SCOPES = st.builds(
    lambda terms, unit, stage: Scope(Filter(tuple(terms)), unit, stage),
    st.lists(st.one_of(TERMS, UNIT_TERMS), max_size=3, unique_by=lambda term: (term.key, term.negated)),
    UNITS,
    STAGES,
)


def count(record: Record, scope: Scope) -> int:
    return Measured(record, scope).received


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(SCOPES)
def test_shares_add_up(record: Record, scope: Scope) -> None:
    measured = Measured(record, scope)
    places = measured.places
    parts = [places.with_("position", position) for position in POSITIONS]
    assert sum(part.bit_count() for part in parts) == measured.received
    assert all(part & other == 0 for part in parts for other in parts if part is not other)
    if measured.received and not measured.is_pending:
        shares = [figure(record, f"{name}_share", scope).value for name in ("supported", "in_part", "noted", "pending")]
        assert sum(share or 0 for share in shares) == 1


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.one_of(TERMS, UNIT_TERMS), SCOPES)
def test_a_term_and_its_negation_share_out_the_pairs(record: Record, term: Term, scope: Scope) -> None:
    def with_(negated: bool) -> int:
        terms = (*scope.filter.terms, Term(term.key, term.values, negated))
        return count(record, Scope(Filter(terms), "state_recommendations", scope.stage))

    assert with_(False) + with_(True) == count(record, Scope(scope.filter, "state_recommendations", scope.stage))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(TERMS, min_size=2, max_size=2), UNITS)
def test_filters_compose(record: Record, terms: list[Term], unit: str) -> None:
    one, other, both = (
        Measured(record, Scope(Filter(tuple(each)), unit)).places for each in (terms[:1], terms[1:], terms)
    )
    assert both.pairs == one.pairs & other.pairs
    assert both.members & ~one.members == 0


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(SCOPES)
def test_units_never_mix(record: Record, scope: Scope) -> None:
    counts = {}
    for unit, slashes, spaces in (("numbers", 0, 0), ("texts", 1, 0), ("state_recommendations", 1, 1)):
        found = figure(record, "received", Scope(scope.filter, unit, scope.stage))
        assert found.unit == unit and len(set(found.rows)) == found.value
        assert all((row.count("/"), row.count(" ")) == (slashes, spaces) for row in found.rows)
        counts[unit] = found.value
    if all(term.key != "position" for term in scope.filter.terms):
        assert counts["numbers"] <= counts["texts"]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(SCOPES, st.sampled_from(["received", "supported", "noted_share", "pending", "recommending_states", "rejected"]))
def test_references_recompute(record: Record, scope: Scope, name: str) -> None:
    made = figure(record, name, scope)
    again = recomputed(record, read_reference(made.reference))
    assert again is not None and (again.value, again.rows, again.stage) == (made.value, made.rows, made.stage)


ANSWERS = st.one_of(st.none(), st.sampled_from(sorted(POSITION_OF)))
REVIEWS = st.lists(
    st.lists(
        st.tuples(st.lists(st.sampled_from(STATES), unique=True, max_size=3), ANSWERS, ANSWERS), min_size=1, max_size=3
    ),
    min_size=1,
    max_size=6,
)


@pytest.mark.parametrize("unit", ["numbers", "texts", "state_recommendations"])
@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
@given(made=REVIEWS)
def test_counting_is_counting(tmp_path_factory: pytest.TempPathFactory, unit: str, made: list) -> None:
    """The same as going through the table of (text, State) by hand."""
    home = tmp_path_factory.mktemp("made")
    publish(home, pipeline.gather(_report(made)))
    with open_record(home) as record:
        for stage in ("report", "addendum"):
            groups: dict[tuple[object, ...], set[str]] = defaultdict(set)
            for row in record.positions(REVIEW, stage):
                if unit != "state_recommendations" or row.state:
                    key = {"numbers": (row.number,), "texts": (row.number, row.part)}.get(
                        unit, (row.number, row.part, row.state)
                    )
                    groups[key].add(row.position)
            expected = [combined(group) for group in groups.values()]
            places = Measured(record, Scope(unit=unit, stage=stage)).places
            assert {each: places.with_("position", each).bit_count() for each in POSITIONS} == {
                each: expected.count(each) for each in POSITIONS
            }


def _report(made: list) -> list[Reading]:
    recommendations = [
        listed(
            f"5.{number}",
            *(text(f"Do {number}.{part}", *states, part=part) for part, (states, *_) in enumerate(texts, 1)),
        )
        for number, texts in enumerate(made, 1)
    ]
    report = Reading(
        document("report.pdf", REVIEW), tuple(recommendations), tuple(_answers(made, 1, "report", "report.pdf"))
    )
    later = Reading(
        document("addendum.pdf", REVIEW, symbol="A/HRC/99/4/Add.1", family="addendum", date="2031-06-01", pages=4),
        answers=tuple(_answers(made, 2, "addendum", "addendum.pdf")),
    )
    return [report, later]


def _answers(made: list, which: int, stage: str, file: str) -> list:
    return [
        answer(f"5.{number}", given[which], part=part, stage=stage, file=file, review=REVIEW)
        for number, texts in enumerate(made, 1)
        for part, given in enumerate(texts, 1)
        if given[which]
    ]
