"""What stands in one cell of a matrix: a recommendation, a position, labels of several kinds.

186.28. Continue its efforts (Mongolia); Source of position: A/HRC/25/5/Add.1 - Para. 186.28.
A12 Acceptance of international norms | S16 SDG 16 - peace | Affected persons: | - general
- Enforced disappearances | SDGs: | - 16 - PEACE | Affected persons: | - Disappeared persons
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from item6.terms.labels import PERSON, SDG, THEME

_SOURCE = re.compile(r"\s*\bSource\s+of\s+position\b\s*:?\s*(.*)$", re.IGNORECASE | re.DOTALL)
# "6.28 Ratify", "186.132. .Inform", "115. 4. Ratify", "122 .11 Ratify", "27 (b) Remove", "11. Ratify"; a bare number
# without a dot or a letter is none: "18 years is the age ..."
_NUMBER = re.compile(
    r"\d{1,3}(?:\.\d{1,3}){1,2}(?!\d)|\d{1,3}\.\s\d{1,3}(?=\.\s*[A-Z“\"‘])|\d{1,3}\s\.\d{1,3}(?=[\s.]+[A-Z“\"‘])|"
    r"\d{1,3}\s?\([a-z]{1,2}\)(?:\s?\([ivx]+\))?|\d{1,3}(?=\s?\.(?!\d))"
)
_IN_OWN_CELL = re.compile(r"\d{1,3}(?:\s?\.\s?\d{1,3}){0,2}(?:\s?\([a-z]{1,2}\))?(?:\s?\([ivx]+\))?(?!\d)")
_AFTER_NUMBER = " .:\t–-"
_KINDS = (("theme", THEME), ("sdg", SDG), ("sustainable", SDG), ("", PERSON))
_MARK = re.compile(
    r"\b((?:human rights )?themes?|(?:relevant |related )?SDGs?|sustainable development goals?|affected persons|"
    r"groups? of persons|persons affected)\s*:\s*",
    re.IGNORECASE,
)
_BULLET = re.compile(r"^(?:[-–—•·▪*o§]\s+|[•·▪-](?=\w))")
_SDG_CODE = re.compile(r"S\s?\d{2}\b|SDG\s?\d", re.IGNORECASE)
_CODED = re.compile(r"\s+(?=[A-HS]\d{1,2}\s+[A-Z])")


def folded(text: str) -> str:
    """The text on one line; `&nbsp;` left over from a web page is a space."""
    return " ".join(text.replace("&nbsp;", " ").split())


@dataclass(frozen=True, slots=True)
class Entry:
    """A recommendation as a cell prints it.

    number: without spaces and final dot. number_as_printed: as it stands. words: without number and source.
    source_of_position: as printed, or empty.
    """

    number: str
    number_as_printed: str
    words: str
    source_of_position: str


def read_entry(text: str, number: str = "") -> Entry | None:
    """The recommendation of a cell; None where it begins with no number.

    text: of the cell. number: text of the cell for numbers, where the matrix has a column for them.
    """
    words = folded(text)
    source = _SOURCE.search(words)
    source_of_position = source[1].strip(" ;") if source else ""
    words = words[: source.start()] if source else words
    printed = folded(number) or words
    label = (_IN_OWN_CELL if number else _NUMBER).match(printed)
    if label is None:
        return None
    as_printed = label[0] + "." * printed.startswith(".", label.end())
    rest = words if number else words[label.end() :]
    return Entry(re.sub(r"\s", "", label[0]), as_printed, rest.lstrip(_AFTER_NUMBER).strip(), source_of_position)


_NORMALISED = {
    "supported": "accepted",
    "accepted": "accepted",
    "enjoysthesupport": "accepted",
    "noted": "noted",
    "notsupported": "noted",
    "notaccepted": "rejected",
    "rejected": "rejected",
    "supported/noted": "accepted_in_part",
    "noted/supported": "accepted_in_part",
    "partiallysupported": "accepted_in_part",
    "partiallyaccepted": "accepted_in_part",
    "supportedinpart": "accepted_in_part",
    "acceptedinpart": "accepted_in_part",
    "pending": "no_answer",
    "underconsideration": "no_answer",
    "tobeexamined": "no_answer",
}


def read_position(text: str) -> str | None:
    """The normalised form (a key of `POSITION_OF`) of a position; None where it is none that is known.

    Spaces and line ends inside a word make no difference: narrow columns break `Supported/Not-ed`.
    """
    return _NORMALISED.get(re.sub(r"[^a-z/]", "", text.casefold()))


def read_labels(lines: Iterable[str], kind: str = THEME) -> Iterator[tuple[str, str]]:
    """Kind and value of each label in the lines of a cell. kind: of those before the first mark (`SDGs:`)."""
    for line in lines:
        pieces = _MARK.split(folded(line))
        yield from _values(pieces[0], kind)
        for mark, values in zip(pieces[1::2], pieces[2::2], strict=True):
            kind = next(name for start, name in _KINDS if start in mark.casefold())
            yield from _values(values, kind)


def _values(text: str, kind: str) -> Iterator[tuple[str, str]]:
    """Several coded themes in a line are several; a code of a goal makes a goal of what stands among the themes."""
    for value in _CODED.split(_BULLET.sub("", text.strip())) if kind == THEME else (_BULLET.sub("", text.strip()),):
        value = value.strip(" ;")
        if any(sign.isalnum() for sign in value):
            yield (SDG if kind == THEME and _SDG_CODE.match(value) else kind), value


def read_heading_theme(text: str) -> str | None:
    """The theme of a row that spans the table (`Theme: A12 Acceptance of international norms`); None for others."""
    found = re.match(r"\s*Theme\s*:\s*(.+)", folded(text), re.IGNORECASE)
    return found[1].strip() if found else None
