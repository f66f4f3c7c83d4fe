"""The sets of places that a record stores for counting say what its tables say."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from record_samples import ELBONIA, RURITANIA, two_reviews

from item6.record.contents import Contents
from item6.record.errors import ContentsRefused
from item6.record.facet_rows import trimmed, untrimmed
from item6.record.facets import each_place, joined, set_of
from item6.record.reader import open_record
from item6.record.writer import publish
from item6.terms.annotations import Annotation
from item6.terms.answers import STAGES

PLACES = [
    # number, part, State, position in the report, after the addendum; Elbonia (ELB) stands before Ruritania (RUR)
    ("64.1", 1, "FRA", "pending", "pending"),
    ("27(b)", 1, "CHL", "pending", "pending"),
    ("115.1", 1, "FRA", "supported", "supported"),
    ("115.1", 1, "URY", "supported", "supported"),
    ("115.2", 1, None, "supported/noted", "supported/noted"),
    ("115.10", 1, "KEN", "supported", "noted"),
    ("115.10", 2, "NOR", "noted", "noted"),
    ("115.10", 2, "FRA", "noted", "noted"),
]


def labelled() -> Contents:
    torture = Annotation(RURITANIA, "115.1", 1, "issue", "Torture", 940, True)
    doubtful = Annotation(RURITANIA, "115.2", 1, "issue", "Torture", 300, False)
    return replace(two_reviews(), annotations=(doubtful, torture))


@pytest.fixture
def labelled_home(tmp_path: Path) -> Path:
    publish(tmp_path, labelled())
    return tmp_path


def places(found: int) -> list[int]:
    return list(each_place(found))


def test_every_pair_has_its_place_in_the_order_of_names(home: Path) -> None:
    with open_record(home) as record:
        whole = record.facets()
        assert [(number, part, by) for _, number, part, by in record.pair_names(whole)] == [row[:3] for row in PLACES]
        assert [(str(span.review), span.first, span.size, span.year) for span in whole.spans] == [
            ("ELB-1", 0, 1, 2009),
            ("RUR-2", 1, 7, 2014),
        ]
        assert places(whole.holding("end", "numbers")) == [0, 1, 3, 4, 7]
        assert places(whole.holding("end", "texts")) == [0, 1, 3, 4, 5, 7]
        assert places(whole.holding("end", "state_recommendations")) == [0, 1, 2, 3, 5, 6, 7]
        assert places(whole.holding("by", "FRA")) == [0, 2, 7]
        for stage in STAGES:
            said = [next((value for value in ("supported", "noted", "supported/noted")
                          if place in places(whole.holding(f"position@{stage}", value))), "pending")
                    for place in range(8)]  # fmt: skip
            assert said == [row[3 if stage == "report" else 4] for row in PLACES], stage


def test_a_review_alone_and_reviews_together_say_the_same(home: Path) -> None:
    with open_record(home) as record:
        whole, one = record.facets(), record.facets([RURITANIA])
        assert (one.size, places(one.holding("by", "FRA"))) == (7, [1, 6])
        assert record.names_of(one, one.holding("by", "FRA"), "texts") == ["RUR-2#115.1/1", "RUR-2#115.10/2"]
        both = joined([record.facets([ELBONIA]), one])
        assert both.sets == dict(whole.sets) and both.spans == whole.spans
        other = record.facets([RURITANIA, ELBONIA])
        assert record.names_of(other, other.holding("by", "FRA"), "state_recommendations") == [
            "ELB-1#64.1/1 FRA",
            "RUR-2#115.1/1 FRA",
            "RUR-2#115.10/2 FRA",
        ]
        assert record.facets([]).size == 0


def test_words_and_numbers_are_found_in_their_places(home: Path) -> None:
    with open_record(home) as record:
        whole, one = record.facets(), record.facets([RURITANIA])
        assert places(record.holding_words(whole, "rights")) == [0, 5]
        assert places(record.holding_words(one, "rights")) == [4]
        assert places(record.holding_words(one, "death -rights")) == [5, 6]
        assert record.holding_words(one, "-") == 0
        assert places(record.numbered(whole, "115.1")) == [2, 3]
        assert places(record.numbered(whole, "115.1*")) == [2, 3, 5, 6, 7]
        assert record.numbered(one, "64.1") == 0


def test_labels_of_our_own_are_kept_and_counted_where_asserted(labelled_home: Path) -> None:
    with open_record(labelled_home) as record:
        assert places(record.facets().holding("issue", "Torture")) == [2, 3]
        assert places(record.facets([RURITANIA]).holding("issue", "Torture")) == [1, 2]
        assert record.annotations(RURITANIA) == sorted(labelled().annotations, key=lambda each: each.number)
        assert record.annotations(ELBONIA) == []


@pytest.mark.parametrize(
    "wrong",
    [
        Annotation(RURITANIA, "115.1", 2, "issue", "Torture", 940, True),
        Annotation(RURITANIA, "115.1", 1, "issue", "Torture", 100, False),
    ],
    ids=["no such text", "given twice"],
)
def test_labels_that_cannot_be_are_refused(tmp_path: Path, wrong: Annotation) -> None:
    contents = labelled()
    with pytest.raises(ContentsRefused, match=r"RUR-2#115\.1"):
        publish(tmp_path, replace(contents, annotations=(*contents.annotations, wrong)))


@given(st.sets(st.integers(0, 400)))
def test_sets_are_stored_and_read_whole(wanted: set[int]) -> None:
    stored = set_of(wanted, 401)
    assert untrimmed(*trimmed(stored)) == stored
    assert set(each_place(stored)) == wanted
