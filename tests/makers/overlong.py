"""Lines of thousands of the same: where a pattern goes back and forth without end, it shows here."""

from __future__ import annotations

import re
from itertools import product

from item6.files.body import Body, Line

LENGTH = 3000
"""Characters. Readings whose cost grows with the cube of it would not end."""
PIECES = (
    *("(", ")", "()", "(a)", "[", "1", "1.", "1)", "5–", "-", ";", "“", "a", "e\u0301", "____"),
    *("Sign/", "Chile;", "A/HRC/"),
    *(" ", "\t", "\u00a0", "A ", "word ", "x" * 70 + " ", "of the ", "and ", "12 January ", "noted that "),
    *("(Chile) ", "(Chile ", "Chile, ", "Bosnia and ", "Iran (Islamic Republic of "),
    *("6.1 ", "6.1.\t", "(a) (b) ", "paragraphs 5, 6 and 7 "),
    *("The recommendations enjoy the support of ", "The following recommendations will be examined by "),
)
PLACES = (r"6\.5\t", r"5\.\t", r"General Assembly|Human Rights Council", r"7\.\t")
"""What the line begins with before which they stand: in a list, in the dialogue, on the first page, at the end."""
CASES = tuple(product(PLACES, PIECES, ("one line", "one item", "many lines")))
IN_A_LIST = range(len(CASES) // len(PLACES))
"""The cases at the first place, which is looked at most closely."""


def overlong(body: Body, number: int) -> Body:
    """The body with one of CASES in it."""
    place, piece, form = CASES[number]
    text = piece * (LENGTH // len(piece))
    lines = [text[at : at + 70] for at in range(0, LENGTH, 70)] if form == "many lines" else [text]
    if form == "one item":
        lines = [f"6.5\t{text} (Chile);"]
    before = next((at for at, line in enumerate(body.lines) if re.match(place, line.text)), len(body.lines))
    texts = [line.text for line in body.lines]
    texts[before:before] = lines
    return Body(tuple(Line(text, unit, 0) for unit, text in enumerate(texts, 1)))
