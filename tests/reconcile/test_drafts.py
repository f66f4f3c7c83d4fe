from __future__ import annotations

import random
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_readings import FREEDONIA, digest, document, listed, reading, text

from item6.reconcile.drafts import follow
from item6.terms.documents import Footnote, Reading

DRAFT = document("draft.docx", symbol="A/HRC/WG.6/20/L.7", draft=True, pages=None)
FINAL = document("final.pdf")

TREES = "Plant a lime tree in every square of every town before the winter"
MAPS = "Publish the maps of the old walls and open the archive on Sundays"
BELLS = "Mend the bells of the three churches by the end of the year"
GATES = "Widen the northern gate so that carts can pass it on both sides"
TREES_REWORDED = "Plant a lime tree or an oak in every square of every town before the winter"


def items(document, *words: str | tuple[str, ...]) -> Reading:  # type: ignore[no-untyped-def]  # of either document
    main = 6 if document.draft else 115
    listing = []
    for place, each in enumerate(words, 1):
        said, *states = (each,) if isinstance(each, str) else each
        listing.append(listed(f"{main}.{place}", text(said, *(states or ["CHL"]))))
    return reading(document, *listing) if listing else Reading(document)


@pytest.mark.parametrize(
    ("draft", "final", "expected"),
    [
        ([TREES, MAPS], [TREES, MAPS], ["same 115.1", "same 115.2"]),
        ([TREES, MAPS], [TREES.upper() + ".", MAPS], ["same 115.1", "same 115.2"]),
        ([TREES, MAPS], [MAPS, BELLS, TREES], ["moved 115.3", "same 115.1"]),
        ([TREES, MAPS, BELLS, GATES], [MAPS, BELLS, GATES, TREES],
         ["moved 115.4", "same 115.1", "same 115.2", "same 115.3"]),
        ([TREES, MAPS], [TREES_REWORDED, MAPS], ["changed 115.1", "same 115.2"]),
        ([TREES, MAPS], [(TREES, "CHL", "PER"), MAPS], ["changed 115.1", "same 115.2"]),
        ([(TREES, "CHL", "PER")], [(TREES, "PER", "CHL")], ["same 115.1"]),
        ([TREES, MAPS], [TREES], ["same 115.1", "dropped None"]),
        ([TREES], [MAPS], ["dropped None"]),
        ([(TREES, "PER"), (TREES, "CHL")], [(TREES, "CHL"), (TREES, "PER")], ["moved 115.2", "same 115.1"]),
        ([TREES, TREES], [TREES, TREES], ["same 115.1", "same 115.2"]),
        ([TREES, TREES], [TREES], ["same 115.1", "dropped None"]),
        ([TREES], [TREES_REWORDED, TREES_REWORDED], ["dropped None"]),
        ([], [TREES], []),
    ],
)  # fmt: skip
def test_what_became_of_each_number(draft: list, final: list, expected: list[str]) -> None:
    found = follow(FREEDONIA, items(DRAFT, *draft), items(FINAL, *final))
    assert [f"{each.how} {each.number}" for each in found.aliases] == expected
    assert [each.alias for each in found.aliases] == [f"6.{place}" for place in range(1, len(draft) + 1)]
    assert {each.document for each in found.aliases} <= {digest("draft.docx")}


def test_what_is_said_of_it() -> None:
    found = follow(FREEDONIA, items(DRAFT, TREES, MAPS, BELLS), items(FINAL, MAPS, TREES_REWORDED, GATES))
    assert [(each.severity, each.place.file, each.place.number, each.message) for each in found.issues] == [
        ("note", "draft.docx", "6.1", "6.1 of the draft is 115.2 of the report, with other words or States"),
        ("warning", "draft.docx", "6.3", "6.3 of the draft is not in the list of the report"),
        ("note", "final.pdf", "115.3", "115.3 is not in the draft"),
    ]


WORDS = "ash birch cedar elm fir larch lime maple oak pine poplar rowan walnut willow yew".split()


@given(st.integers(1, 40), st.randoms(use_true_random=False))
def test_a_shuffled_list_is_followed_exactly(size: int, dice: random.Random) -> None:
    said = [f"Plant {dice.choice(WORDS)} and {dice.choice(WORDS)} on hill {place}" for place in range(size)]
    order = dice.sample(range(size), size)
    found = follow(FREEDONIA, items(DRAFT, *said), items(FINAL, *(said[place] for place in order)))
    assert [each.number for each in found.aliases] == [f"115.{order.index(place) + 1}" for place in range(size)]
    kept = [each for each in found.aliases if each.how == "same"]
    assert [each.number for each in kept] == sorted(
        (each.number for each in kept if each.number), key=lambda number: int(number.split(".")[1])
    )


def test_an_item_that_went_into_a_footnote() -> None:
    """It is no longer in the list, and is not lost: the footnote gives it as it was read in the dialogue."""
    quoted = Footnote(17, "3", f"The recommendation as read during the interactive dialogue: “{MAPS}” (Chile).")
    other = Footnote(18, "4", "Publish the maps.")
    final = replace(items(FINAL, TREES), footnotes=(other, quoted))
    found = follow(FREEDONIA, items(DRAFT, TREES, MAPS, BELLS), final)
    assert [each.message for each in found.issues] == [
        "6.2 of the draft stands in a footnote of the report, page 17",
        "6.3 of the draft is not in the list of the report",
    ]
