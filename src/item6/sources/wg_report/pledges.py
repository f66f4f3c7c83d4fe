"""Voluntary pledges and commitments of the State under review, kept apart from recommendations."""

from __future__ import annotations

import re
from collections.abc import Iterator

from item6.files.body import Body
from item6.sources.wording import Wording
from item6.terms.passages import Passage
from item6.terms.recommendations import Commitment

# "63. In its opening statement", "(a) To develop", "1. To organize", "• The ratification", "115.1. Ensure"
_LABEL = re.compile(
    r"^[ \t]*(?:(\d{1,3}\.\d{1,3})\.?(?=\s*[A-Z“])|(\d{1,3})\.|\(([a-z]{1,2})\)|([•·\uf0b7]|[-–](?=\s)))[ \t]*(?=\S)",
    re.MULTILINE,
)


def read_pledges(
    body: Body, region: tuple[int, int], wording: Wording, symbol: str | None, sha256: str
) -> tuple[Commitment, ...]:
    """The commitments of section III, in printed order.

    A paragraph that only introduces a list (it ends with a colon) is none. Numbers: `115` for a paragraph, `115(a)`
    for a lettered part, `115.2` for a numbered or bulleted one.
    """
    found = []
    for number, start, end in _parts(body.text, region):
        words = wording.words((start, end))
        if words and not body.text[start:end].rstrip().endswith(":"):
            passage = Passage(symbol, sha256, body.locate((start, end)), words)
            found.append(Commitment(number, words, passage))
    return tuple(found)


def _parts(text: str, region: tuple[int, int]) -> Iterator[tuple[str, int, int]]:
    labels = list(_LABEL.finditer(text, *region))
    ends = [label.start() for label in labels[1:]] + [region[1]]
    main, count = "", 0
    for label, end in zip(labels, ends, strict=False):
        dotted, plain, letter, _bullet = label.groups()
        if dotted:
            number = dotted
        elif plain and (not main or int(plain) == int(main) + 1) and int(plain) > 20:
            main, count, number = plain, 0, plain
        else:
            count += 1
            number = f"{main}({letter})" if letter else f"{main}.{plain or count}" if main else str(plain or count)
        yield number, label.end(), end
