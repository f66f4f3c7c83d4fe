from __future__ import annotations

import pytest
from bodies import Printed, body, whole
from hypothesis import given, settings
from hypothesis import strategies as st

from item6.sources.wg_report.structure import Block, find_blocks

SUPPORTED = "The recommendations below enjoy the support of Ruritania:"
EXAMINED = "The following recommendations will be examined by Ruritania:"
NOT_SUPPORTED = "The recommendations below did not enjoy the support of Ruritania:"


def blocks(lines: str | list[Printed], closing: int | None = None) -> list[Block]:
    made = body(lines)
    return find_blocks(made, whole(made), closing)


def numbers(lines: str | list[Printed], closing: int | None = None) -> str:
    """Main number, and number in the list where there is one, of each block."""
    found = blocks(lines, closing)
    return " ".join(f"{block.main}.{block.sub}" if block.sub else str(block.main) for block in found)


def dotted(main: int, first: int, last: int) -> str:
    return "\n".join(f"{main}.{number}. Build school number (Chile);" for number in range(first, last + 1))


def restarting(first: int, last: int) -> str:
    return "\n".join(f"{number}. Build one more school (Chile);" for number in range(first, last + 1))


@pytest.mark.parametrize(
    ("lines", "closing", "expected"),
    [
        ("", None, ""),
        ("No number stands here\nat all", None, ""),
        ("61. Nothing but a paragraph.", None, "61"),
        (f"61. {SUPPORTED}\nBuild a school (Chile).", 62, "61"),
        # the list has the number of its paragraph
        (f"61. {SUPPORTED}\n{dotted(61, 1, 3)}", 62, "61 61.1 61.2 61.3"),
        (f"61. {SUPPORTED}\n61.1 Build (Peru);\n61.2. Dig (Peru).", 62, "61 61.1 61.2"),
        (
            f"61. {SUPPORTED}\n{dotted(61, 1, 2)}\n62. {EXAMINED}\n{dotted(62, 1, 2)}",
            63,
            "61 61.1 61.2 62 62.1 62.2",
        ),
        (f"61. {SUPPORTED}\n{dotted(61, 1, 120)}", 62, " ".join(["61", *(f"61.{n}" for n in range(1, 121))])),
        # the list restarts
        (f"61. {SUPPORTED}\n{restarting(1, 3)}", 62, "61 61.1 61.2 61.3"),
        (
            f"61. {SUPPORTED}\n{restarting(1, 2)}\n62. {EXAMINED}\n{restarting(1, 2)}",
            63,
            "61 61.1 61.2 62 62.1 62.2",
        ),
        (f"61. {SUPPORTED}\n1 Build (Chile);\n2 Dig (Peru)", 62, "61 61.1 61.2"),
        # ... at the number of its own paragraph, or of the next
        (
            f"3. {SUPPORTED}\n{restarting(1, 5)}\n4. {EXAMINED}\n{restarting(1, 2)}",
            5,
            "3 3.1 3.2 3.3 3.4 3.5 4 4.1 4.2",
        ),
        (
            f"8. {SUPPORTED}\n{restarting(1, 11)}\n9. {EXAMINED}\n{restarting(1, 1)}",
            10,
            "8 8.1 8.2 8.3 8.4 8.5 8.6 8.7 8.8 8.9 8.10 8.11 9 9.1",
        ),
        (
            f"8. {SUPPORTED}\n{restarting(1, 8)}\n9. {EXAMINED}\n{restarting(1, 2)}",
            10,
            "8 8.1 8.2 8.3 8.4 8.5 8.6 8.7 8.8 9 9.1 9.2",
        ),
        # a paragraph without list before, between or after the lists
        (
            f"60. Ruritania has studied the recommendations.\n61. {SUPPORTED}\n{dotted(61, 1, 1)}\n"
            f"62. Ruritania considers that recommendation 61.1 is implemented.\n63. {EXAMINED}\n{dotted(63, 1, 1)}\n"
            "64. Ruritania did not support the recommendations in paragraphs 8 and 9 above.",
            65,
            "60 61 61.1 62 63 63.1 64",
        ),
    ],
)
def test_lists(lines: str, closing: int | None, expected: str) -> None:
    assert numbers(lines, closing) == expected


@pytest.mark.parametrize(
    ("list_", "expected"),
    [
        # a wrong main number
        ("61.1. Build (Chile);\n16.2. Dig (Peru);\n61.3. Sell (Cuba).", "61.1 61.2 61.3"),
        ("16.1. Build (Chile);\n61.2. Dig (Peru).", "61.1 61.2"),
        # digits that got lost, or a stroke for the dot
        (f"{dotted(61, 1, 108)}\n61.09. Dig (Peru);\n61.110. Sell (Cuba).", " ".join(f"61.{n}" for n in range(1, 111))),
        ("61.1. Build (Chile);\n61-2. Designate one (Peru);\n61–3. Sell (Cuba).", "61.1 61.2 61.3"),
        ("61.1. Build (Chile);\n61 .2. Dig (Peru);\n61. 3. Sell (Cuba).", "61.1 61.2 61.3"),
        # no space, no line end
        ("61.1.Build (Chile);\n61.2Dig (Peru).", "61.1 61.2"),
        ("61.1. Build (Chile);61.2. Dig (Peru);61.3.Sell (Cuba).", "61.1 61.2 61.3"),
        ("61.1. Build (Chile). 61.2. Dig (Peru).", "61.1 61.2"),
        # torn from its words
        ("61.1.\nBuild (Chile);\n61.2\nDig (Peru).", "61.1 61.2"),
        ("61.1. Build (Chile);\n61.2. .Dig (Peru).", "61.1 61.2"),
        ("61.1. “Build” (Chile);\n61.2. (a) Dig (Peru).", "61.1 61.2"),
        # numbers that are missing or stand twice
        ("61.1. Build (Chile);\n61.3. Dig (Peru).", "61.1 61.3"),
        ("61.2. Build (Chile);\n61.3. Dig (Peru).", "61.2 61.3"),
        ("61.1. Build (Chile);\n61.1. Dig (Peru);\n61.2. Sell (Cuba).", "61.1 61.1 61.2"),
        # numbers in the words of an item
        ("61.1. Build schools by\n2015. Dig too (Chile);\n61.2. Sell (Peru).", "61.1 61.2"),
        ("61.1. Ratify Convention No.\n189. Dig too (Chile);\n61.2. Sell (Peru).", "61.1 61.2"),
        ("61.1. Act upon paragraph\n62 of the letter (Chile);\n61.2. Sell (Peru).", "61.1 61.2"),
        ("61.1. Follow articles 61.1,\n61.2, and 61.3 of the Code (Chile);\n61.2. Sell (Peru).", "61.1 61.2"),
        ("61.1. Build 3.5 schools, in (b)\n4.5 years (Chile);\n61.2. Sell (Peru).", "61.1 61.2"),
    ],
)
def test_numbers_that_are_printed_oddly(list_: str, expected: str) -> None:
    assert numbers(f"61. {SUPPORTED}\n{list_}\n62. {EXAMINED}\n62.1. Paint (Togo).", 63) == f"61 {expected} 62 62.1"


@pytest.mark.parametrize(
    ("list_", "expected"),
    [
        ("1. Build (Chile);\n3. Dig (Peru);\n4. Sell (Cuba).", "61.1 61.3 61.4"),
        ("1. Build (Chile);\n2 Dig (Peru);\n3. Sell (Cuba).", "61.1 61.2 61.3"),
        ("1. Build (Chile). 2. Dig (Peru).", "61.1 61.2"),
        ("1. Build (Chile);\n2.Dig (Peru);\n3. Sell (Cuba).", "61.1 61.2 61.3"),
        ("1. Build schools by\n2. Dig (Peru);\n3. Sell (Cuba).", "61.1 61.2 61.3"),
        ("1. Build schools, as article\n12. Of the Code says (Chile);\n2. Sell (Peru).", "61.1 61.2"),
    ],
)
def test_odd_numbers_in_lists_that_restart(list_: str, expected: str) -> None:
    text = f"61. {SUPPORTED}\n{list_}\n62. {EXAMINED}\n1. Paint (Togo)."
    assert numbers(text, 63) == f"61 {expected} 62 62.1"


@pytest.mark.parametrize(
    "statement",
    [
        "Ruritania considers that recommendations 61.1 and\n61.2 above have already been implemented.",
        "Recommendations 61.1, 61.2,\n61.3 and 61.1 are not applicable.",
        "Ruritania did not support recommendations No. 61.1 to\n61.3 of the list.",
        "The recommendations of paragraphs\n61. above and 8 were studied.",
    ],
)
def test_references_at_the_beginning_of_a_line(statement: str) -> None:
    lines = f"61. {SUPPORTED}\n{dotted(61, 1, 3)}\n62. {statement}"
    assert numbers(lines, 63) == "61 61.1 61.2 61.3 62"


def test_last_item_runs_into_the_next_paragraph() -> None:
    lines = f"61. {SUPPORTED}\n61.1. Build (Chile);\n61.2. Dig (Peru). 62. {EXAMINED}\n62.1 Sell (Togo)."
    assert numbers(lines, 63) == "61 61.1 61.2 62 62.1"


def test_left_edges_tell_paragraphs_from_their_lists() -> None:
    """The list goes on with 4, and so do the paragraphs: the one at the edge of the paragraphs is one."""
    items = [(f"{number}. Study the support of schools (Chile);", 10.0, 100.0) for number in (1, 2, 3, 4, 5)]
    lines = [(f"3. {SUPPORTED}", 10.0, 60.0), *items, (f"4. {EXAMINED}", 10.0, 60.0), ("1. Dig (Peru).", 10.0, 100.0)]
    assert numbers(lines, 5) == "3 3.1 3.2 3.3 3.4 3.5 4 4.1"


def test_blocks_know_their_places() -> None:
    made = body(
        f"Annex\n 61. {SUPPORTED}\n  61.1.   Build a school\n(Chile);61.2. Dig.\n62.  {EXAMINED}\n1. Sell (Togo)."
    )
    start = made.text.index("61.")
    found = find_blocks(made, (start - 1, len(made.text)), 63)
    places = [made.text.index(words) for words in ("61.", "61.1", "61.2", "62.", "1. Sell")]
    firsts = [made.text.index(words) for words in ("The rec", "Build", "Dig", "The foll", "Sell")]
    assert found == [
        Block(61, 0, "61.", places[0], firsts[0], places[1]),
        Block(61, 1, "61.1.", places[1], firsts[1], places[2]),
        Block(61, 2, "61.2.", places[2], firsts[2], places[3]),
        Block(62, 0, "62.", places[3], firsts[3], places[4]),
        Block(62, 1, "1.", places[4], firsts[4], len(made.text), True),
    ]


@pytest.mark.parametrize(
    ("printed", "kept"),
    [
        ("61.1.", "61.1."),
        ("61.1", "61.1"),
        ("61-1.", "61-1."),
        ("16.1.", "16.1."),
        ("61.1. .", "61.1."),
        ("61. 1.", "61. 1."),
    ],
)
def test_numbers_are_kept_as_printed(printed: str, kept: str) -> None:
    found = blocks(f"61. {SUPPORTED}\n{printed} Build (Chile);\n61.2. Dig (Peru).", 62)
    assert [(block.main, block.sub, block.printed) for block in found] == [
        (61, 0, "61."),
        (61, 1, kept),
        (61, 2, "61.2."),
    ]


WORDS = st.sampled_from(
    [
        "Build a school (Chile)",
        "Ratify Convention No. 189 (Peru)",
        "Follow articles 4 and 5\nof the Code (Togo)",
        "Spend 0.7 per cent by\n2030 (Norway)",
        "Act upon the visit of\n12 May 2010 (Cuba)",
    ]
)
LISTS = st.lists(st.tuples(st.booleans(), st.lists(WORDS, min_size=0, max_size=14)), min_size=1, max_size=4)


@settings(max_examples=120, deadline=None)
@given(st.integers(21, 190), LISTS, st.sampled_from([";\n", ".\n", ";"]), st.sampled_from([".", ""]), st.booleans())
def test_made_up_skeletons(
    first: int, lists: list[tuple[bool, list[str]]], end: str, dot: str, with_closing: bool
) -> None:
    """Lists of any length and of both kinds are found number by number."""
    text, expected = "", []
    if end == ";":
        dot = "."  # without line end, a number needs its dot to be told from the words
    for main, (restarts, items) in enumerate(lists, first):
        text += f"{main}. {(SUPPORTED, EXAMINED, NOT_SUPPORTED)[main % 3]}\n"
        expected.append((main, 0, False))
        for sub, words in enumerate(items, 1):
            number = f"{sub}." if restarts else f"{main}.{sub}{dot}"
            last = sub == len(items)
            text += f"{number} {words}{'.' if last else end}" + ("\n" if last else "")
            expected.append((main, sub, restarts))
    closing = first + len(lists) if with_closing else None
    made = body(text)
    found = find_blocks(made, whole(made), closing)
    assert [(block.main, block.sub, block.restarts) for block in found] == expected
