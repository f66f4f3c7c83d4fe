"""One note for each measure, with what most numbers share said once at their head."""

from __future__ import annotations

import pytest

from item6.briefings.document import Number
from item6.briefings.writers.notes import head_of, notes_of
from item6.measures import ask
from item6.measures.cycles import change
from item6.measures.figures import figure
from item6.measures.scope import Scope
from item6.measures.wording import value_in_words
from item6.record.reader import Record
from item6.terms.figures import Figure

THIS = "state:XRU cycle:2"


def numbers(*figures: Figure) -> dict[str, Number]:
    return {each.reference: Number(value_in_words(each), each) for each in figures}


@pytest.fixture
def counted(record: Record) -> dict[str, Figure]:
    def of(measure: str, asked: str = THIS, unit: str = "numbers", stage: str = "addendum") -> Figure:
        return figure(record, measure, Scope(ask(record, asked).filter, unit, stage))

    found = {
        "received": of("received"),
        "pairs": of("received", unit="state_recommendations"),
        "noted": of("noted"),
        "share": of("noted_share"),
        "of_issue": of("noted", f"{THIS} issue:Justice"),
        "draft": of("noted", stage="report"),
        "before": of("received", "state:XRU cycle:1"),
        "states": of("recommending_states"),
    }
    changed = change(found["received"], found["before"])
    assert changed is not None
    return {**found, "change": changed}


def test_a_note_has_all_numbers_of_a_measure(counted: dict[str, Figure]) -> None:
    notes, note_of = notes_of(numbers(*counted.values()))
    assert [(each.number, each.title, each.numbers) for each in notes] == [
        (
            1,
            "Received",
            "56; 93 State-recommendations; Ruritania, cycle 1: 40; +16, from 40 in Ruritania, cycle 1 to 56 in"
            " Ruritania, cycle 2.",
        ),
        (
            2,
            "Noted",
            "11 of 56, 19.6\xa0%; on “Justice”: 2 of 3 (118.5, 118.8); 8 of 56, as the report of the Working Group"
            " has it (118.1, 118.2, 118.3, 118.4, 118.5, 118.6, 118.7, 118.8).",
        ),
        (3, "Recommending States", "87."),
    ]
    assert {name: note_of[each.reference] for name, each in counted.items()} == {
        "received": 1, "pairs": 1, "before": 1, "change": 1,
        "noted": 2, "share": 2, "of_issue": 2, "draft": 2,
        "states": 3,
    }  # fmt: skip


def test_the_definition_is_that_of_the_count_unless_only_shares_stand_there(counted: dict[str, Figure]) -> None:
    both, _ = notes_of(numbers(counted["share"], counted["noted"]))
    alone, _ = notes_of(numbers(counted["share"]))
    assert both[0].definition.startswith("What is noted and not supported")
    assert (alone[0].definition[:36], alone[0].numbers) == ("As a share of all that was received:", "19.6\xa0% of 56.")


def test_the_head_says_what_most_share(counted: dict[str, Figure]) -> None:
    head = head_of(list(counted.values()), "49f397bbb6c81be0", ["A/HRC/29/917, report", "A/HRC/29/917/Add.1, addendum"])
    assert head.startswith(
        "Unless a note says otherwise: numbered recommendations, Ruritania, cycle 2, after the addendum, counted by"
        " item6 in the record 49f397bbb6c8 from A/HRC/29/917 and A/HRC/29/917/Add.1."
    )
    assert "from the documents under Sources." in head_of(
        list(counted.values()), "49f3", [f"A/{at}" for at in range(5)]
    )
    assert (notes_of({}), head_of([], "49f3", [])) == (((), {}), "")
