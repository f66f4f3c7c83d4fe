"""The list of figures that every file carries for programs: what was printed, its value, and what recomputes it."""

from __future__ import annotations

import json
from dataclasses import dataclass

from item6.briefings.document import Document
from item6.measures.wording import value_in_words
from item6.terms.figures import Figure

FORM = "item6 figures 1"
"""What the list says of itself, so that a reader knows it."""

NAME = "item6-figures.json"
"""What the list is called where files within a file have names."""

NAMESPACE = "urn:item6:figures:1"
"""Of the XML part of a Word file that holds the list."""

MOST = 20_000
"""Figures of one file that are read."""


@dataclass(frozen=True, slots=True)
class Printed:
    """One number of a file. words: as printed. reference: what recomputes it. value: `62`, `31/173`, or empty."""

    words: str
    reference: str
    value: str


def printed(document: Document) -> tuple[Printed, ...]:
    """Every number of a document in the order of reading; what is printed twice in the same words once."""
    found = (Printed(each.words, each.figure.reference, value(each.figure)) for each in document.numbers())
    return tuple(dict.fromkeys(found))


def value(figure: Figure) -> str:
    """The value as text that can be compared: `62`, `31/173`; the words for it where it has none."""
    exact = figure.value
    return value_in_words(figure) if exact is None or figure.sentence.key == "pending" else str(exact)


def as_text(document: Document) -> str:
    """The list as JSON on one line, in ASCII and without the signs that end comments and elements."""
    figures = [[each.words, each.reference, each.value] for each in printed(document)]
    whole = {"form": FORM, "kind": document.kind, "review": document.review, "record": document.record}
    text = json.dumps({**whole, "figures": figures}, separators=(",", ":"))
    for sign in "<>&":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return text.replace("--", "-\\u002d")


def from_text(text: str) -> tuple[Printed, ...]:
    """The list that `as_text` made. ValueError where it is none."""
    try:
        whole = json.loads(text)
    except RecursionError as error:
        raise ValueError("nested too deeply") from error
    if not isinstance(whole, dict) or whole.get("form") != FORM or not isinstance(whole.get("figures"), list):
        raise ValueError(f"not a list of the form {FORM}")
    return tuple(_one(each) for each in whole["figures"][:MOST])


def _one(found: object) -> Printed:
    match found:
        case [str(words), str(reference), str(value)]:
            return Printed(words, reference, value)
        case _:
            raise ValueError("a figure is words, reference and value")
